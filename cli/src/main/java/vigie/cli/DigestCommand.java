package vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.model.SourceCoverage;
import vigie.model.archive.DataDirectory;
import vigie.model.archive.SearchFile;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.reports.Digest;
import vigie.reports.DigestRun;
import vigie.reports.digest.Mailer;
import vigie.reports.query.Queries;
import vigie.reports.render.Texts;

/** {@code vigie digest}: what is new, as files and by mail. */
@Command(name = "digest", mixinStandardHelpOptions = true)
final class DigestCommand implements Callable<Integer> {

    private static final Map<Health.Kind, Digest.Trouble> TROUBLES = Map.of(
            Health.Kind.SILENT, Digest.Trouble.SILENT,
            Health.Kind.MISSING, Digest.Trouble.MISSING,
            Health.Kind.UNREACHABLE, Digest.Trouble.UNREACHABLE);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration SILENCE = Duration.ofDays(56);
    private static final String USER = "VIGIE_SMTP_USER";
    private static final String PASSWORD = "VIGIE_SMTP_PASSWORD";

    @ParentCommand
    Main main;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "digest-since")
    @Nullable
    String since;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "html,text,atom,json",
            defaultValue = "html,text,atom,json",
            descriptionKey = "digest-format")
    Set<DigestRun.Format> formats = new LinkedHashSet<>();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
    @Nullable
    Path out;

    @Option(names = "--home", paramLabel = "URL", descriptionKey = "home")
    @Nullable
    URI home;

    @ArgGroup(exclusive = false)
    @Nullable
    Mail mail;

    /** To whom it is sent, by which server. */
    static final class Mail {

        @Option(names = "--mail-to", split = ",", required = true, paramLabel = "ADDRESS", descriptionKey = "mail-to")
        List<String> to = List.of();

        @Option(names = "--mail-from", required = true, paramLabel = "ADDRESS", descriptionKey = "mail-from")
        String from = "";

        @Option(names = "--smtp", paramLabel = "HOST:PORT", defaultValue = "localhost:25", descriptionKey = "smtp")
        String server = "localhost:25";

        @Option(
                names = "--smtp-security",
                paramLabel = "none|starttls|tls",
                defaultValue = "starttls",
                descriptionKey = "smtp-security")
        Mailer.Security security = Mailer.Security.STARTTLS;
    }

    @Override
    public Integer call() throws IOException, ProjectException {
        Mailer mailer = mail == null ? null : mailer(mail);
        DataDirectory data = main.options.dataDirectory();
        Path folder = out == null ? data.reports() : out;
        try (Queries queries = main.queries()) {
            DigestRun run = run(main, queries, main.options.project(), home);
            Digest digest = run.since(moment(data), quiet(queries, data));
            List<Path> written = run.write(digest, formats, new SearchFile(data.searches()).read(), folder);
            written.forEach(file -> main.terminal().out().println(file));
            if (mail != null && mailer != null) {
                send(mailer, mail, run, digest);
            }
        }
        return Main.OK;
    }

    private void send(Mailer mailer, Mail wanted, DigestRun run, Digest digest) throws IOException {
        Texts texts = new Texts(main.messages().language());
        String text = run.render(digest, DigestRun.Format.TEXT);
        String html = run.render(digest, DigestRun.Format.HTML);
        try {
            mailer.send(
                    wanted.to,
                    "Vigie – " + texts.get("digest.title") + " – " + texts.day(digest.until()),
                    text,
                    html,
                    digest.until());
        } catch (IOException e) {
            throw new UserException(
                    Main.FAILED, main.messages().get("digest.refused", mailer, String.valueOf(e.getMessage())));
        }
        main.terminal().err().println(main.messages().get("digest.sent", wanted.to.size(), mailer));
    }

    /** How {@code run} and {@code digest} make one. */
    static DigestRun run(Main main, Queries queries, Project project, @Nullable URI home) {
        return new DigestRun(
                queries,
                project,
                new Texts(main.messages().language()),
                Clock.systemUTC(),
                home == null ? null : home.toString());
    }

    private Mailer mailer(Mail wanted) {
        int colon = wanted.server.lastIndexOf(':');
        String port = colon < 0 ? "" : wanted.server.substring(colon + 1);
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new UserException(Main.USAGE, main.messages().get("digest.smtp", wanted.server));
        }
        return new Mailer(
                wanted.server.substring(0, colon),
                Integer.parseInt(port),
                wanted.security,
                System.getenv(USER),
                System.getenv(PASSWORD),
                wanted.from);
    }

    /** The day that was asked for, else when digests start. */
    private Instant moment(DataDirectory data) throws IOException {
        if (since == null) {
            return start(data);
        }
        Instant asked = Objects.requireNonNull(new Asked(main.options, main.messages()).since(since))
                .atStartOfDay(PARIS)
                .toInstant();
        if (asked.isAfter(Instant.now())) {
            throw new UserException(Main.USAGE, main.messages().get("digest.future", since));
        }
        return asked;
    }

    /** The run before the last one, else the beginning of the day a week ago. */
    static Instant start(DataDirectory data) throws IOException {
        List<Instant> runs = new HealthLines()
                .read(data.runs(), line -> true).stream()
                        .filter(run -> run.path("crawl").isObject())
                        .map(run -> Instant.parse(run.path("time").asText()))
                        .sorted()
                        .toList();
        return runs.size() < 2
                ? Clock.systemUTC().instant().minus(WEEK).truncatedTo(ChronoUnit.DAYS)
                : runs.get(runs.size() - 2);
    }

    /** Sources that have gone silent or do not answer, as {@code status --health} sees them. */
    static List<Digest.Quiet> quiet(Queries queries, DataDirectory data) throws IOException {
        List<SourceCoverage> sources = queries.coverage();
        Map<String, SourceCoverage> byId =
                sources.stream().collect(Collectors.toMap(SourceCoverage::source, Function.identity()));
        List<JsonNode> runs = new HealthLines().read(data.runs(), line -> true);
        Health health =
                Health.of(sources, runs, List.of(), SILENCE, Clock.systemUTC().instant());
        return health.findings().stream()
                .filter(finding -> TROUBLES.containsKey(finding.kind()))
                .map(finding -> new Digest.Quiet(
                        Objects.requireNonNull(finding.source()),
                        Objects.requireNonNull(byId.get(finding.source())).name(),
                        Objects.requireNonNull(TROUBLES.get(finding.kind())),
                        finding.since()))
                .toList();
    }
}
