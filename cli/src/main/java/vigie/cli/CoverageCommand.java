package vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.model.Commune;
import vigie.model.CoverageState;
import vigie.model.Json;
import vigie.model.MonthCounts;
import vigie.model.SourceCoverage;
import vigie.model.SourceLedger;
import vigie.reports.query.Queries;
import vigie.reports.render.CsvCells;
import vigie.reports.render.MonthGrid;
import vigie.reports.render.Texts;

/** {@code vigie coverage}: what was read and what was not, for one commune or source, month by month. */
@Command(name = "coverage", mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {

    private static final int YEARS_WIDTH = 9;
    private static final int LEAST_WIDTH = 5;

    @ParentCommand
    Main main;

    @Option(names = "--commune", paramLabel = "NAME|INSEE", descriptionKey = "commune")
    @Nullable
    String commune;

    @Option(names = "--source", paramLabel = "ID", descriptionKey = "source")
    @Nullable
    String source;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "since")
    @Nullable
    String since;

    @Option(names = "--format", paramLabel = "table|json|csv", defaultValue = "table", descriptionKey = "format")
    Format format = Format.TABLE;

    enum Format {
        TABLE,
        JSON,
        CSV
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (commune == null && source == null) {
            throw new UserException(Main.USAGE, main.messages().get("coverage.what"));
        }
        Asked asked = new Asked(main.options, main.messages());
        Commune wanted = commune == null ? null : asked.commune(commune);
        YearMonth until = YearMonth.now(Clock.systemUTC());
        YearMonth from = since == null ? null : asked.month(since);
        try (Queries queries = Queries.open(main.options.dataDirectory().index())) {
            List<SourceLedger> ledgers = wanted == null
                    ? queries.ledger(String.valueOf(source), from, until).stream()
                            .toList()
                    : queries.ledger(wanted.code(), from, until).stream()
                            .filter(ledger -> source == null || ledger.source().equals(source))
                            .toList();
            if (ledgers.isEmpty() && source != null) {
                throw unknownSource(queries, wanted);
            }
            switch (format) {
                case JSON -> json(wanted, ledgers);
                case CSV -> main.terminal().out().print(csv(ledgers));
                case TABLE -> print(wanted, ledgers);
            }
        }
        return Main.OK;
    }

    private UserException unknownSource(Queries queries, @Nullable Commune wanted) {
        List<SourceCoverage> known = wanted == null ? queries.coverage() : queries.coverage(wanted.code());
        List<String> ids = known.stream().map(SourceCoverage::source).toList();
        return new UserException(
                Main.USAGE,
                main.messages()
                        .get(
                                "crawl.source.unknown",
                                String.valueOf(source),
                                String.join(", ", Asked.near(String.valueOf(source), ids))));
    }

    private void json(@Nullable Commune wanted, List<SourceLedger> ledgers) throws JsonProcessingException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("commune", wanted == null ? null : wanted.ref());
        answer.put("sources", ledgers);
        main.terminal().out().println(Json.mapper().writeValueAsString(answer));
    }

    /** A line per source and month, and one without a month for what tells none. */
    private static String csv(List<SourceLedger> ledgers) {
        Stream<List<@Nullable Object>> months = ledgers.stream()
                .flatMap(ledger -> ledger.months().stream().map(month -> row(ledger, month.month(), month.counts())));
        Stream<List<@Nullable Object>> undated = ledgers.stream()
                .filter(ledger -> !ledger.undated().equals(MonthCounts.none()))
                .map(ledger -> row(ledger, null, ledger.undated()));
        return CsvCells.table(
                List.of("source", "name", "month", "read", "no_text", "unreadable", "blocked", "unreachable"),
                Stream.concat(months, undated));
    }

    private static List<@Nullable Object> row(SourceLedger ledger, @Nullable YearMonth month, MonthCounts counts) {
        return Arrays.asList(
                ledger.source(),
                ledger.name(),
                month,
                counts.read(),
                counts.noText(),
                counts.unreadable(),
                counts.blocked(),
                counts.unreachable());
    }

    private void print(@Nullable Commune wanted, List<SourceLedger> ledgers) {
        PrintStream out = main.terminal().out();
        Texts texts = new Texts(main.messages().language());
        if (wanted != null) {
            out.println(main.terminal().bold(wanted.name() + " (" + wanted.code() + ")"));
        }
        if (ledgers.isEmpty()) {
            main.terminal().err().println(main.messages().get("coverage.none"));
            return;
        }
        Set<CoverageState> states = EnumSet.noneOf(CoverageState.class);
        for (SourceLedger ledger : ledgers) {
            MonthGrid grid = MonthGrid.of(ledger);
            states.addAll(grid.states());
            out.println();
            out.println(
                    main.terminal().bold(ledger.source()) + " · " + ledger.name() + " · " + answered(ledger, texts));
            print(grid, texts);
            if (ledger.vanished() + ledger.changed() > 0) {
                out.println(texts.get("coverage.vanished", ledger.vanished(), ledger.changed()));
            }
            apart("coverage.undated", ledger.undated());
            apart("coverage.outside", ledger.outside());
        }
        out.println();
        states.forEach(state -> out.println(
                "  " + pad(MonthGrid.sign(state), 4) + texts.get("coverage.state." + state.id() + ".long")));
    }

    private String answered(SourceLedger ledger, Texts texts) {
        return ledger.lastSuccess() == null
                ? main.messages().get(ledger.lastTried() == null ? "coverage.untried" : "status.unreachable")
                : main.messages().get("coverage.answered", texts.day(ledger.lastSuccess()));
    }

    private void print(MonthGrid grid, Texts texts) {
        int width = Math.max(LEAST_WIDTH, grid.width() + 1);
        StringBuilder head = new StringBuilder(" ".repeat(YEARS_WIDTH));
        for (Month month : Month.values()) {
            head.append(before(texts.month(month), width));
        }
        main.terminal().out().println(main.terminal().dim(head.toString()));
        for (MonthGrid.Row row : grid.rows()) {
            StringBuilder line = new StringBuilder(pad(row.years(), YEARS_WIDTH));
            row.cells().forEach(cell -> line.append(before(cell.text(), width)));
            main.terminal().out().println(line.toString().stripTrailing());
        }
    }

    /** What has no month, or one that is not shown, where there is anything. */
    private void apart(String key, MonthCounts counts) {
        if (!counts.equals(MonthCounts.none())) {
            main.terminal()
                    .out()
                    .println(main.messages()
                            .get(
                                    key,
                                    counts.read(),
                                    counts.noText() + counts.unreadable(),
                                    counts.blocked(),
                                    counts.unreachable()));
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String before(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
