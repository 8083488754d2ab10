package vigie.crawler.fetch;

import crawlercommons.robots.BaseRobotRules;
import java.time.Duration;
import java.time.Instant;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.FetchOutcome.Refusal;

/**
 * What the robots.txt of an origin means for us.
 *
 * @param stop why nothing of that origin may be fetched for now although no rule says so, or null
 * @param until when to ask again
 */
record RobotsVerdict(BaseRobotRules rules, @Nullable StopException stop, Instant until) {

    /**
     * Checks one address.
     *
     * @return the gap that the host asks for, zero where it asks for none
     */
    Duration check(HttpUrl url, Duration maxCrawlDelay) throws StopException {
        if (stop != null) {
            throw stop;
        }
        if (!rules.isAllowed(url.toString())) {
            throw StopException.refused(Refusal.ROBOTS, "robots.txt forbids it");
        }
        Duration delay = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
        if (delay.compareTo(maxCrawlDelay) > 0) {
            String told = "robots.txt asks for " + delay + " between requests, at most " + maxCrawlDelay + " is given";
            throw StopException.refused(Refusal.CRAWL_DELAY, told);
        }
        return delay;
    }
}
