package vigie.reports.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of an export: what CSV, SQLite and Parquet have in common.
 *
 * @param keys how many of the first columns are the primary key
 * @param shared whether several towns may bring the same row
 * @param rows what a town brings
 */
record Table<R>(String name, int keys, boolean shared, List<Column<R>> columns, Function<Town, List<R>> rows) {

    Table {
        columns = List.copyOf(columns);
    }

    /** The names of the columns that are the key. */
    List<String> key() {
        return columns.stream().limit(keys).map(Column::name).toList();
    }

    /** Gives the cells of rows, of several towns one after the other, each row once. */
    Cells cells() {
        return new Cells();
    }

    /** Remembers the keys that were given. */
    final class Cells {

        private final Set<String> given = new HashSet<>();

        List<List<@Nullable Object>> of(Town town) {
            List<List<@Nullable Object>> found = new ArrayList<>();
            for (R row : rows.apply(town)) {
                List<@Nullable Object> cells = new ArrayList<>(columns.size());
                columns.forEach(column -> cells.add(column.cell().of(row)));
                if (!shared || given.add(cells.subList(0, keys).toString())) {
                    found.add(cells);
                }
            }
            return found;
        }
    }
}
