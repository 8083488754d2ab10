package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.crawler.fetch.Fetcher;
import vigie.model.Attempt;
import vigie.model.Issue;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.archive.Archive;
import vigie.model.config.CrawlSettings;

/** What is asked of the interface and of the register of firms, over a server on loopback. */
class DecpCollectTest {

    private static final String HOST = "feed.localhost";
    private static final String FIRM = """
            {"results": [{"siren": "732829320", "nom_complet": "LUEUR SA (ECLAT)", "nature_juridique": "5599"}]}""";

    @TempDir
    Path folder;

    private final List<Issue> issues = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-03-20T08:00:00Z").toEpochMilli());
    private int total = 1;
    private String firm = FIRM;
    private HttpServer server;
    private Fetcher fetcher;
    private Archive archive;
    private FeedCollector feed;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            if (!path.equals("/robots.txt")) {
                asked.add(path + "?" + URLDecoder.decode(query, StandardCharsets.UTF_8));
            }
            String answer = path.equals("/firms") ? firm : path.endsWith("/records") ? page(offset(query)) : export();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            boolean isFound = !path.equals("/robots.txt") && !answer.isEmpty();
            exchange.sendResponseHeaders(isFound ? 200 : 404, isFound ? body.length : -1);
            if (isFound) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        InstantSource ticking = () -> Instant.ofEpochMilli(now.addAndGet(1000));
        Clock clock = ticking.withZone(ZoneOffset.UTC);
        fetcher = new Fetcher(CrawlSettings.defaults(), "test", clock);
        archive = Archive.open(folder.resolve("archive"), issues::add);
        FileReader noFiles = (source, linked, capture, payload) -> {
            throw new AssertionError("no file was linked");
        };
        feed = new FeedCollector(fetcher, noFiles, FeedFixture::links, FeedFixture.COMMUNES, clock, issues::add);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
    }

    @Test
    void contractsOfTheWindowAreAskedForByWordsAndCodes() throws Exception {
        assertThat(collect(false)).isEqualTo(new FeedReport(1, 0, 0, 1, 1, null));
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("datepublicationdonnees>=date'2026-03-01' and datepublicationdonnees<=date'2026-03-20'")
                .contains("or (datenotification>=date'2026-03-01'")
                .contains(
                        " and (search(\"vidéoprotection\") or search(\"analyse vidéo\") or startswith(codecpv,\"32323500\"))")
                .contains("order_by=datepublicationdonnees,acheteur_id,id")
                .contains("limit=100&offset=0");
    }

    @Test
    void allPagesAreRead() throws Exception {
        total = 250;
        assertThat(collect(false)).isEqualTo(new FeedReport(3, 0, 0, 250, 250, null));
        assertThat(documents())
                .extracting(SourceDocument::id)
                .doesNotHaveDuplicates()
                .hasSize(250);
        assertThat(collect(false)).isEqualTo(new FeedReport(3, 3, 0, 250, 0, null));
    }

    @Test
    void whatCannotBePagedIsExportedByWeeks() throws Exception {
        total = 10_001;
        assertThat(collect(false).pages()).isEqualTo(4);
        assertThat(asked.stream().filter(request -> request.startsWith("/decp/exports/json?where=")))
                .hasSize(3)
                .last()
                .asString()
                .contains("date'2026-03-15'")
                .doesNotContain("offset");
        assertThat(documents()).extracting(SourceDocument::locator).contains("2133003270001299999");
    }

    @Test
    void firmsAreLookedUpOnceAndRemembered() throws Exception {
        total = 3;
        assertThat(collect(true).documents()).isEqualTo(3);
        assertThat(documents().get(0).text()).contains("Titulaire : LUEUR SA (ECLAT) (SIRET 73282932000074)\n");
        total = 4;
        collect(true);
        assertThat(asked.stream().filter(request -> request.startsWith("/firms")))
                .containsExactly("/firms?q=732829320");
        assertThat(documents())
                .hasSize(4)
                .allSatisfy(document -> assertThat(document.text()).contains("LUEUR SA"));
        List<Attempt> attempts = new ArrayList<>();
        archive.attempts(archive.segments().get(0), attempts::add);
        assertThat(attempts).extracting(Attempt::url).anyMatch(url -> url.contains("/firms?q="));
        assertThat(issues).isEmpty();
    }

    /** Nobody is asked: the answers of the register are archived, too. */
    @Test
    void whatIsReadAgainHasTheSameNames() throws Exception {
        collect(true);
        total = 4;
        collect(true);
        asked.clear();
        assertThat(feed.reread(source(true), archive)).isZero();
        assertThat(asked).isEmpty();
    }

    @Test
    void soleTradersAndUnknownFirmsStayNumbers() throws Exception {
        firm = FIRM.replace("5599", "1000");
        collect(true);
        assertThat(documents().get(0).text()).contains("Titulaire : SIRET 73282932000074\n");
        assertThat(issues).isEmpty();
    }

    @Test
    void registerThatFailsIsToldAndAskedNoMore() throws Exception {
        total = 3;
        firm = "";
        assertThat(collect(true).documents()).isEqualTo(3);
        assertThat(documents().get(0).text()).contains("Titulaire : SIRET 73282932000074\n");
        assertThat(issues).extracting(Issue::kind).containsExactly("names-missing");
        assertThat(asked.stream().filter(request -> request.startsWith("/firms")))
                .hasSize(1);
    }

    private static int offset(String query) {
        return query.contains("offset=") ? Integer.parseInt(query.replaceFirst(".*offset=(\\d+).*", "$1")) : 0;
    }

    private String page(int offset) {
        return "{\"total_count\": " + total + ", \"results\": ["
                + IntStream.range(offset, Math.min(offset + 100, total))
                        .mapToObj(DecpCollectTest::contract)
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String export() {
        return "[" + contract(99_999) + "]";
    }

    private static String contract(int number) {
        return """
                {"id": "%d", "acheteur_id": "21330032700012", "objet": "Vidéoprotection", "codecpv": "32323500-8", "montant": 90000,
                 "datenotification": "2026-03-02", "datepublicationdonnees": "2026-03-05", "titulaire_id_1": "73282932000074",
                 "titulaire_typeidentifiant_1": "SIRET"}""".formatted(number);
    }

    private FeedReport collect(boolean withNames) throws Exception {
        return feed.collect(source(withNames), archive, folder.resolve("state.json"), () -> false, Integer.MAX_VALUE);
    }

    private List<SourceDocument> documents() throws Exception {
        List<SourceDocument> documents = new ArrayList<>();
        for (String segment : archive.segments()) {
            archive.documents(segment, documents::add);
        }
        return documents;
    }

    private Source source(boolean withNames) {
        String root = "http://" + HOST + ":" + server.getAddress().getPort();
        Map<String, String> options = new HashMap<>(
                Map.of("words", "vidéoprotection, analyse vidéo", "cpv", "32323500", "since", "2026-03-01"));
        if (withNames) {
            options.put("names", root + "/firms");
        }
        return new Source(
                "decp",
                "DECP",
                SourceKind.FEED,
                URI.create(root + "/decp/records"),
                List.of(),
                Set.of(HOST),
                Publisher.unknown(),
                "decp",
                options,
                Set.of(HOST),
                Duration.ofMillis(1),
                null,
                "test",
                null);
    }
}
