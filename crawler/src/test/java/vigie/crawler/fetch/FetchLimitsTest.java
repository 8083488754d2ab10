package vigie.crawler.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vigie.crawler.fetch.FetchedAssert.assertBody;
import static vigie.crawler.fetch.FetchedAssert.assertFailed;
import static vigie.crawler.fetch.FetchedAssert.assertRefused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.crawler.fetch.TestOrigin.Route;

/** What a body may be: whole, in time, and of a size that we can hold. */
class FetchLimitsTest {

    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    private final TestOrigin origin = new TestOrigin();
    private final Fetcher fetcher =
            FetchFixture.fetcher(FetchFixture.settings(Duration.ofMillis(600), Duration.ofMillis(1500)));

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    private FetchOutcome fetch(Route route) {
        origin.route("/page", route);
        return fetcher.fetch(FetchRequest.get(FetchFixture.town(), origin.at("/page")));
    }

    @Test
    void tooSlowABodyIsGivenUp() {
        assertFailed(fetch(Routes.dripping(20)), Failure.TOO_SLOW);
    }

    @Test
    void silenceIsATimeout() {
        assertFailed(fetch(Routes.silent()), Failure.TIMEOUT);
    }

    @Test
    void fastEnoughForeverIsATimeout() {
        assertFailed(fetch(Routes.steady(1000, 20)), Failure.TIMEOUT);
    }

    @Test
    void redirectsShareTheTotalTime() {
        for (int hop = 1; hop <= 3; hop++) {
            String next = hop == 3 ? "/end" : "/hop" + (hop + 1);
            origin.route("/hop" + hop, Routes.late(500, Routes.redirect(next)));
        }
        origin.route("/end", Routes.late(400, Routes.text("hello")));

        assertFailed(fetch(Routes.redirect("/hop1")), Failure.TIMEOUT);
    }

    @Test
    void endlessBodyIsTooLarge() {
        assertRefused(fetch(Routes.endless()), Refusal.TOO_LARGE);
    }

    @Test
    void declaredSizeIsEnoughToRefuse() {
        assertRefused(fetch(Routes.raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx")), Refusal.TOO_LARGE);
    }

    @Test
    void truncatedBodyIsBroken() {
        assertFailed(fetch(Routes.truncated("hello", 3)), Failure.BROKEN);
    }

    @Test
    void truncatedChunksAreBroken() {
        assertFailed(fetch(Routes.truncatedChunks()), Failure.BROKEN);
    }

    @Test
    void contradictoryLengthsAreBroken() {
        assertFailed(
                fetch(Routes.raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nhello")),
                Failure.BROKEN);
    }

    @Test
    void negativeLengthIsBroken() {
        assertFailed(fetch(Routes.raw("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello")), Failure.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "000", "9999999999", "99999999999999999999", "-1", "soon"})
    void anyRetryAfterIsABackOff(String wait) {
        assertRefused(fetch(Routes.status(503, "Retry-After: " + wait)), Refusal.BACK_OFF);
        assertThat(origin.targets()).containsExactly("/robots.txt", "/page");
    }

    @Test
    void hangingUpIsBroken() {
        assertFailed(fetch(Routes.hangsUp()), Failure.BROKEN);
    }

    @Test
    void garbageIsBroken() {
        assertFailed(fetch(Routes.raw("\u0000\u0001 not http\r\n\r\n")), Failure.BROKEN);
    }

    @Test
    void endlessHeadersAreGivenUp() {
        assertThat(fetch(Routes.endlessHeaders())).isInstanceOf(FetchOutcome.Failed.class);
    }

    @Test
    void contentEncodingsAreUndone() {
        assertBody(fetch(encoded("gzip", Routes.gzip(HELLO))), "hello");
        assertBody(fetch(encoded("X-GZIP", Routes.gzip(HELLO))), "hello");
        assertBody(fetch(encoded("deflate", Routes.zlib(HELLO))), "hello");
        assertBody(fetch(encoded("deflate", Routes.rawDeflate(HELLO))), "hello");
        assertBody(fetch(encoded("deflate, gzip", Routes.gzip(Routes.zlib(HELLO)))), "hello");
        assertBody(fetch(encoded("identity", HELLO)), "hello");
        assertBody(fetch(encoded("gzip", new byte[0])), "");
    }

    @Test
    void characterEncodingInTheWrongHeaderDoesNoHarm() {
        assertBody(fetch(encoded("UTF-8", HELLO)), "hello");
    }

    @Test
    void allMembersOfAGzipAreRead() throws IOException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(Routes.gzip("hello ".getBytes(UTF_8)));
        two.write(Routes.gzip("world".getBytes(UTF_8)));

        assertBody(fetch(encoded("gzip", two.toByteArray())), "hello world");
    }

    @Test
    void corruptEncodingIsBroken() {
        byte[] gzip = Routes.gzip(new byte[10_000]);
        byte[] flipped = gzip.clone();
        flipped[flipped.length - 6] ^= 0x55;

        assertFailed(fetch(encoded("gzip", HELLO)), Failure.BROKEN);
        assertFailed(fetch(encoded("gzip", Arrays.copyOf(gzip, gzip.length / 2))), Failure.BROKEN);
        assertFailed(fetch(encoded("gzip", Arrays.copyOf(gzip, gzip.length - 3))), Failure.BROKEN);
        assertFailed(fetch(encoded("gzip", flipped)), Failure.BROKEN);
        assertFailed(fetch(encoded("deflate", Arrays.copyOf(Routes.zlib(HELLO), 6))), Failure.BROKEN);
        assertFailed(fetch(encoded("br", HELLO)), Failure.BROKEN);
        assertFailed(fetch(encoded("gzip,gzip,gzip,gzip", HELLO)), Failure.BROKEN);
    }

    @Test
    void bombIsRefused() {
        assertRefused(fetch(encoded("gzip", Routes.gzip(new byte[1_000_000]))), Refusal.RATIO);
        assertRefused(fetch(encoded("gzip, gzip", Routes.gzip(Routes.gzip(new byte[1_000_000])))), Refusal.RATIO);
    }

    @Test
    void sizeCountsAfterDecoding() {
        byte[] half = new byte[700_000];
        new Random(1).nextBytes(half);
        byte[] twice = Arrays.copyOf(half, 1_200_000);

        assertRefused(fetch(encoded("gzip", Routes.gzip(twice))), Refusal.TOO_LARGE);
    }

    private static Route encoded(String encoding, byte[] body) {
        return Routes.bytes(200, body, "Content-Encoding: " + encoding);
    }
}
