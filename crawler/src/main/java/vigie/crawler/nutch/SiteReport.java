package vigie.crawler.nutch;

import java.util.Map;

/**
 * What became of a crawl of sites.
 *
 * @param rounds that fetched something
 * @param sources of which anything was due
 * @param missing addresses that answered 404 or 410: dead links of the sites, no failure of the crawl
 * @param documents archived, that is parsed, in this run
 * @param withText of these
 * @param unreachable ids of sources that did not answer at all, with the reason
 */
public record SiteReport(
        int rounds,
        int sources,
        long fetched,
        long notModified,
        long refused,
        long missing,
        long failed,
        long documents,
        long withText,
        Map<String, String> unreachable) {

    public SiteReport {
        unreachable = Map.copyOf(unreachable);
    }
}
