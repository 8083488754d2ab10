package vigie.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.crawler.fetch.FetchedAssert.assertBody;
import static vigie.crawler.fetch.FetchedAssert.assertFailed;
import static vigie.crawler.fetch.FetchedAssert.assertRefused;

import crawlercommons.robots.BaseRobotRules;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Refusal;

/** What robots.txt lets us do. */
class FetchRobotsTest {

    private final TestOrigin origin = new TestOrigin();
    private final TestClock clock = new TestClock();
    private final Fetcher fetcher = FetchFixture.fetcher(
            FetchFixture.settings(Duration.ofMillis(500), Duration.ofSeconds(5)), clock, Dns.SYSTEM);

    @BeforeEach
    void open() {
        origin.route("/page", Routes.text("hello"));
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    private FetchOutcome fetch(String path) {
        return fetch(origin.at(path));
    }

    private FetchOutcome fetch(URI url) {
        return fetcher.fetch(FetchRequest.get(FetchFixture.town(), url));
    }

    private void robots(String text) {
        origin.route("/robots.txt", Routes.text(text));
    }

    @Test
    void forbiddenPageIsNotAskedFor() {
        robots("User-agent: *\nDisallow: /page\n");

        assertRefused(fetch("/page?x=1"), Refusal.ROBOTS);
        assertThat(origin.targets()).containsExactly("/robots.txt");
    }

    @Test
    void ourOwnGroupCountsBeforeThatOfAll() {
        robots("User-agent: *\nDisallow: /\n\nUser-agent: vigie\nDisallow: /private\n");

        assertBody(fetch("/page"), "hello");
        assertRefused(fetch("/private"), Refusal.ROBOTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 451})
    void missingFileAllowsAll(int status) {
        origin.route("/robots.txt", Routes.status(status));

        assertBody(fetch("/page"), "hello");
        assertThat(fetcher.robots(FetchFixture.town(), origin.at("/page")).isAllowAll())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void failingServerForbidsAllForNow(int status) {
        origin.route("/robots.txt", Routes.status(status));

        assertRefused(fetch("/page"), Refusal.ROBOTS_UNREACHABLE);
        BaseRobotRules rules = fetcher.robots(FetchFixture.town(), origin.at("/page"));
        assertThat(rules.isAllowNone()).isTrue();
        assertThat(rules.isDeferVisits()).isTrue();
        assertThat(origin.targets()).containsExactly("/robots.txt");
    }

    @Test
    void silentServerForbidsAllForNow() {
        origin.route("/robots.txt", Routes.silent());

        assertRefused(fetch("/page"), Refusal.ROBOTS_UNREACHABLE);
    }

    @Test
    void brokenFileForbidsAllForNow() {
        origin.route("/robots.txt", Routes.truncated("User-agent: *\nDisallow:", 10));

        assertRefused(fetch("/page"), Refusal.ROBOTS_UNREACHABLE);
    }

    @Test
    void unknownHostIsToldAsSuch() {
        Dns nobody = name -> {
            throw new java.net.UnknownHostException(name);
        };
        try (Fetcher lost = FetchFixture.fetcher(FetchFixture.settings(), clock, nobody)) {
            assertFailed(
                    lost.fetch(FetchRequest.get(FetchFixture.town(), URI.create("http://town.invalid/"))), Failure.DNS);
        }
    }

    @Test
    void fileIsAskedForOnceADay() {
        robots("User-agent: *\nDisallow: /private\n");

        fetch("/page");
        fetch("/page");
        clock.advance(Duration.ofHours(23));
        fetch("/page");
        assertThat(origin.targets()).containsExactly("/robots.txt", "/page", "/page", "/page");

        clock.advance(Duration.ofHours(1));
        robots("User-agent: *\nDisallow: /page\n");
        assertRefused(fetch("/page"), Refusal.ROBOTS);
    }

    @Test
    void failureIsForgottenSooner() {
        origin.route("/robots.txt", Routes.status(500));
        assertRefused(fetch("/page"), Refusal.ROBOTS_UNREACHABLE);
        robots("");

        assertRefused(fetch("/page"), Refusal.ROBOTS_UNREACHABLE);
        clock.advance(Robots.FRESH_ERROR);
        assertBody(fetch("/page"), "hello");
    }

    @Test
    void threadsShareOneRequest() throws InterruptedException {
        origin.route("/robots.txt", Routes.late(100, Routes.text("")));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<FetchOutcome> one = () -> fetch("/page");

        threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> one).toList());
        threads.shutdown();

        assertThat(origin.targets()).filteredOn("/robots.txt"::equals).hasSize(1);
        assertThat(origin.targets()).filteredOn("/page"::equals).hasSize(8);
    }

