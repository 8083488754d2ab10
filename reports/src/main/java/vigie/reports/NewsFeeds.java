package vigie.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
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

    /** The feed of a digest: its changes. */
    public AtomFeed of(DigestTexts words) {
        Digest digest = words.digest();
        return new AtomFeed(
                "digest",
                words.texts().get("digest.title"),
                home,
                digest.until(),
                digest.changes().stream()
                        .map(change -> new AtomFeed.Item(
                                "change:" + change.id(),
                                words.headline(change),
                                change.claims().stream()
                                        .map(claim -> words.texts()
                                                .quoted(claim.evidence().quote()))
                                        .collect(Collectors.joining("\n\n", words.weight(change) + "\n\n", "")),
                                change.claims().stream()
                                        .map(Claim::evidence)
                                        .flatMap(evidence -> Stream.ofNullable(evidence.url()))
                                        .findFirst()
                                        .orElse(home),
                                change.when()))
                        .toList());
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
