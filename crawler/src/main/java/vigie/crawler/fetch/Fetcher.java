package vigie.crawler.fetch;

import crawlercommons.robots.BaseRobotRules;
import java.net.URI;
import java.time.Clock;
import vigie.model.Source;
import vigie.model.config.CrawlSettings;

/** Fetches one address at a time per host, politely and within limits; thread-safe. */
public final class Fetcher implements AutoCloseable {

    /** @param version of Vigie, for the user agent */
    public Fetcher(CrawlSettings settings, String version, Clock clock) {
        throw new UnsupportedOperationException("contract only");
    }

    /** Fetches; blocks until the host's gap has passed and the response is complete. */
    public FetchOutcome fetch(FetchRequest request) {
        throw new UnsupportedOperationException("contract only");
    }

    /** The rules of the host's robots.txt for our user agent, fetched at most once a day. */
    public BaseRobotRules robots(Source source, URI url) {
        throw new UnsupportedOperationException("contract only");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("contract only");
    }
}
