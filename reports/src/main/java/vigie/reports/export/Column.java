package vigie.reports.export;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Term;

/**
 * A column of a table. Its title and description stand in {@code dictionary.properties} under {@code table.column}.
 *
 * @param terms all values that it can have, or none where they are not counted
 * @param references name of the table whose key it holds, or null
 */
record Column<R>(
        String name,
        Kind kind,
        List<String> terms,
        @Nullable String references,
        Cell<R> cell) {

    /** What a column holds. */
    enum Kind {
        TEXT,
        /** Year, month or day: {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}. */
        DATE,
        /** A moment in UTC, ISO 8601. */
        INSTANT,
        INTEGER,
        NUMBER,
        BOOLEAN
    }

    /** The value of a row: a text, {@code Long}, {@code Double} or {@code Boolean} as the kind says, or null. */
    interface Cell<R> {
        @Nullable
        Object of(R row);
    }

    Column {
        terms = List.copyOf(terms);
    }

    static <R> Column<R> typed(String name, Kind kind, Cell<R> cell) {
        return new Column<>(name, kind, List.of(), null, cell);
    }

    static <R> Column<R> text(String name, Cell<R> cell) {
        return typed(name, Kind.TEXT, row -> {
            Object value = cell.of(row);
            return value == null ? null : value.toString();
        });
    }

    static <R> Column<R> date(String name, Cell<R> cell) {
        return typed(name, Kind.DATE, text(name, cell).cell());
    }

    static <R> Column<R> instant(String name, Cell<R> cell) {
        return typed(name, Kind.INSTANT, text(name, cell).cell());
    }

    /** A word of a vocabulary. */
    static <R> Column<R> term(String name, Class<? extends Term> vocabulary, Cell<R> cell) {
        List<String> terms =
                Stream.of(vocabulary.getEnumConstants()).map(Term::id).toList();
        return new Column<>(name, Kind.TEXT, terms, null, row -> {
            Object value = cell.of(row);
            return value instanceof Term term ? term.id() : null;
        });
    }

    /** The key of a row of another table. */
    static <R> Column<R> reference(String name, String table, Cell<R> cell) {
        return new Column<>(name, Kind.TEXT, List.of(), table, text(name, cell).cell());
    }
}
