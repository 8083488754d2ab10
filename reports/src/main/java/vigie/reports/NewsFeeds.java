package vigie.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Evidence;
import vigie.model.Presence;
import vigie.model.SavedSearch;
import vigie.reports.digest.AtomFeed;
import vigie.reports.query.Hit;
import vigie.reports.query.Queries;
import vigie.reports.query.SearchRequest;
import vigie.reports.render.DigestTexts;

/**
 * Feeds of digests and of saved searches.
 *
 * @param home address under which the pages are published, or null
 */
public record NewsFeeds(Queries queries, @Nullable String home) {

    private static final int LONGEST = 50;

    /** The feed of a digest: all that it tells. */
    public AtomFeed of(DigestTexts words) {
        return new DigestFeed(words, home).feed();
    }

    /** The feed of a saved search: what it finds that came in last. */
    public AtomFeed of(SavedSearch search) {
        SearchRequest request = SearchRequest.of(search.query())
                .page(LONGEST, 0)
                .in(SearchRequest.Order.ARRIVAL)
                .showing(1);
        for (Map.Entry<String, List<String>> filter : search.filters().entrySet()) {
            request = request.where(filter.getKey(), filter.getValue());
        }
        List<AtomFeed.Item> items =
                queries.search(request).hits().stream().map(this::item).toList();
        Instant updated = items.isEmpty() ? search.saved() : items.get(0).updated();
        return new AtomFeed("search:" + search.id(), search.name(), home, updated, items);
    }

    private AtomFeed.Item item(Hit hit) {
        Instant seen = queries.presence(hit.document()).map(Presence::firstSeen).orElse(Instant.EPOCH);
        String text = hit.snippets().stream()
                .map(snippet -> Evidence.masked(snippet.text()))
                .collect(Collectors.joining(" … "));
        String town = hit.commune() == null ? "" : hit.commune().name() + " : ";
        return new AtomFeed.Item(
                "document:" + hit.document(),
                town + Evidence.masked(Optional.ofNullable(hit.title()).orElse(hit.url())),
                text,
                hit.url(),
                seen);
    }
}
