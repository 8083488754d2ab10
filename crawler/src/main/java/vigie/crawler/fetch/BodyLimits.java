package vigie.crawler.fetch;

import java.time.Duration;
import vigie.model.config.CrawlSettings;

/**
 * What a response body may be.
 *
 * @param maxBytes before and after undoing the content encoding
 * @param cut whether a longer body is cut there instead of refused
 * @param maxRatio most that it may grow when the content encoding is undone
 * @param minRate least average bytes per second on the wire, once {@code grace} has gone
 */
record BodyLimits(long maxBytes, boolean cut, double maxRatio, long minRate, Duration grace) {

    /** How long a body may take to get going. */
    static final Duration GRACE = Duration.ofSeconds(10);

    static BodyLimits of(CrawlSettings settings, Duration grace) {
        return new BodyLimits(settings.maxBytes(), false, settings.maxRatio(), settings.minRate(), grace);
    }

    /** The same, cut at {@code bytes}. */
    BodyLimits cutAt(long bytes) {
        return new BodyLimits(bytes, true, maxRatio, minRate, grace);
    }
}
