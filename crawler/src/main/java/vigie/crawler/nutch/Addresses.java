package vigie.crawler.nutch;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vigie.crawler.fetch.UrlNormalizer;

/**
 * {@link UrlNormalizer} with a memory: the same menu stands on every page of a site, and Nutch asks again about each
 * address in every job. Thread-safe.
 */
final class Addresses {

    /** So many are remembered, some megabytes; then all are forgotten. */
    private static final int MOST = 1 << 15;

    /** In characters; longer ones are rare, and not worth the room. */
    private static final int LONGEST = 500;

    private final UrlNormalizer normalizer = new UrlNormalizer();
    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    /** The one form of {@code url}, or empty if it is not an absolute http or https address. */
    Optional<String> normalize(String url) {
        Optional<String> remembered = known.get(url);
        if (remembered != null) {
            return remembered;
        }
        Optional<String> normal = normalizer.normalize(url).map(URI::toString);
        if (url.length() <= LONGEST) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(url, normal);
            normal.filter(address -> address.length() <= LONGEST).ifPresent(address -> known.put(address, normal));
        }
        return normal;
    }
}
