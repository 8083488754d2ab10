package vigie.crawler.fetch;

import crawlercommons.robots.BaseRobotRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.model.Source;
import vigie.model.config.CrawlSettings;

/**
 * Fetches one address at a time per host, politely and within limits; thread-safe.
 *
 * <p>Every hop of a redirect chain passes the same guards: http or https only, robots.txt of its origin, the host's
 * minimum gap (counted from the end of the request before, robots.txt included, raised by {@code Crawl-delay}), and a
 * connection to a public address unless the source allows that host by name. A host that answers 429 or 503 is left
 * alone for as long as it says. A body arrives whole, within the limits of {@link CrawlSettings}, or not at all.
 *
 * <p>Keeps no cookies, answers no challenges, uses no proxy and stores nothing but robots.txt verdicts.
 */
public final class Fetcher implements AutoCloseable {

    private final Exchange exchange;
    private final Robots robots;
    private final RedirectChain chain;
    private final Outcomes outcomes;
    private final Clock clock;
    private final CrawlSettings settings;

    /** By how they are written: asked for after each page. */
    private final Map<String, Optional<HttpUrl>> origins = new ConcurrentHashMap<>();

    /** @param version of Vigie, for the user agent */
    public Fetcher(CrawlSettings settings, String version, Clock clock) {
        this(settings, version, clock, Dns.SYSTEM, System::nanoTime, BodyLimits.GRACE);
    }

    Fetcher(CrawlSettings settings, String version, Clock clock, Dns resolver, LongSupplier nanoTime, Duration grace) {
        BodyLimits limits = BodyLimits.of(settings, grace);
        RequestHeaders headers = new RequestHeaders(settings.userAgent(version));
        this.exchange = new Exchange(new Clients(settings, resolver), clock, nanoTime);
        this.robots = new Robots(exchange, settings, headers.standard(), limits, clock);
        this.chain = new RedirectChain(exchange, robots, settings, limits, headers);
        this.outcomes = new Outcomes(clock);
        this.clock = clock;
        this.settings = settings;
    }

    /** Fetches; blocks until the host's gap has passed and the response is complete. */
    public FetchOutcome fetch(FetchRequest request) {
        try {
            return outcomes.of(request, chain.follow(request, address(request.url())));
        } catch (StopException e) {
            return e.outcome(request.url(), clock.instant());
        }
    }

    /**
     * The rules of the host's robots.txt for our user agent, fetched at most once a day. Where it cannot be had they
     * allow nothing and {@link BaseRobotRules#isDeferVisits} is set.
     *
     * @throws IllegalArgumentException unless {@code url} is one of http or https
     */
    public BaseRobotRules robots(Source source, URI url) {
        HttpUrl address = WebUrl.parse(url.toString())
                .orElseThrow(() -> new IllegalArgumentException("not an http(s) address: " + url));
        return robots.verdict(source, address).rules();
    }

    /**
     * How long a request for {@code url} would have to wait now for its host's gap; not above 0 if not at all. Asks for
     * robots.txt first, where it is not known.
     */
    public Duration rest(Source source, URI url) {
        if (url.getRawAuthority() == null) {
            return Duration.ZERO;
        }
        return origins.computeIfAbsent(url.getScheme() + "://" + url.getRawAuthority() + "/", WebUrl::parse)
                .map(origin -> exchange.rest(origin.host(), gap(source, origin)))
                .orElse(Duration.ZERO);
    }

    private Duration gap(Source source, HttpUrl url) {
        Duration wanted = Ask.gap(source, settings);
        Duration asked = Duration.ofMillis(
                Math.max(0, robots.verdict(source, url).rules().getCrawlDelay()));
        boolean isKept = asked.compareTo(wanted) > 0 && asked.compareTo(settings.maxCrawlDelay()) <= 0;
        return isKept ? asked : wanted;
    }

    private static HttpUrl address(URI url) throws StopException {
        return WebUrl.parse(url.toString())
                .orElseThrow(() -> StopException.refused(Refusal.SCHEME, "not an http(s) address"));
    }

    /** Ends what is under way; fetches that wait or run fail at once. */
    @Override
    public void close() {
        exchange.close();
    }
}
