package vigie.reports.web;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.CoverageState;
import vigie.model.SourceCoverage;
import vigie.model.SourceLedger;
import vigie.reports.query.Queries;
import vigie.reports.render.MonthGrid;
import vigie.reports.web.Refusal.Reason;

/** {@code /coverage}: what was read and what was not, source by source; {@code /coverage/ID}: one source, month by month. */
public final class CoveragePage {

    private final Queries queries;
    private final Clock clock;

    CoveragePage(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * A source as the table shows it.
     *
     * @param commune that it publishes for, or null
     * @param outward its address where one may link to it, or null
     */
    public record Row(
            String name,
            String href,
            @Nullable String commune,
            @Nullable String url,
            @Nullable String outward,
            String read,
            String withoutText,
            String failed,
            String refused,
            String last,
            String silence) {}

    /** All sources. */
    public record Model(String lead, List<Row> rows) {

        public Model {
            rows = List.copyOf(rows);
        }
    }

    /** One source. */
    public record Months(SourceLedger ledger, MonthGrid grid, Set<CoverageState> states) {}

    View all(Visit visit) {
        WebTexts texts = visit.texts();
        List<SourceCoverage> sources = queries.coverage();
        return View.of(
                "coverage",
                new Model(
                        lead(sources, texts),
                        sources.stream().map(source -> row(source, texts)).toList()));
    }

    /** What was read of all of them, in one sentence. */
    public static String lead(List<SourceCoverage> sources, WebTexts texts) {
        int read = sources.stream().mapToInt(SourceCoverage::read).sum();
        int scans = sources.stream().mapToInt(SourceCoverage::noText).sum();
        long silent = sources.stream()
                .filter(source -> source.silence() == SourceCoverage.Silence.UNREACHABLE)
                .count();
        long closed = sources.stream().filter(SourceCoverage::unreachable).count() - silent;
        return texts.get("coverage.lead", sources.size(), read, scans, silent, closed);
    }

    private static Row row(SourceCoverage source, WebTexts texts) {
        Instant last = source.lastSuccess();
        return new Row(
                source.name(),
                Href.path("coverage", source.source()),
                source.commune() == null
                        ? null
                        : Href.path("commune", source.commune().value()) + "#coverage",
                source.url(),
                Link.outward(source.url()),
                texts.words().number(source.read()),
                texts.words().number(source.noText()),
                texts.words().number((long) source.failed() + source.unreadable()),
                texts.words().number(source.refused()),
                last == null
                        ? texts.words().get("coverage.never")
                        : texts.words().day(last),
                texts.words().silence(source));
    }

    View one(Visit visit) {
        String id = visit.part("id");
        SourceLedger ledger = queries.ledger(id, null, YearMonth.now(clock))
                .orElseThrow(() -> new Refusal(Reason.NO_PAGE, visit.path()));
        MonthGrid grid = MonthGrid.of(ledger);
        return View.of("months", new Months(ledger, grid, grid.states()));
    }
}
