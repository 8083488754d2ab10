package vigie.model.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/crawl.yml}: how we behave as a guest, and our limits.
 *
 * @param contact URL or mail address in the user agent; null where the operator has not set one, and then public
 *     sources are not crawled
 * @param siteGap least time between two requests to one host of a site
 * @param feedGap the same for feeds
 * @param maxCrawlDelay a robots.txt that asks for more makes the host refused for this run
 * @param connectTimeout for connecting and for each read
 * @param totalTime longest time for one request, redirects and body included
 * @param minRate least average bytes per second of a body once 10 s have gone
 * @param maxBytes longest body, after undoing the content encoding
 * @param maxRatio most that a body may grow when its content encoding is undone, as a factor
 * @param maxRedirects longest chain
 * @param threads that fetch at the same time
 * @param maxRounds how many links a crawl follows one after the other, starts included
 * @param maxPagesPerSite in one run
 * @param round when a round of a crawl ends
 * @param recheck how long a page counts as fresh
 * @param parseTime longest time for reading one document
 * @param parseMemory heap of the reading child process in megabytes
 * @param ocr what character recognition may cost
 * @param extractTime longest time for finding the claims of one document
 */
public record CrawlSettings(
        @Nullable String contact,
        Duration siteGap,
        Duration feedGap,
        Duration maxCrawlDelay,
        Duration connectTimeout,
        Duration totalTime,
        long minRate,
        long maxBytes,
        double maxRatio,
        int maxRedirects,
        int threads,
        int maxRounds,
        int maxPagesPerSite,
        RoundSettings round,
        Duration recheck,
        Duration parseTime,
        int parseMemory,
        OcrSettings ocr,
        Duration extractTime) {

    /** The settings that {@code config/crawl.yml} ships with, without a contact. */
    public static CrawlSettings defaults() {
        return new CrawlSettings(
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(120),
                Duration.ofSeconds(20),
                Duration.ofMinutes(10),
                1_000,
                150L << 20,
                100,
                5,
                16,
                30,
                5_000,
                RoundSettings.defaults(),
                Duration.ofDays(7),
                Duration.ofSeconds(120),
                512,
                OcrSettings.defaults(),
                Duration.ofMinutes(5));
    }

    /** The same with other limits of character recognition. */
    public CrawlSettings with(OcrSettings other) {
        return new CrawlSettings(
                contact,
                siteGap,
                feedGap,
                maxCrawlDelay,
                connectTimeout,
                totalTime,
                minRate,
                maxBytes,
                maxRatio,
                maxRedirects,
                threads,
                maxRounds,
                maxPagesPerSite,
                round,
                recheck,
                parseTime,
                parseMemory,
                other,
                extractTime);
    }

    /** The user agent: {@code Vigie/0.1.0 (+contact)}. */
    public String userAgent(String version) {
        return "Vigie/" + version + (contact == null ? "" : " (+" + contact + ")");
    }
}
