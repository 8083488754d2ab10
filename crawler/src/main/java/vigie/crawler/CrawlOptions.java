package vigie.crawler;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to crawl this time.
 *
 * @param only ids of the sources to crawl; empty means all
 * @param maxRounds at most; 0 means as configured
 * @param maxPages over all sites, and as many requests over all feeds; 0 means no limit
 * @param recheckAll whether every known page counts as due
 * @param nutchSite the operator's {@code config/nutch-site.xml}, or null
 */
public record CrawlOptions(
        Set<String> only,
        int maxRounds,
        long maxPages,
        boolean recheckAll,
        @Nullable Path nutchSite) {

    public CrawlOptions {
        only = Set.copyOf(only);
    }

    /** Of {@link #maxPages}, without the 0. */
    long mostPages() {
        return maxPages == 0 ? Long.MAX_VALUE : maxPages;
    }

    /** Everything that is due, as configured. */
    public static CrawlOptions usual() {
        return new CrawlOptions(Set.of(), 0, 0, false, null);
    }
}
