package vigie.crawler.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.fetch.FetchOutcome.Failed;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Fetched;
import vigie.crawler.fetch.FetchOutcome.NotModified;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.crawler.fetch.FetchOutcome.Refused;

class FetcherTest {

    private static final String SHA256_OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private final TestOrigin origin = new TestOrigin();
    private final Fetcher fetcher = FetchFixture.fetcher();

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    private FetchOutcome fetch(String path) {
        return fetcher.fetch(FetchRequest.get(FetchFixture.town(), origin.at(path)));
    }

    @Test
    void deliversBodyDigestHeadersAndMediaType() {
        origin.route(
                "/page", Routes.answer(200, "hello", "Content-Type: Text/HTML; charset=utf-8", "X-A: 1", "X-A: 2"));

        Fetched fetched = fetched("/page");

        assertThat(fetched.body()).asString(UTF_8).isEqualTo("hello");
        assertThat(fetched.sha256()).isEqualTo(SHA256_OF_HELLO);
        assertThat(fetched.mediaType()).isEqualTo("text/html");
        assertThat(fetched.headers()).containsEntry("X-A", List.of("1", "2"));
        assertThat(fetched.answered()).isEqualTo(fetched.url()).isEqualTo(origin.at("/page"));
    }

    @Test
    void saysWhoItIsAndAsksForGzip() {
        origin.route("/page", Routes.text("hello"));

        fetched("/page");

        assertThat(origin.seen())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("user-agent", "Vigie/0.1.0 (+https://example.org/contact)")
                        .containsEntry("accept-encoding", "gzip")
                        .doesNotContainKeys("cookie", "authorization", "from", "referer"));
    }

    @Test
    void bodyIsPosted() {
        origin.route("/api", Routes.text("hello"));
        FetchRequest request = new FetchRequest(
                FetchFixture.town(),
                origin.at("/api"),
                "{}".getBytes(UTF_8),
                Map.of("Content-Type", "application/json"),
                null,
                null,
                null);

        assertThat(fetcher.fetch(request)).isInstanceOf(Fetched.class);

        assertThat(origin.seen().get(1))
                .returns("POST", TestOrigin.Seen::method)
                .returns("{}", TestOrigin.Seen::body);
        assertThat(origin.seen().get(1).headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void noCookieComesBack() {
        origin.route("/page", Routes.answer(200, "hello", "Set-Cookie: session=1; Path=/"));

        fetched("/page");
        fetched("/page");

        assertThat(origin.seen()).noneMatch(request -> request.headers().containsKey("cookie"));
    }

    @Test
    void validatorsAreSentAndAnswered304() {
        origin.route("/page", Routes.status(304, "ETag: \"b\""));

        FetchOutcome outcome = fetcher.fetch(known("/page", "\"a\"", "Sat, 01 Jan 2022 00:00:00 GMT", null));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NotModified.class,
                        same -> assertThat(same)
                                .returns("\"b\"", NotModified::etag)
                                .returns("Sat, 01 Jan 2022 00:00:00 GMT", NotModified::lastModified));
        assertThat(origin.seen().get(1).headers())
                .containsEntry("if-none-match", "\"a\"")
                .containsEntry("if-modified-since", "Sat, 01 Jan 2022 00:00:00 GMT");
        assertThat(origin.seen().get(0).headers()).doesNotContainKeys("if-none-match", "if-modified-since");
    }

    @Test
    void unasked304IsBroken() {
        origin.route("/page", Routes.status(304));

        assertFailed("/page", Failure.BROKEN, 304);
    }

    @Test
    void sameBytesAreNotModified() {
        origin.route("/page", Routes.text("hello"));

        assertThat(fetcher.fetch(known("/page", null, null, SHA256_OF_HELLO))).isInstanceOf(NotModified.class);
    }

    @Test
    void bytesThatTheCallerKnowsAreNotModified() {
        origin.route("/page", Routes.text("hello"));

        assertThat(fetcher.fetch(recognised("hello"))).isInstanceOf(NotModified.class);
        assertThat(fetcher.fetch(recognised("hullo"))).isInstanceOf(Fetched.class);
    }

    private FetchRequest recognised(String text) {
        return new FetchRequest(
                FetchFixture.town(),
                origin.at("/page"),
                new byte[0],
                Map.of(),
                null,
                null,
                null,
                bytes -> text.equals(new String(bytes, UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND",
        "410, GONE",
        "400, CLIENT_ERROR",
        "401, CLIENT_ERROR",
        "403, CLIENT_ERROR",
        "407, CLIENT_ERROR",
        "408, CLIENT_ERROR",
        "500, SERVER_ERROR",
        "502, SERVER_ERROR",
        "300, BROKEN",
        "206, BROKEN"
    })
    void statusBecomesFailure(int status, Failure kind) {
        origin.route("/page", Routes.answer(status, "x", "WWW-Authenticate: Basic realm=\"x\""));

        assertFailed("/page", kind, status);
        assertThat(origin.targets()).containsExactly("/robots.txt", "/page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://town.localhost/", "file:///etc/passwd", "mailto:a@example.org", "relative/path"})
    void onlyHttpIsFetched(String url) {
        FetchOutcome outcome = fetcher.fetch(FetchRequest.get(FetchFixture.town(), URI.create(url)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refusal.SCHEME));
    }

    @Test
    void closedPortIsConnect() throws IOException {
        int port = closedPort();

        FetchOutcome outcome =
                fetcher.fetch(FetchRequest.get(FetchFixture.town(), URI.create("http://town.localhost:" + port + "/")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.kind()).isEqualTo(Failure.CONNECT));
    }

    @Test
    void plainTextWhereTlsIsExpectedIsTls() {
        origin.route("/page", Routes.text("hello"));

        FetchOutcome outcome = fetcher.fetch(
                FetchRequest.get(FetchFixture.town(), URI.create("https://town.localhost:" + origin.port() + "/page")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.kind()).isEqualTo(Failure.TLS));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Fetched fetched(String path) {
        FetchOutcome outcome = fetch(path);
        assertThat(outcome).isInstanceOf(Fetched.class);
        return (Fetched) outcome;
    }

    private void assertFailed(String path, Failure kind, int status) {
        assertThat(fetch(path))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed).returns(kind, Failed::kind).returns(status, Failed::status));
    }

    private FetchRequest known(
            String path, @Nullable String etag, @Nullable String lastModified, @Nullable String sha256) {
        return new FetchRequest(
                FetchFixture.town(), origin.at(path), new byte[0], Map.of(), etag, lastModified, sha256);
    }
}
