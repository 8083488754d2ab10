package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vigie.model.CoverageState;
import vigie.model.LedgerMonth;
import vigie.model.MonthCounts;
import vigie.model.SourceLedger;

class MonthGridTest {

    @Test
    void yearsOfOneUnknownStateShareARow() {
        MonthGrid grid = grid("2018-01", "2024-02", month -> CoverageState.NOT_TRIED, MonthCounts.none());
        assertThat(grid.rows()).extracting(MonthGrid.Row::years).containsExactly("2024", "2018–2023");
        assertThat(texts(grid.rows().get(0))).isEqualTo("– –          ");
    }

    @Test
    void yearsWithNumbersStandAlone() {
        MonthGrid grid = grid("2022-01", "2023-12", month -> CoverageState.READ, new MonthCounts(3, 0, 0, 0, 0));
        assertThat(grid.rows()).extracting(MonthGrid.Row::years).containsExactly("2023", "2022");
        assertThat(grid.width()).isOne();
    }

    @Test
    void whatCouldNotBeReadStandsBehindWhatWas() {
        MonthGrid read = grid("2024-01", "2024-01", month -> CoverageState.READ, new MonthCounts(12, 2, 1, 0, 0));
        assertThat(texts(read.rows().get(0))).startsWith("12!3 ");
        MonthGrid scans = grid("2024-01", "2024-01", month -> CoverageState.UNREADABLE, new MonthCounts(0, 4, 0, 0, 0));
        assertThat(texts(scans.rows().get(0))).startsWith("!4 ");
        assertThat(scans.states()).containsExactly(CoverageState.UNREADABLE);
    }

    private static String texts(MonthGrid.Row row) {
        return row.cells().stream().map(MonthGrid.Cell::text).collect(Collectors.joining(" "));
    }

    private static MonthGrid grid(
            String from, String until, Function<YearMonth, CoverageState> state, MonthCounts counts) {
        List<LedgerMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.parse(from);
                !month.isAfter(YearMonth.parse(until));
                month = month.plusMonths(1)) {
            months.add(new LedgerMonth(month, state.apply(month), counts));
        }
        return MonthGrid.of(
                new SourceLedger("a", "A", null, null, null, MonthCounts.none(), MonthCounts.none(), 0, 0, months));
    }
}
