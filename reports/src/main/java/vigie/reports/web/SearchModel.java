package vigie.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the search page shows.
 *
 * @param chips what the search is narrowed to, each with the address without it
 * @param fault why it cannot be run, or null
 * @param found what was found, or null where nothing was asked for or it cannot be run
 */
public record SearchModel(
        SearchForm form,
        List<Link> chips,
        @Nullable String fault,
        @Nullable Found found) {

    public SearchModel {
        chips = List.copyOf(chips);
    }

    /**
     * A page of what was found.
     *
     * @param previous address of the page before, or null
     * @param next address of the page after, or null
     * @param position such as "page 2 of 7"
     * @param json address of the same as JSON
     * @param csv address of the same as CSV
     */
    public record Found(
            String count,
            List<Row> rows,
            List<Facet> facets,
            @Nullable String previous,
            @Nullable String next,
            String position,
            String json,
            String csv) {

        public Found {
            rows = List.copyOf(rows);
            facets = List.copyOf(facets);
        }
    }

    /**
     * A document found.
     *
     * @param href of our page about it
     * @param facts commune, date, kind and source, as far as they are known
     * @param address where it was published
     * @param outward the same where one may link to it, or null
     */
    public record Row(
            String title,
            String href,
            List<String> facts,
            String address,
            @Nullable String outward,
            List<Extract> extracts) {

        public Row {
            facts = List.copyOf(facts);
            extracts = List.copyOf(extracts);
        }
    }

    /**
     * A stretch of a document.
     *
     * @param href of our page about the document, at this place
     * @param page from 1, or null
     */
    public record Extract(
            String href, @Nullable Integer page, boolean cutBefore, List<Piece> pieces, boolean cutAfter) {

        public Extract {
            pieces = List.copyOf(pieces);
        }
    }

    /** Some words; {@code marked} where they were looked for. */
    public record Piece(String text, boolean marked) {}

    /**
     * A field with its values, the most frequent first.
     *
     * @param first shown at once
     * @param more shown when asked for
     * @param open whether its values are shown at once
     */
    public record Facet(String field, String name, List<Choice> first, List<Choice> more, boolean open) {

        public Facet {
            first = List.copyOf(first);
            more = List.copyOf(more);
        }
    }

    /**
     * A value to narrow the search to.
     *
     * @param href of the search with it, or without it where it is chosen
     */
    public record Choice(String label, String count, String href, boolean chosen) {}
}
