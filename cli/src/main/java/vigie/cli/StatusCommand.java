package vigie.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.model.Json;
import vigie.model.SourceCoverage;
import vigie.model.archive.DataDirectory;
import vigie.reports.query.IndexStatistics;
import vigie.reports.query.Queries;
import vigie.reports.render.Texts;

/** {@code vigie status}: what is in the collection, and what was read of each source. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", descriptionKey = "format")
    ExplainCommand.Format format = ExplainCommand.Format.TEXT;

    @Option(names = "--health", descriptionKey = "health")
    boolean isHealth;

    @Option(names = "--weeks", paramLabel = "N", defaultValue = "8", descriptionKey = "weeks")
    int weeks;

    @Option(names = "--disk-limit", paramLabel = "20GB", descriptionKey = "disk-limit")
    @Nullable
    String diskLimit;

    @Override
    public Integer call() throws IOException {
        try (Queries queries = Queries.open(main.options.dataDirectory().index())) {
            if (isHealth) {
                return health(queries);
            }
            if (diskLimit != null) {
                return disk(queries, new Asked(main.options, main.messages()).size(diskLimit));
            }
            return status(queries);
        }
    }

    private int health(Queries queries) throws IOException {
        DataDirectory data = main.options.dataDirectory();
        HealthLines lines = new HealthLines();
        Health health = Health.of(
                        queries.coverage(),
                        lines.read(data.runs(), line -> true),
                        lines.read(data.issues(), Health::isAbout),
                        Duration.ofDays(7L * weeks),
                        Clock.systemUTC().instant())
                .with(damages());
        if (format == ExplainCommand.Format.JSON) {
            main.terminal().out().println(Json.mapper().writeValueAsString(health));
        } else {
            new HealthText(main.terminal(), main.messages()).print(health);
        }
        return health.findings().isEmpty() ? Main.OK : Main.PARTLY;
    }

    private List<Health.Finding> damages() throws IOException {
        return ArchiveDamages.of(main.options.dataDirectory(), new HealthLines(), Clock.systemUTC());
    }

    private int disk(Queries queries, long limit) throws IOException {
        DiskBudget budget = DiskBudget.of(main.options.dataDirectory(), limit, queries::evidenceFiles);
        if (format == ExplainCommand.Format.JSON) {
            main.terminal().out().println(Json.mapper().writeValueAsString(budget));
        } else {
            print(budget);
        }
        return budget.over() == 0 ? Main.OK : Main.PARTLY;
    }

    private void print(DiskBudget budget) {
        Messages messages = main.messages();
        Table parts =
                new Table(main.terminal(), List.of(messages.get("column.part"), messages.get("column.megabytes")));
        budget.parts().forEach((name, bytes) -> parts.row(List.of(name, megabytes(bytes))));
        parts.print();
        main.terminal().out().println(messages.get("disk.total", megabytes(budget.total()), megabytes(budget.limit())));
        if (budget.over() == 0) {
            return;
        }
        main.terminal().out().println();
        main.terminal().out().println(messages.get("disk.drops", megabytes(budget.over())));
        Table drops = new Table(
                main.terminal(),
                List.of(messages.get("column.part"), messages.get("column.megabytes"), messages.get("column.why")));
        budget.drops()
                .forEach(drop -> drops.row(List.of(
                        drop.path(),
                        megabytes(drop.bytes()),
                        messages.get("disk.why." + drop.why().id()))));
        drops.print();
        if (budget.overAfterwards() > 0) {
            main.terminal().out().println(messages.get("disk.evidence", megabytes(budget.overAfterwards())));
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1048576.0);
    }

    private int status(Queries queries) throws IOException {
        List<Health.Finding> damages = damages();
        if (format == ExplainCommand.Format.JSON) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("index", queries.statistics());
            answer.put("sources", queries.coverage());
            answer.put("damages", damages);
            main.terminal().out().println(Json.mapper().writeValueAsString(answer));
        } else {
            print(queries.statistics());
            damages.forEach(new HealthText(main.terminal(), main.messages())::print);
            print(queries.coverage());
        }
        return Main.OK;
    }

    private void print(IndexStatistics statistics) {
        main.terminal()
                .out()
                .println(main.messages()
                        .get(
                                "status.index",
                                statistics.documents(),
                                statistics.texts(),
                                statistics.claims(),
                                statistics.deployments(),
                                statistics.segments(),
                                statistics.bytes() / 1024));
        main.terminal().out().println();
    }

    private void print(List<SourceCoverage> sources) {
        Messages messages = main.messages();
        Table table = new Table(
                        main.terminal(),
                        List.of(
                                messages.get("column.source"),
                                messages.get("column.read"),
                                messages.get("column.no-text"),
                                messages.get("column.unreadable"),
                                messages.get("column.refused"),
                                messages.get("column.failed"),
                                messages.get("column.last"),
                                messages.get("column.newest")))
                .whole(6, 7);
        for (SourceCoverage source : sources) {
            table.row(List.of(
                    source.source(),
                    String.valueOf(source.read()),
                    String.valueOf(source.noText()),
                    String.valueOf(source.unreadable()),
                    String.valueOf(source.refused()),
                    String.valueOf(source.failed()),
                    source.unreachable()
                            ? new Texts(messages.language()).silence(source)
                            : source.lastSuccess() == null
                                    ? messages.get("status.never")
                                    : source.lastSuccess().toString().substring(0, 10),
                    Objects.toString(source.newest(), "")));
        }
        table.print();
    }
}
