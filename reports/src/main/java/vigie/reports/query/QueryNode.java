package vigie.reports.query;

import java.util.List;

/** What a query says, before Lucene hears of it. */
sealed interface QueryNode {

    /** A word, or several that were written as one (hyphens). */
    record Word(String text) implements QueryNode {}

    /** Words in order; with {@code slop} > 0 near each other. */
    record Phrase(String text, int slop) implements QueryNode {}

    /** A word and those like it. */
    record Fuzzy(String text, int edits) implements QueryNode {}

    /** A word with {@code *} or {@code ?}. */
    record Wildcard(String pattern) implements QueryNode {}

    /** A field, by the name that was written, and its value. */
    record Field(String name, String value) implements QueryNode {}

    /** All of them; {@link Not} among them takes away. */
    record And(List<QueryNode> parts) implements QueryNode {}

    /** At least one of them. */
    record Or(List<QueryNode> parts) implements QueryNode {}

    /** Not that. */
    record Not(QueryNode part) implements QueryNode {}
}
