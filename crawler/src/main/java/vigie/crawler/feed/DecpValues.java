package vigie.crawler.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.config.Communes;

/** What the schemas of essential data say about fields: labels, how they are read, allowed values. Immutable. */
record DecpValues(List<Field> fields, Set<List<String>> allowed) {

    /** How a field is read. */
    enum Form {
        TEXT,
        /** One or more of the allowed values. */
        LIST,
        FLAG,
        DAY,
        EURO
    }

    /** @param form null where the field is left out on purpose */
    record Field(String name, String label, @Nullable Form form) {}

    static DecpValues load() {
        Set<List<String>> allowed = new HashSet<>();
        Table.rows("decp-values.tsv", 2).forEach(row -> allowed.add(List.of(row.get(0), Communes.fold(row.get(1)))));
        return new DecpValues(
                Table.rows("decp-fields.tsv", 3).stream()
                        .map(row -> new Field(row.get(0), row.get(1), form(row.get(2))))
                        .toList(),
                Set.copyOf(allowed));
    }

    private static @Nullable Form form(String name) {
        return name.equals("-") ? null : Form.valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether a schema allows {@code value}; case, accents and kinds of apostrophe aside. */
    boolean allows(String field, String value) {
        return allowed.contains(List.of(field, Communes.fold(value)));
    }
}
