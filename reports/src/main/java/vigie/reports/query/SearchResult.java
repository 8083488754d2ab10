package vigie.reports.query;

import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param total how many documents match
 * @param exact whether {@code total} is the number; otherwise there are at least so many
 * @param facets field → its values, the most frequent first
 */
public record SearchResult(long total, boolean exact, List<Hit> hits, Map<String, List<Count>> facets) {

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** How many of the documents found have that value. */
    public record Count(String value, int documents) {}
}
