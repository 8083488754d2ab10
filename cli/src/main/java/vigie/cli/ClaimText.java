package vigie.cli;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.model.Claim;
import vigie.model.DocumentVersion;
import vigie.model.Evidence;
import vigie.model.Reference;
import vigie.model.Review;
import vigie.model.ReviewState;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;
import vigie.model.config.Product;
import vigie.reports.query.Queries;
import vigie.reports.render.ContractTexts;
import vigie.reports.render.Reasons;
import vigie.reports.render.Surroundings;
import vigie.reports.render.Texts;

/** A claim as it was extracted, for the terminal: its quote in context, every step back to the bytes, what people said. */
final class ClaimText {

    private static final int CONTEXT = 300;

    private final Main main;
    private final Queries queries;
    private final FirmNames firms;

    ClaimText(Main main, Queries queries) {
        this.main = main;
        this.queries = queries;
        this.firms = new FirmNames(main.options);
    }

    /** Prints it. */
    void print(Claim claim) {
        Terminal terminal = main.terminal();
        PrintStream out = terminal.out();
        Texts texts = new Texts(main.messages().language());
        out.println(terminal.bold(claim.id() + " · " + texts.stage(claim.stage(), claim.modality()) + " · "
                + texts.date(claim.date()) + " · " + texts.confidence(claim.confidence())));
        terminal.wrapped(about(claim, texts), " · ", "  ").forEach(out::println);
        Optional<SourceDocument> document = queries.document(claim.document());
        Evidence evidence = claim.evidence();
        quote(evidence, document, texts);
        line(
                "explain.document",
                claim.document() + document.map(found -> " · " + found.title()).orElse(""));
        String called = new ContractTexts(texts).called(claim);
        if (!called.isEmpty()) {
            line("explain.contract", called);
        }
        if (!claim.functions().isEmpty()) {
            line("explain.functions", String.join(", ", claim.functions()));
        }
        if (claim.vote() != null) {
            line("explain.vote", texts.vote(claim.vote()));
        }
        if (evidence.page() != null) {
            line("explain.page", String.valueOf(evidence.page()));
        }
        document.map(found -> found.recognised(evidence.page()))
                .ifPresent(
                        sure -> line("explain.recognised", main.messages().get("explain.recognised.confidence", sure)));
        cited("explain.act", claim.references(Reference.Kind.ACT));
        cited("explain.cpv", claim.references(Reference.Kind.CPV));
        line("explain.offsets", evidence.start() + "–" + evidence.end());
        line("explain.url", String.valueOf(evidence.url()));
        if (evidence.fetchedFrom() != null) {
            line("explain.from", evidence.fetchedFrom());
        }
        if (evidence.fetched() != null) {
            line(
                    "explain.fetched",
                    texts.time(evidence.fetched()) + " (" + evidence.fetched().truncatedTo(ChronoUnit.SECONDS) + ")");
        }
        line("explain.hash", evidence.sha256());
        queries.presence(claim.document()).ifPresent(presence -> {
            String first = texts.time(presence.firstSeen());
            String last = texts.time(presence.lastSeen());
            line(
                    "explain.seen",
                    first.equals(last)
                            ? main.messages().get("explain.seen.on", first, presence.versions())
                            : main.messages().get("explain.seen.from", first, last, presence.versions()));
            if (presence.vanished() != null) {
                line("explain.vanished", texts.since(presence));
            }
            if (presence.versions() > 1) {
                versions(claim.document(), presence.versions(), texts);
            }
        });
        document.ifPresent(found -> {
            WarcPosition position = found.capture().warc();
            if (position != null) {
                line(
                        "explain.archive",
                        main.options.dataDirectory().archive().resolve(position.file()) + " @ " + position.offset());
            }
        });
        out.println(main.messages().get("explain.because"));
        Reasons.of(claim, texts).forEach(reason -> out.println("  - " + reason));
        reviews(claim, texts);
    }

    private void versions(String document, int count, Texts texts) {
        List<DocumentVersion> versions = queries.versions(document);
        int number = count - versions.size();
        for (DocumentVersion version : versions) {
            number++;
            WarcPosition position = version.capture().warc();
            main.terminal()
                    .out()
                    .println("    "
                            + main.messages()
                                    .get(
                                            "explain.version",
                                            number,
                                            texts.time(version.firstSeen()),
                                            texts.time(version.lastSeen()),
                                            version.capture().sha256())
                            + (position == null ? "" : " · " + position.file() + " @ " + position.offset()));
        }
    }

    /** What is claimed: where, what, whose, by whom, for how much. */
    private List<String> about(Claim claim, Texts texts) {
        return Stream.of(
                        claim.commune() == null
                                ? main.messages().get("explain.no-commune")
                                : claim.commune().name() + " ("
                                        + claim.commune().insee() + ")",
                        texts.technology(claim.technology()),
                        firms.of(claim.vendor(), ""),
                        claim.product() == null
                                ? ""
                                : main.options
                                        .projectPart()
                                        .product(claim.product())
                                        .map(Product::name)
                                        .orElse(claim.product()),
                        claim.integrator() == null
                                ? ""
                                : texts.labelled(
                                        main.messages().get("explain.integrator"), firms.of(claim.integrator(), "")),
                        claim.amount() == null ? "" : texts.amount(claim.amount()))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private void reviews(Claim claim, Texts texts) {
        List<Review> said = queries.reviews().of(claim);
        if (!said.isEmpty()) {
            ReviewState state = queries.reviews().state(claim);
            line("explain.review", texts.get("deployments.review." + state.id()));
        }
        for (Review review : said) {
            String what = Stream.of(review.correction().toString(), review.note())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
            main.terminal()
                    .out()
                    .println("  - " + texts.time(review.time()) + " · " + review.reviewer() + " · "
                            + main.messages()
                                    .get("review.verdict." + review.verdict().id())
                            + (what.isEmpty() ? "" : " · " + what));
        }
    }

    /** The quote where it stands, in marks, with some text around. */
    private void quote(Evidence evidence, Optional<SourceDocument> document, Texts texts) {
        Terminal terminal = main.terminal();
        Surroundings around =
                document.map(found -> Surroundings.of(found, evidence, CONTEXT)).orElse(new Surroundings("", ""));
        lines(around.before()).forEach(line -> terminal.out().println(terminal.dim(line)));
        lines(texts.quoted(evidence.quote())).forEach(line -> terminal.out().println(terminal.bold(line)));
        lines(around.after()).forEach(line -> terminal.out().println(terminal.dim(line)));
    }

    private List<String> lines(String text) {
        return text.isBlank()
                ? List.of()
                : main.terminal().wrapped(Surroundings.flowing(text).strip(), "  ");
    }

    private void cited(String key, List<String> values) {
        if (!values.isEmpty()) {
            line(key, String.join(", ", values));
        }
    }

    private void line(String key, String value) {
        Texts texts = new Texts(main.messages().language());
        main.terminal().out().println("  " + texts.labelled(main.messages().get(key), value));
    }
}
