package vigie.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.crawler.fetch.FetchedAssert.assertBody;
import static vigie.crawler.fetch.FetchedAssert.assertFailed;
import static vigie.crawler.fetch.FetchedAssert.assertRefused;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.model.Source;

/** How we keep out of a host's way. */
class HostGapTest {

    private static final Duration GAP = Duration.ofMillis(60);

    private final TestOrigin origin = new TestOrigin();
    private final TestClock clock = new TestClock();
    private final Fetcher fetcher = FetchFixture.fetcher(FetchFixture.settings(), clock, Dns.SYSTEM);
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @BeforeEach
    void open() {
        origin.route("/page", Routes.text("hello"));
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
        threads.shutdownNow();
    }

    private static Source town(Duration gap) {
        return FetchFixture.source(gap, "town.localhost", "other.localhost");
    }

    private FetchOutcome fetch(URI url) {
        return fetcher.fetch(FetchRequest.get(town(Duration.ZERO), url));
    }

    @Test
    void eightThreadsKeepTheGap() throws InterruptedException {
        Callable<FetchOutcome> one = () -> fetcher.fetch(FetchRequest.get(town(GAP), origin.at("/page")));

        threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> one).toList());

        assertThat(origin.targets()).hasSize(17);
        assertThat(gaps()).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(GAP));
    }

    @Test
    void gapCountsFromTheEndOfTheLastResponse() {
        origin.route("/slow", Routes.late(150, Routes.text("hello")));
        fetcher.fetch(FetchRequest.get(town(GAP), origin.at("/slow")));

        fetcher.fetch(FetchRequest.get(town(GAP), origin.at("/page")));

        assertThat(gaps().get(1)).isGreaterThanOrEqualTo(GAP.plusMillis(150));
    }

    @Test
    void configuredGapHoldsWhereTheSeedHasNone() {
        Source town = FetchFixture.source((Duration) null, "town.localhost");
        fetcher.fetch(FetchRequest.get(town, origin.at("/page")));

        assertThat(gaps().get(0)).isGreaterThanOrEqualTo(FetchFixture.settings().siteGap());
    }

    @Test
    void redirectsKeepTheGap() {
        origin.route("/old", Routes.redirect("/page"));

        fetcher.fetch(FetchRequest.get(town(GAP), origin.at("/old")));

        assertThat(origin.targets()).containsExactly("/robots.txt", "/old", "/page");
        assertThat(gaps()).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(GAP));
    }

    @Test
    void anotherHostNeedNotWait() throws Exception {
        fetch(origin.at("/page"));
        CompletableFuture<FetchOutcome> waiting = CompletableFuture.supplyAsync(
                () -> fetcher.fetch(FetchRequest.get(town(Duration.ofMinutes(1)), origin.at("/page"))), threads);

        assertBody(fetch(origin.at("other.localhost", "/page")), "hello");
        assertThat(waiting).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void overloadedHostIsLeftAloneForAsLongAsItSays(int status) {
        fetch(origin.at("/page"));
        origin.route("/busy", Routes.status(status, "Retry-After: 120"));

        assertRefused(fetch(origin.at("/busy")), Refusal.BACK_OFF);
        assertRefused(fetch(origin.at("/page")), Refusal.BACK_OFF);
        assertThat(origin.targets()).containsExactly("/robots.txt", "/page", "/busy");
        assertBody(fetch(origin.at("other.localhost", "/page")), "hello");

        clock.advance(Duration.ofMinutes(2));
        assertBody(fetch(origin.at("/page")), "hello");
    }

    @Test
    void retryAtOnceIsNotTakenLiterally() {
        origin.route("/busy", Routes.status(503, "Retry-After: 0"));

        assertRefused(fetch(origin.at("/busy")), Refusal.BACK_OFF);
        assertThat(origin.targets()).containsExactly("/robots.txt", "/busy");
    }

    @Test
    void overloadAtRobotsTxtIsHeededToo() {
        origin.route("/robots.txt", Routes.status(429, "Retry-After: 3600"));

        assertRefused(fetch(origin.at("/page")), Refusal.BACK_OFF);
        assertThat(origin.targets()).containsExactly("/robots.txt");
    }

    @Test
    void retryAfterIsReadInBothForms() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(RetryAfter.until("90", now)).isEqualTo("2026-01-01T00:01:30Z");
        assertThat(RetryAfter.until("Thu, 01 Jan 2026 02:00:00 GMT", now)).isEqualTo("2026-01-01T02:00:00Z");
        assertThat(RetryAfter.until(null, now)).isEqualTo(now.plus(RetryAfter.UNSTATED));
        assertThat(RetryAfter.until("soon", now)).isEqualTo(now.plus(RetryAfter.UNSTATED));
        assertThat(RetryAfter.until("99999999999999999999", now)).isEqualTo(now.plus(RetryAfter.LONGEST));
        assertThat(RetryAfter.until("Thu, 01 Jan 2099 02:00:00 GMT", now)).isEqualTo(now.plus(RetryAfter.LONGEST));
    }

    @Test
    void closingEndsWhatWaitsAndWhatRuns() throws Exception {
        origin.route("/silent", Routes.silent());
        fetch(origin.at("/page"));
        CompletableFuture<FetchOutcome> running =
                CompletableFuture.supplyAsync(() -> fetch(origin.at("other.localhost", "/silent")), threads);
        CompletableFuture<FetchOutcome> waiting = CompletableFuture.supplyAsync(
                () -> fetcher.fetch(FetchRequest.get(town(Duration.ofHours(1)), origin.at("/page"))), threads);
        while (!origin.targets().contains("/silent")) {
            Thread.sleep(5);
        }

        fetcher.close();

        assertThat(running.get(1, TimeUnit.SECONDS)).isInstanceOf(FetchOutcome.Failed.class);
        assertFailed(waiting.get(1, TimeUnit.SECONDS), Failure.CONNECT);
        assertFailed(fetch(origin.at("/page")), Failure.CONNECT);
    }

    @Test
    void interruptEndsTheWait() throws Exception {
        fetch(origin.at("/page"));
        CompletableFuture<FetchOutcome> waiting = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> waiting.complete(fetcher.fetch(FetchRequest.get(town(Duration.ofHours(1)), origin.at("/page")))));
        thread.start();

        thread.interrupt();

        assertFailed(waiting.get(1, TimeUnit.SECONDS), Failure.CONNECT);
    }

    @Test
    void interruptSaysNothingAboutTheHost() throws Exception {
        Thread.currentThread().interrupt();
        assertFailed(fetch(origin.at("/page")), Failure.CONNECT);
        assertThat(Thread.interrupted()).isTrue();

        assertBody(fetch(origin.at("/page")), "hello");
    }

    /** Times between the arrivals of requests. */
    private List<Duration> gaps() {
        List<Long> times =
                origin.seen().stream().map(TestOrigin.Seen::nanos).sorted().toList();
        return IntStream.range(1, times.size())
                .mapToObj(i -> Duration.ofNanos(times.get(i) - times.get(i - 1)))
                .toList();
    }
}
