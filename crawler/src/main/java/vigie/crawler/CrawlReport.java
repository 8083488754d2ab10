package vigie.crawler;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import vigie.crawler.feed.FeedReport;
import vigie.crawler.nutch.SiteReport;

/**
 * What became of a crawl, sites and feeds together.
 *
 * @param rounds of the site crawl
 * @param selected sources that the run was about, whether or not anything of them was due
 * @param sources of which anything was due
 * @param fetched addresses that brought bytes
 * @param notModified addresses that brought nothing new
 * @param refused addresses that we did not ask for, by robots.txt or our own rules
 * @param missing addresses that answered 404 or 410: dead links of the sites, no failure of the crawl
 * @param failed addresses that brought nothing usable; a source that did not answer at all counts once
 * @param documents read and archived in this run
 * @param withText of these
 * @param unreachable ids of sources that did not answer at all, with the reason
 * @param unmet ids of feeds that do not hold what their seeds expect, with what is missing
 * @param stopped whether the run was told to end early
 */
public record CrawlReport(
        int rounds,
        int selected,
        int sources,
        long fetched,
        long notModified,
        long refused,
        long missing,
        long failed,
        long documents,
        long withText,
        Map<String, String> unreachable,
        Map<String, String> unmet,
        Duration time,
        boolean stopped) {

    public CrawlReport {
        unreachable = Map.copyOf(unreachable);
        unmet = Map.copyOf(unmet);
    }

    static CrawlReport of(
            SiteReport sites, Map<String, FeedReport> feeds, int selected, Duration time, boolean stopped) {
        Map<String, String> unreachable = new HashMap<>(sites.unreachable());
        Map<String, String> unmet = new HashMap<>();
        feeds.forEach((id, feed) -> {
            if (feed.unmet() != null) {
                unmet.put(id, feed.unmet());
            }
            if (feed.pages() == 0 && feed.failed() > 0) {
                unreachable.put(id, "the feed gave no usable answer");
            }
        });
        return new CrawlReport(
                sites.rounds(),
                selected,
                sites.sources() + feeds.size(),
                sites.fetched() + sum(feeds, feed -> feed.pages() - feed.notModified()),
                sites.notModified() + sum(feeds, FeedReport::notModified),
                sites.refused(),
                sites.missing(),
                sites.failed() + sum(feeds, FeedReport::failed),
                sites.documents() + sum(feeds, FeedReport::documents),
                sites.withText() + sum(feeds, FeedReport::documents),
                unreachable,
                unmet,
                time,
                stopped);
    }

    private static long sum(Map<String, FeedReport> feeds, ToLongFunction<FeedReport> count) {
        return feeds.values().stream().mapToLong(count).sum();
    }

    /**
     * Share of what should have answered that did not, from 0 to 1. Where little was due, each source counts as one address
     * at least: a run that found nothing to do but ask one dead site has not failed.
     */
    public double shareFailed() {
        long asked = Math.max(fetched + notModified + failed, selected);
        return asked == 0 ? 0 : (double) failed / asked;
    }

    /** Whether no source at all could be reached, as without network; one dead site among many that are not due says nothing. */
    public boolean isCutOff() {
        return sources > 0 && unreachable.size() == sources && (sources > 1 || selected == 1);
    }
}
