package vigie.reports.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.CommuneRef;
import vigie.model.PartialDate;

/**
 * A document that a search found.
 *
 * @param document its id
 * @param commune that published it, or null
 * @param source id of the source
 * @param kind of publication, kebab-case
 * @param page of the best passage, or null where there are no pages
 * @param snippets the best passages, the best first
 */
public record Hit(
        String document,
        @Nullable String title,
        String url,
        @Nullable PartialDate date,
        @Nullable CommuneRef commune,
        String source,
        String kind,
        @Nullable Integer page,
        float score,
        List<Snippet> snippets) {

    public Hit {
        snippets = List.copyOf(snippets);
    }
}
