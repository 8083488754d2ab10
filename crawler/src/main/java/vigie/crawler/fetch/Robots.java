package vigie.crawler.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.model.Source;
import vigie.model.config.CrawlSettings;

/**
 * The robots.txt of every origin that we meet, after RFC 9309: asked for once a day; missing means that all is allowed,
 * unreachable that nothing is for now.
 */
final class Robots {

    static final Duration FRESH = Duration.ofHours(24);
    static final Duration FRESH_ERROR = Duration.ofMinutes(15);
    private static final int MOST_REDIRECTS = 5;

    private final Exchange exchange;
    private final CrawlSettings settings;
    private final Headers headers;
    private final BodyLimits limits;
    private final Clock clock;
    private final RobotsText text = new RobotsText(List.of("Vigie"));
    private final Map<Origin, Slot> slots = new ConcurrentHashMap<>();

    Robots(Exchange exchange, CrawlSettings settings, Headers headers, BodyLimits limits, Clock clock) {
        this.exchange = exchange;
        this.settings = settings;
        this.headers = headers;
        this.limits = limits.cutAt(RobotsText.PARSED);
        this.clock = clock;
    }

    /** The verdict on the origin of {@code url}; concurrent calls ask the server once. */
    RobotsVerdict verdict(Source source, HttpUrl url) {
        return slots.computeIfAbsent(Origin.of(source, url), origin -> new Slot())
                .get(source, url);
    }

    private RobotsVerdict ask(Source source, HttpUrl url) {
        HttpUrl robots = new HttpUrl.Builder()
                .scheme(url.scheme())
                .host(url.host())
                .port(url.port())
                .addPathSegment("robots.txt")
                .build();
        try {
            return judge(follow(source, robots));
        } catch (StopException e) {
            return unreachable(e);
        }
    }

    private Answer follow(Source source, HttpUrl robots) throws StopException {
        Budget budget = new Budget(settings.totalTime());
        Duration gap = Ask.gap(source, settings);
        Answer answer = exchange.send(new Ask(source, robots, new byte[0], headers, gap, limits), budget);
        for (int redirects = 0; answer.isRedirect() && redirects < MOST_REDIRECTS; redirects++) {
            HttpUrl next = Redirect.target(answer);
            answer = exchange.send(new Ask(source, next, new byte[0], headers, gap, limits), budget);
        }
        return answer;
    }

    /** More redirects than we follow count as a missing file, as the RFC says. */
    private RobotsVerdict judge(Answer answer) {
        if (answer.isSuccess()) {
            return verdict(text.parse(answer.url().toString(), answer.body()), FRESH);
        }
        if (answer.status() < 500) {
            return verdict(rules(RobotRulesMode.ALLOW_ALL), answer.status() == 429 ? FRESH_ERROR : FRESH);
        }
        return unreachable(StopException.failed(Failure.SERVER_ERROR, answer.status(), "HTTP " + answer.status()));
    }

    private RobotsVerdict verdict(BaseRobotRules rules, Duration fresh) {
        return new RobotsVerdict(rules, null, clock.instant().plus(fresh));
    }

    private RobotsVerdict unreachable(StopException why) {
        BaseRobotRules rules = rules(RobotRulesMode.ALLOW_NONE);
        rules.setDeferVisits(true);
        boolean temporary =
                why.isFor(Refusal.BACK_OFF) || Thread.currentThread().isInterrupted();
        return new RobotsVerdict(rules, told(why), clock.instant().plus(temporary ? Duration.ZERO : FRESH_ERROR));
    }

    /** Where the host itself cannot be reached, that is the news, not that its robots.txt cannot. */
    private static StopException told(StopException why) {
        boolean ofHost = why.isFor(Refusal.ADDRESS)
                || why.isFor(Refusal.BACK_OFF)
                || why.isFor(Failure.DNS)
                || why.isFor(Failure.CONNECT)
                || why.isFor(Failure.TLS);
        return ofHost
                ? why.during("robots.txt")
                : StopException.refused(Refusal.ROBOTS_UNREACHABLE, "robots.txt: " + why.getMessage());
    }

    private static SimpleRobotRules rules(RobotRulesMode mode) {
        return new SimpleRobotRules(mode);
    }

    /** Whether a source may go to non-public addresses is part of the key: the answers differ. */
    private record Origin(String scheme, String host, int port, boolean allowedAddress) {

        static Origin of(Source source, HttpUrl url) {
            boolean allowed = source.allowedAddresses().contains(url.host());
            return new Origin(url.scheme(), url.host(), url.port(), allowed);
        }
    }

    /** The place of one origin's verdict; its lock makes others wait for the one who asks. */
    private final class Slot {

        private @Nullable RobotsVerdict verdict;

        synchronized RobotsVerdict get(Source source, HttpUrl url) {
            RobotsVerdict known = verdict;
            if (known == null || !clock.instant().isBefore(known.until())) {
                known = ask(source, url);
                verdict = known;
            }
            return known;
        }
    }
}
