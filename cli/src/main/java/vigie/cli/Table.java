package vigie.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lays out rows in columns that fit the terminal; the widest columns are cut first, with an ellipsis, the first one, which
 * names the row, least. Where a terminal is too narrow for all columns, or for those that must not be cut, each row becomes
 * a few lines, nothing cut.
 */
final class Table {

    private static final int GAP = 2;
    private static final int LEAST = 8;
    private static final int LEAST_NAME = 12;

    private final Terminal terminal;
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> whole = new HashSet<>();

    Table(Terminal terminal, List<String> header) {
        this.terminal = terminal;
        rows.add(List.copyOf(header));
    }

    /** Columns, from 0, whose cells say nothing when they are cut, such as dates and ids. */
    Table whole(Integer... columns) {
        whole.addAll(List.of(columns));
        return this;
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    void print() {
        int[] widths = widths();
        if (total(widths) > room()) {
            printLines();
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder();
            List<String> cells = rows.get(i);
            for (int column = 0; column < cells.size(); column++) {
                String cell = cut(cells.get(column), widths[column]);
                line.append(cell);
                if (column < cells.size() - 1) {
                    line.append(" ".repeat(widths[column] - Terminal.length(cell) + GAP));
                }
            }
            terminal.out().println(i == 0 ? terminal.bold(line.toString()) : line.toString());
        }
    }

    private void printLines() {
        List<String> header = rows.get(0);
        for (List<String> row : rows.subList(1, rows.size())) {
            terminal.out().println(terminal.bold(row.get(0)));
            List<String> told = new ArrayList<>();
            for (int column = 1; column < row.size(); column++) {
                if (!row.get(column).isEmpty()) {
                    told.add(terminal.dim(header.get(column)) + " " + row.get(column));
                }
            }
            terminal.wrapped(told, " · ", "  ").forEach(terminal.out()::println);
        }
    }

    private int room() {
        return terminal.tableWidth() - GAP * (rows.get(0).size() - 1);
    }

    private int[] widths() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], Terminal.length(row.get(column)));
            }
        }
        while (total(widths) > room()) {
            int widest = -1;
            for (int column = 0; column < columns; column++) {
                boolean wider = widest < 0 || widths[column] > widths[widest];
                widest = widths[column] > least(column) && wider ? column : widest;
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private int least(int column) {
        if (!whole.contains(column)) {
            return column == 0 ? LEAST_NAME : LEAST;
        }
        return rows.stream()
                .skip(1)
                .mapToInt(row -> Terminal.length(row.get(column)))
                .max()
                .orElse(0);
    }

    private static int total(int[] widths) {
        int total = 0;
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    private static String cut(String cell, int width) {
        return Terminal.length(cell) <= width ? cell : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
    }
}
