package vigie.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A search that somebody wants to hear of again.
 *
 * @param id kebab-case, of the name; its feed is called by it
 * @param name as people call it
 * @param query in the query language; may be empty where there is a filter
 * @param filters field → values of which one must be there
 */
public record SavedSearch(String id, String name, String query, Map<String, List<String>> filters, Instant saved) {

    public SavedSearch {
        filters = Map.copyOf(filters);
        if (!id.matches("[a-z0-9]+(?:-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not an id of a search: '" + id + "'");
        }
    }
}
