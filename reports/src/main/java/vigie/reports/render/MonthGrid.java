package vigie.reports.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.CoverageState;
import vigie.model.LedgerMonth;
import vigie.model.MonthCounts;
import vigie.model.SourceLedger;

/**
 * A source's ledger as a table of years by months. Years of which nothing at all is known but one and the same state
 * share a row.
 */
public record MonthGrid(List<Row> rows) {

    private static final int MONTHS = 12;

    public MonthGrid {
        rows = List.copyOf(rows);
    }

    /**
     * One year, or several alike.
     *
     * @param years as in {@code 2019} or {@code 2012–2017}
     * @param cells January to December
     */
    public record Row(String years, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One month.
     *
     * @param text a number of documents or a sign; empty outside the ledger's months
     * @param state null outside the ledger's months
     * @param counts of the month
     */
    public record Cell(String text, @Nullable CoverageState state, MonthCounts counts) {

        private static final Cell OUTSIDE = new Cell("", null, MonthCounts.none());

        static Cell of(LedgerMonth month) {
            MonthCounts counts = month.counts();
            String unread = counts.unread() == 0 ? "" : "!" + counts.unread();
            String text = switch (month.state()) {
                case READ -> counts.read() + unread;
                case UNREADABLE -> unread;
                case BLOCKED, UNREACHABLE, NOTHING, NOT_TRIED -> sign(month.state());
            };
            return new Cell(text, month.state(), counts);
        }
    }

    /** The sign of a state that is shown without a number. */
    public static String sign(CoverageState state) {
        return switch (state) {
            case READ -> "n";
            case UNREADABLE -> "!n";
            case NOTHING -> "·";
            case BLOCKED -> "R";
            case UNREACHABLE -> "×";
            case NOT_TRIED -> "–";
        };
    }

    /** The grid of a ledger, newest year first. */
    public static MonthGrid of(SourceLedger ledger) {
        List<Year> years = years(ledger);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            int last = years.get(i).number();
            List<Cell> cells = years.get(i).cells();
            while (i + 1 < years.size()
                    && years.get(i + 1).cells().equals(cells)
                    && years.get(i).isUniform()) {
                i++;
            }
            int first = years.get(i).number();
            rows.add(new Row(first == last ? String.valueOf(last) : first + "–" + last, cells));
        }
        return new MonthGrid(rows);
    }

    private record Year(int number, List<Cell> cells) {

        /** Whether all months are alike and no document or address of them is known. */
        boolean isUniform() {
            return cells.stream().distinct().count() == 1
                    && cells.get(0).counts().equals(MonthCounts.none());
        }
    }

    private static List<Year> years(SourceLedger ledger) {
        List<Year> years = new ArrayList<>();
        for (LedgerMonth month : ledger.months()) {
            int number = month.month().getYear();
            if (years.isEmpty() || years.get(0).number() != number) {
                Cell[] cells = new Cell[MONTHS];
                Arrays.fill(cells, Cell.OUTSIDE);
                years.add(0, new Year(number, Arrays.asList(cells)));
            }
            years.get(0).cells().set(month.month().getMonthValue() - 1, Cell.of(month));
        }
        return years;
    }

    /** The states that occur, for a legend. */
    public Set<CoverageState> states() {
        Set<CoverageState> states = EnumSet.noneOf(CoverageState.class);
        rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> Stream.ofNullable(cell.state()))
                .forEach(states::add);
        return states;
    }

    /** The widest text of a cell. */
    public int width() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(Cell::text)
                .mapToInt(String::length)
                .max()
                .orElse(1);
    }
}
