package vigie.model;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A publisher that we read: a line of {@code seeds/}.
 *
 * @param id stable, kebab-case
 * @param url the site's home or the feed's address
 * @param starts where a crawl begins; {@code url} where the seed names none
 * @param hosts which a crawl may enter, lower case, without port
 * @param adapter id of the feed's reader, null for sites
 * @param options of the adapter, by name
 * @param allowedAddresses host names that may resolve to a non-public address (tests, intranets)
 * @param gap least time between two requests to its host, or null for the configured one
 * @param verified the day somebody saw that the address answers, ISO; null = never
 * @param origin where the seed was taken from
 * @param expect of a feed, or null where the seed expects nothing
 */
public record Source(
        String id,
        String name,
        SourceKind kind,
        URI url,
        List<URI> starts,
        Set<String> hosts,
        Publisher publisher,
        @Nullable String adapter,
        Map<String, String> options,
        Set<String> allowedAddresses,
        @Nullable Duration gap,
        @Nullable String verified,
        String origin,
        @Nullable Expectation expect) {

    public Source {
        starts = List.copyOf(starts);
        hosts = Set.copyOf(hosts);
        options = Map.copyOf(options);
        allowedAddresses = Set.copyOf(allowedAddresses);
    }
}
