package vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vigie.model.Claim;
import vigie.model.Correction;
import vigie.model.Json;
import vigie.model.Review;
import vigie.model.Verdict;
import vigie.model.archive.ReviewFile;
import vigie.model.config.Communes;
import vigie.model.config.Project;
import vigie.reports.ReviewItem;
import vigie.reports.query.Queries;
import vigie.reports.render.CsvCells;
import vigie.reports.render.Texts;
import vigie.reports.review.ReviewQueue;

/** {@code vigie review}: what people have to look at, and what they say of it. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        subcommands = CandidatesCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class ReviewCommand extends CommandGroup {

    /** Who says it, and what else they have to say. */
    static final class Said {

        @Option(
                names = "--reviewer",
                paramLabel = "NAME",
                defaultValue = "${env:VIGIE_REVIEWER:-${sys:user.name}}",
                descriptionKey = "reviewer")
        String reviewer = "";

        @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", descriptionKey = "note")
        String note = "";
    }

    /** What waits, the most doubtful and weighty first. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(
            @Mixin FilterOptions filter,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "limit") int limit,
            @Option(
                            names = "--format",
                            paramLabel = "table|json|csv",
                            defaultValue = "table",
                            descriptionKey = "format")
                    CandidatesCommand.Format format)
            throws JsonProcessingException {
        try (Queries queries = main.queries()) {
            List<ReviewItem> items = queue(queries, filter);
            List<ReviewItem> shown = items.subList(0, Math.min(Math.max(0, limit), items.size()));
            switch (format) {
                case JSON -> {
                    for (ReviewItem item : shown) {
                        main.terminal().out().println(Json.mapper().writeValueAsString(item));
                    }
                }
                case CSV -> main.terminal().out().print(csv(shown));
                case TABLE -> table(shown, items.size());
            }
        }
        return Main.OK;
    }

    private List<ReviewItem> queue(Queries queries, FilterOptions filter) {
        Communes communes = Project.communes(main.options.seedsFolder());
        var wanted = filter.deployments(main.asked(), 0);
        return new ReviewQueue(
                        queries.reviews(),
                        commune -> communes.currentOf(commune.insee())
                                .map(found -> found.population())
                                .orElse(0))
                .of(queries.extracted(wanted.claims()), queries.deployments(wanted));
    }

    private static String csv(List<ReviewItem> items) {
        return CsvCells.table(
                List.of(
                        "id",
                        "insee",
                        "commune",
                        "technology",
                        "vendor",
                        "stage",
                        "modality",
                        "date",
                        "confidence",
                        "review",
                        "readers",
                        "quote",
                        "page",
                        "url"),
                items.stream().map(ReviewCommand::cells));
    }

    private static List<@Nullable Object> cells(ReviewItem item) {
        Claim claim = item.claim();
        return Arrays.asList(
                claim.id(),
                claim.commune() == null ? null : claim.commune().insee(),
                claim.commune() == null ? null : claim.commune().name(),
                claim.technology().id(),
                claim.vendor(),
                claim.stage().id(),
                claim.modality().id(),
                claim.date(),
                claim.confidence(),
                item.state().id(),
                item.readers(),
                claim.evidence().masked().quote(),
                claim.evidence().page(),
                claim.evidence().url());
    }

    private void table(List<ReviewItem> items, int all) {
        Messages messages = main.messages();
        Texts texts = new Texts(messages.language());
        if (items.isEmpty()) {
            main.terminal().err().println(messages.get("review.none"));
            return;
        }
        Table table = new Table(
                        main.terminal(),
                        List.of(
                                "id",
                                messages.get("column.commune"),
                                messages.get("column.stage"),
                                messages.get("column.vendor"),
                                messages.get("column.confidence"),
                                messages.get("column.quote")))
                .whole(0);
        FirmNames firms = new FirmNames(main.options);
        for (ReviewItem item : items) {
            Claim claim = item.claim();
            table.row(List.of(
                    claim.id(),
                    claim.commune() == null ? "?" : claim.commune().name(),
                    texts.stage(claim.stage(), claim.modality()),
                    firms.of(claim.vendor(), "?"),
                    String.format(messages.language(), "%.2f", claim.confidence()),
                    claim.evidence().masked().quote().replaceAll("\\s+", " ")));
        }
        table.print();
        main.terminal().err().println(messages.get("review.waiting", items.size(), all));
    }

    /** One after the other, on the terminal. */
    @Command(name = "next", mixinStandardHelpOptions = true)
    int next(@Mixin FilterOptions filter, @Mixin Said said) throws IOException {
        BufferedReader keys = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Queries queries = main.queries()) {
            List<ReviewItem> items = queue(queries, filter).stream()
                    .filter(item -> !queries.reviews().isJudgedBy(said.reviewer, item.claim()))
                    .toList();
            ReviewDialogue dialogue = new ReviewDialogue(main, keys, this::append);
            for (ReviewItem item : items) {
                new ClaimText(main, queries).print(item.claim());
                if (!dialogue.judged(item.claim(), said.reviewer)) {
                    return Main.OK;
                }
            }
        }
        main.terminal().err().println(main.messages().get("review.none"));
        return Main.OK;
    }

    @Command(name = "accept", mixinStandardHelpOptions = true)
    int accept(
            @Parameters(paramLabel = "CLAIM", arity = "1..*", descriptionKey = "claim") List<String> claims,
            @Mixin Said said)
            throws IOException {
        return say(claims, Verdict.ACCEPT, Correction.NONE, said);
    }

    @Command(name = "reject", mixinStandardHelpOptions = true)
    int reject(
            @Parameters(paramLabel = "CLAIM", arity = "1..*", descriptionKey = "claim") List<String> claims,
            @Mixin Said said)
            throws IOException {
        return say(claims, Verdict.REJECT, Correction.NONE, said);
    }

    @Command(name = "note", mixinStandardHelpOptions = true)
    int note(
            @Parameters(paramLabel = "CLAIM", arity = "1..*", descriptionKey = "claim") List<String> claims,
            @Mixin Said said)
            throws IOException {
        return say(claims, Verdict.NOTE, Correction.NONE, said);
    }

    @Command(name = "withdraw", mixinStandardHelpOptions = true)
    int withdraw(
            @Parameters(paramLabel = "CLAIM", arity = "1..*", descriptionKey = "claim") List<String> claims,
            @Mixin Said said)
            throws IOException {
        return say(claims, Verdict.WITHDRAW, Correction.NONE, said);
    }

    @Command(name = "correct", mixinStandardHelpOptions = true)
    int correct(
            @Parameters(index = "0", paramLabel = "CLAIM", descriptionKey = "claim") String claim,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "FIELD=VALUE", descriptionKey = "correction")
                    List<String> values,
            @Mixin Said said)
            throws IOException {
        return say(List.of(claim), Verdict.CORRECT, main.asked().correction(values), said);
    }

    private int say(List<String> ids, Verdict verdict, Correction correction, Said said) throws IOException {
        try (Queries queries = main.queries()) {
            List<Claim> claims = ids.stream()
                    .map(id -> queries.extracted(id)
                            .orElseThrow(() -> new UserException(
                                    Main.USAGE, main.messages().get("review.unknown", id))))
                    .toList();
            for (Claim claim : claims) {
                append(new Review(
                        Clock.systemUTC().instant(),
                        said.reviewer,
                        verdict,
                        Review.Subject.of(claim),
                        correction,
                        said.note));
                if (!main.options.quiet) {
                    Texts texts = new Texts(main.messages().language());
                    String state = queries.reviews().state(claim).id();
                    main.terminal()
                            .err()
                            .println(main.messages()
                                    .get("review.said", claim.id(), texts.get("deployments.review." + state)));
                }
            }
        }
        return Main.OK;
    }

    private void append(Review review) throws IOException {
        new ReviewFile(main.options.dataDirectory().reviews()).append(review);
    }
}
