package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.crawler.fetch.Fetcher;
import vigie.model.DocumentKind;
import vigie.model.Issue;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.archive.Archive;
import vigie.model.config.CrawlSettings;

class TedAdapterTest {

    private static final String HOST = "feed.localhost";

    @TempDir
    Path folder;

    private final JsonMapper json = new JsonMapper();
    private final List<Issue> issues = new ArrayList<>();
    private final List<JsonNode> searches = new ArrayList<>();
    private final List<String> fetched = new ArrayList<>();
    /** What the search answers next; an empty one is HTTP 500. */
    private final Deque<String> answers = new ArrayDeque<>();

    private volatile String notice = EformsSample.AWARD;
    private final AtomicLong now =
            new AtomicLong(Instant.parse("2024-03-02T08:00:00Z").toEpochMilli());
    private HttpServer server;
    private Fetcher fetcher;
    private Archive archive;
    private FeedCollector feed;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/robots.txt", exchange -> answer(exchange, 404, ""));
        server.createContext("/search", exchange -> {
            searches.add(json.readTree(exchange.getRequestBody()));
            String next = answers.isEmpty() ? page(0, null) : answers.removeFirst();
            answer(exchange, next.isEmpty() ? 500 : 200, next);
        });
        server.createContext("/notice/", exchange -> {
            String number = exchange.getRequestURI().getPath().split("/", -1)[2];
            fetched.add(number);
            answer(exchange, 200, notice.replace("00123456-2024", number));
        });
        server.start();
        InstantSource ticking = () -> Instant.ofEpochMilli(now.addAndGet(1000));
        Clock clock = ticking.withZone(ZoneOffset.UTC);
        fetcher = new Fetcher(CrawlSettings.defaults(), "test", clock);
        archive = Archive.open(folder.resolve("archive"), issues::add);
        FileReader noFiles = (source, linked, capture, payload) -> {
            throw new AssertionError("a notice is read by the adapter");
        };
        feed = new FeedCollector(fetcher, noFiles, FeedFixture::links, FeedFixture.COMMUNES, clock, issues::add);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
    }

    @Test
    void searchIsPagedByTokenAndNoticesAreReadFromTheirXml() throws Exception {
        answers.add(page(2, "next", record("11-2024")));
        answers.add(page(2, "last", record("12-2024")));

        FeedReport report = collect();

        assertThat(report.documents()).isEqualTo(2);
        assertThat(report.records()).isEqualTo(2);
        assertThat(fetched).containsExactly("11-2024", "12-2024");
        SourceDocument document = documents().get(0);
        assertThat(document.locator()).isEqualTo("11-2024");
        assertThat(document.kind()).isEqualTo(DocumentKind.AVIS_ATTRIBUTION);
        assertThat(document.publisher().name()).isEqualTo("Ville de Valmont");
        assertThat(document.text())
                .contains("Acheteur : Ville de Valmont (SIRET 21760719100012)\n")
                .contains("Titulaire : Lueur SA")
                .contains("Montant : 63200 € HT\n")
                .doesNotContain("Dupont");
        assertThat(document.metadata())
                .containsEntry("buyer-siret", "21760719100012")
                .containsEntry("contract-number", "2024-07")
                .containsEntry("earlier-notice", "654321-2023")
                .containsEntry("cpv", "32323500,48000000")
                .containsEntry("url", "https://ted.europa.eu/fr/notice/-/detail/11-2024");
        assertThat(searches).hasSize(2);
        assertThat(searches.get(1).path("iterationNextToken").asText()).isEqualTo("next");
        assertThat(issues).extracting(Issue::kind).containsOnly("field-missing");
    }

    @Test
    void wordsCodesAndWindowAreAskedForWithinTheLimits() throws Exception {
        collect();
        JsonNode body = searches.get(0);
        assertThat(body.path("query").asText())
                .isEqualTo(
                        "buyer-country=FRA AND (FT~\"vidéoprotection\" OR FT~\"analyse vidéo\" OR"
                                + " classification-cpv=32323500) AND publication-date>=20240301 AND publication-date<=20240302");
        assertThat(body.path("limit").asInt() * body.path("fields").size()).isLessThanOrEqualTo(10_000);
        assertThat(body.path("paginationMode").asText()).isEqualTo("ITERATION");
    }

    @Test
    void knownNoticesAreNotFetchedAgainEvenIfMemoryIsLost() throws Exception {
        answers.add(page(1, null, record("11-2024")));
        collect();
        answers.add(page(1, null, record("11-2024")));
        assertThat(collect().documents()).isZero();

        Files.delete(folder.resolve("state.json"));
        feed.remember(source(), archive, folder.resolve("state.json"));
        answers.add(page(1, null, record("11-2024")));

        assertThat(collect().documents()).isZero();
        assertThat(fetched).hasSize(1);
    }

    @Test
    void tokenThatHasRunOutBeginsTheWindowAgain() throws Exception {
        answers.add(page(2, "old", record("11-2024")));
        answers.add("");
        answers.add(page(2, "new", record("11-2024")));
        answers.add(page(2, null, record("12-2024")));
        collect();
        assertThat(documents()).extracting(SourceDocument::locator).containsExactly("11-2024", "12-2024");
    }

    @Test
    void searchThatBreaksOffTwiceIsTold() throws Exception {
        answers.add(page(2, "old", record("11-2024")));
        answers.add("");
        answers.add(page(2, "old", record("11-2024")));
        answers.add("");
        collect();
        assertThat(issues).extracting(Issue::kind).contains("feed-truncated");
        assertThat(documents()).hasSize(1);
    }

    @Test
    void fewerNoticesThanMatchAreTold() throws Exception {
        answers.add(page(3, null, record("11-2024")));
        collect();
        assertThat(issues).extracting(Issue::message).contains("1 of 3 notices were given");
    }

    @Test
    void searchThatTimedOutIsNoAnswer() throws Exception {
        answers.add(page(1, null, record("11-2024")).replace("\"timedOut\":false", "\"timedOut\":true"));
        assertThat(collect().failed()).isEqualTo(1);
        assertThat(issues).extracting(Issue::message).first().asString().startsWith("the search timed out");
    }

    @Test
    void errorAnswersAreToldWithTheirType() throws Exception {
        answers.add("{\"message\":\"no such field\",\"error\":{\"type\":\"QUERY_UNKNOWN_FIELD\"}}");
        assertThat(collect().failed()).isEqualTo(1);
        assertThat(issues)
                .extracting(Issue::message)
                .first()
                .asString()
                .contains("QUERY_UNKNOWN_FIELD")
                .contains("no such field");
    }

    @Test
    void recordWithoutLinkIsTold() throws Exception {
        ObjectNode record = record("11-2024");
        record.remove("links");
        answers.add(page(1, null, record));
        collect();
        assertThat(issues).extracting(Issue::kind).containsExactly("record-unreadable");
    }

    @Test
    void noticeOfAnotherShapeIsToldAndTriedAgain() throws Exception {
        notice = "<html><body>Maintenance</body></html>";
        answers.add(page(1, null, record("11-2024")));
        assertThat(collect().documents()).isZero();
        assertThat(issues).extracting(Issue::kind).containsOnly("feed-shape");
        notice = "<Surprise/>";
        answers.add(page(2, null, record("12-2024"), record("11-2024")));
        assertThat(collect().documents()).isZero();
        notice = EformsSample.AWARD;
        answers.add(page(2, null, record("12-2024"), record("11-2024")));
        assertThat(collect().documents()).isEqualTo(2);
    }

    private FeedReport collect() throws Exception {
        return feed.collect(source(), archive, folder.resolve("state.json"), () -> false, Integer.MAX_VALUE);
    }

    private List<SourceDocument> documents() throws Exception {
        List<SourceDocument> documents = new ArrayList<>();
        for (String segment : archive.segments()) {
            archive.documents(segment, documents::add);
        }
        return documents;
    }

    private Source source() {
        return new Source(
                "ted",
                "TED",
                SourceKind.FEED,
                URI.create(home() + "/search"),
                List.of(),
                Set.of(HOST),
                Publisher.unknown(),
                "ted",
                Map.of("words", "vidéoprotection, analyse vidéo", "cpv", "32323500", "since", "2024-03-01"),
                Set.of(HOST),
                Duration.ofMillis(1),
                null,
                "test",
                null);
    }

    private String home() {
        return "http://" + HOST + ":" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String page(int total, @Nullable String token, ObjectNode... records) {
        ObjectNode page = json.createObjectNode().put("totalNoticeCount", total).put("timedOut", false);
        ArrayNode notices = page.putArray("notices");
        List.of(records).forEach(notices::add);
        return page.put("iterationNextToken", token).toString();
    }

    private ObjectNode record(String number) {
        ObjectNode record = json.createObjectNode()
                .put("publication-number", number)
                .put("publication-date", "2024-03-01+01:00")
                .put("notice-type", "can-standard")
                .put("procedure-identifier", "16c06d41-2232-4907-b836-07e0ee650c42");
        record.putObject("notice-title")
                .put("fra", "France – Systèmes – Logiciel")
                .put("deu", "Frankreich");
        record.putObject("buyer-name").putArray("fra").add("Ville de Valmont");
        record.putArray("buyer-identifier").add("21760719100012");
        record.putArray("buyer-country").add("FRA");
        record.putArray("classification-cpv").add("32323500");
        record.putObject("links").putObject("xml").put("MUL", home() + "/notice/" + number + "/xml");
        return record;
    }
}