    @Test
    void fiveRedirectsAreFollowed() {
        origin.route("/robots.txt", Routes.redirect("/r1"));
        for (int hop = 1; hop < 5; hop++) {
            origin.route("/r" + hop, Routes.redirect("/r" + (hop + 1)));
        }
        origin.route("/r5", Routes.text("User-agent: *\nDisallow: /page\n"));

        assertRefused(fetch("/page"), Refusal.ROBOTS);

        origin.route("/r5", Routes.redirect("/r6"));
        clock.advance(Robots.FRESH);
        assertBody(fetch("/page"), "hello");
    }

    @Test
    void redirectedFileGoesThroughTheGuards() {
        origin.route("/robots.txt", Routes.redirect("http://127.0.0.1:" + origin.port() + "/private"));

        assertRefused(fetch("/page"), Refusal.ADDRESS);
        assertThat(origin.targets()).containsExactly("/robots.txt");
    }

    @Test
    void halfAMegabyteIsReadAndNoHalfLine() {
        String start = "User-agent: *\n";
        String last = "Disallow: /page\n";
        String cut = "Disallow: /o";
        String filler = "#".repeat(RobotsText.PARSED - start.length() - 1 - last.length() - cut.length()) + "\n";
        robots(start + filler + last + cut + "ther/private\n" + "Disallow: /\n".repeat(1000));

        assertRefused(fetch("/page"), Refusal.ROBOTS);
        assertThat(fetcher.robots(FetchFixture.town(), origin.at("/"))
                        .isAllowed(origin.at("/other").toString()))
                .isTrue();
    }

    @Test
    void everyPortHasItsOwnFile() throws IOException {
        robots("User-agent: *\nDisallow: /\n");
        try (TestOrigin other = new TestOrigin()) {
            other.route("/page", Routes.text("other"));

            assertBody(fetch(other.at("/page")), "other");
            assertRefused(fetch("/page"), Refusal.ROBOTS);
        }
    }

    @Test
    void everyHopAsksItsOwnFile() throws IOException {
        try (TestOrigin other = new TestOrigin()) {
            other.route("/robots.txt", Routes.text("User-agent: *\nDisallow: /secret\n"));
            origin.route("/page", Routes.redirect(other.at("/secret").toString()));

            assertRefused(fetch("/page"), Refusal.ROBOTS);
            assertThat(other.targets()).containsExactly("/robots.txt");
        }
    }

    @Test
    void robotsTxtItselfMayAlwaysBeFetched() {
        robots("User-agent: *\nDisallow: /\n");

        assertBody(fetch("/robots.txt"), "User-agent: *\nDisallow: /\n");
    }

    @Test
    void crawlDelayRaisesTheGap() {
        robots("User-agent: *\nCrawl-delay: 0.4\n");

        fetch("/page");
        fetch("/page");

        List<Long> times = origin.seen().stream().map(TestOrigin.Seen::nanos).toList();
        assertThat(Duration.ofNanos(times.get(1) - times.get(0))).isGreaterThan(Duration.ofMillis(399));
        assertThat(Duration.ofNanos(times.get(2) - times.get(1))).isGreaterThan(Duration.ofMillis(399));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "3600", "99999999"})
    void crawlDelayBeyondReasonIsRefused(String seconds) {
        robots("User-agent: *\nCrawl-delay: " + seconds + "\n");

        assertRefused(fetch("/page"), Refusal.CRAWL_DELAY);
        assertThat(origin.targets()).containsExactly("/robots.txt");
    }

    @Test
    void rulesNameTheSitemaps() {
        robots("Sitemap: http://town.localhost/sitemap.xml\n");

        assertThat(fetcher.robots(FetchFixture.town(), origin.at("/")).getSitemaps())
                .containsExactly("http://town.localhost/sitemap.xml");
    }
}
