package vigie.crawler.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vigie.crawler.fetch.FetchedAssert.assertBody;
import static vigie.crawler.fetch.FetchedAssert.assertFailed;
import static vigie.crawler.fetch.FetchedAssert.assertRefused;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Fetched;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.crawler.fetch.TestOrigin.Seen;

/** How redirects are followed. */
class FetchRedirectsTest {

    private final TestOrigin origin = new TestOrigin().route("/end", Routes.text("hello"));
    private final Fetcher fetcher = FetchFixture.fetcher();

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    private FetchOutcome fetch(String path) {
        return fetcher.fetch(FetchRequest.get(FetchFixture.town(), origin.at(path)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreFollowed(int status) {
        origin.route("/start", Routes.status(status, "Location: ../end#part"));

        FetchOutcome outcome = fetch("/start");

        assertBody(outcome, "hello");
        assertThat(outcome.url()).isEqualTo(origin.at("/start"));
        assertThat(((Fetched) outcome).answered()).isEqualTo(origin.at("/end"));
    }

    @Test
    void asManyAsTheLimitAndNotOneMore() {
        origin.route("/4", Routes.redirect("/3"));
        origin.route("/3", Routes.redirect("/2"));
        origin.route("/2", Routes.redirect("/1"));
        origin.route("/1", Routes.redirect("/end"));

        assertBody(fetch("/3"), "hello");
        assertRefused(fetch("/4"), Refusal.REDIRECTS);
    }

    @Test
    void loopEnds() {
        origin.route("/loop", Routes.redirect("/loop"));

        assertRefused(fetch("/loop"), Refusal.REDIRECTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://town.localhost/", "file:///etc/passwd", "javascript:alert(1)", "data:text/plain,x"})
    void otherSchemesAreRefused(String location) {
        origin.route("/start", Routes.redirect(location));

        assertRefused(fetch("/start"), Refusal.SCHEME);
    }

    @Test
    void redirectToNowhereIsBroken() {
        origin.route("/start", Routes.status(302));
        origin.route("/odd", Routes.redirect("http://"));

        assertFailed(fetch("/start"), Failure.BROKEN);
        assertFailed(fetch("/odd"), Failure.BROKEN);
    }

    @Test
    void secretsDoNotTravelToAnotherOrigin() {
        origin.route(
                "/start", Routes.redirect(origin.at("other.localhost", "/end").toString()));
        origin.route("/near", Routes.redirect("/end"));

        fetchWithHeaders("/start");
        fetchWithHeaders("/near");

        assertThat(last("other.localhost").headers())
                .doesNotContainKeys("authorization", "cookie", "x-api-key", "referer")
                .containsEntry("accept", "text/html");
        assertThat(last("town.localhost").headers()).containsEntry("x-api-key", "secret");
    }

    @Test
    void callerCannotPoseAsSomebodyElse() {
        FetchRequest request = new FetchRequest(
                FetchFixture.town(),
                origin.at("/end"),
                new byte[0],
                Map.of("user-agent", "Mozilla/5.0", "Accept-Encoding", "br", "Host", "elsewhere"),
                null,
                null,
                null);

        fetcher.fetch(request);

        assertThat(last("town.localhost").headers())
                .containsEntry("user-agent", "Vigie/0.1.0 (+https://example.org/contact)")
                .containsEntry("accept-encoding", "gzip");
    }

    @Test
    void postBecomesGetUnlessTheServerInsists() {
        origin.route("/see", Routes.status(303, "Location: /end"));
        origin.route("/keep", Routes.status(307, "Location: /end"));

        post("/see");
        assertThat(last("town.localhost")).returns("GET", Seen::method).returns("", Seen::body);
        post("/keep");
        assertThat(last("town.localhost")).returns("POST", Seen::method).returns("{}", Seen::body);
    }

    @Test
    void dateOfAnotherAddressIsNotSentOn() {
        origin.route("/start", Routes.redirect("/end"));
        FetchRequest known = new FetchRequest(
                FetchFixture.town(),
                origin.at("/start"),
                new byte[0],
                Map.of(),
                "\"a\"",
                "Sat, 01 Jan 2022 00:00:00 GMT",
                null);

        fetcher.fetch(known);

        assertThat(last("town.localhost").headers())
                .containsEntry("if-none-match", "\"a\"")
                .doesNotContainKey("if-modified-since");
    }

    private void fetchWithHeaders(String path) {
        Map<String, String> headers =
                Map.of("Authorization", "Basic x", "Cookie", "a=b", "X-Api-Key", "secret", "Accept", "text/html");
        fetcher.fetch(new FetchRequest(FetchFixture.town(), origin.at(path), new byte[0], headers, null, null, null));
    }

    private void post(String path) {
        fetcher.fetch(new FetchRequest(
                FetchFixture.town(), origin.at(path), "{}".getBytes(UTF_8), Map.of(), null, null, null));
    }

    private Seen last(String host) {
        return origin.seen().stream()
                .filter(seen -> seen.headers().getOrDefault("host", "").startsWith(host))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
