package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.crawler.fetch.Fetcher;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.DocumentKind;
import vigie.model.Issue;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.archive.Archive;
import vigie.model.config.CrawlSettings;
import vigie.model.id.InseeCode;

class BoampAdapterTest {

    @TempDir
    Path folder;

    private final JsonMapper json = new JsonMapper();
    private final List<Issue> issues = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private volatile String answer = "{}";
    private volatile UnaryOperator<String> answers = query -> answer;
    private String since = "2026-03-01";
    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-03-02T08:00:00Z").toEpochMilli());
    private HttpServer server;
    private Fetcher fetcher;
    private Archive archive;
    private FeedCollector feed;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
            if (!robots) {
                asked.add(exchange.getRequestURI().getRawQuery());
                paths.add(exchange.getRequestURI().getPath());
            }
            byte[] body = (robots ? "" : answers.apply(exchange.getRequestURI().getRawQuery()))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(robots ? 404 : 200, robots ? -1 : body.length);
            if (!robots) {
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
    void noticesBecomeDocumentsWithTheirBuyer() throws Exception {
        answer = page(1, award("23-1", "Ville de Bassens (33)", "33"));

        FeedReport report = collect();

        assertThat(report).isEqualTo(new FeedReport(1, 0, 0, 1, 1, null));
        SourceDocument document = documents().get(0);
        assertThat(document.kind()).isEqualTo(DocumentKind.AVIS_ATTRIBUTION);
        assertThat(document.publisher().insee()).isEqualTo(new InseeCode("33032"));
        assertThat(document.text())
                .contains("Acheteur : Ville de Bassens (33)\n")
                .contains("Titulaire : LUEUR SA\n")
                .contains("63200 €")
                .doesNotContain("Dupont");
        assertThat(issues).isEmpty();
    }

    @Test
    void noticesNameThoseThatTheyFollow() throws Exception {
        ObjectNode inField = award("23-2", "Ville de Lyon", "69");
        inField.put("annonce_lie", "23-1").put("annonces_anterieures", "[\"22-9\"]");
        ObjectNode inGestion = award("23-3", "Ville de Lyon", "69");
        inGestion.put("gestion", "{\"MARCHE\":{\"ANNONCE_ANTERIEUR\":{\"REFERENCE\":{\"IDWEB\":\"23-2\"}}}}");
        answer = page(2, inField, inGestion);

        collect();

        assertThat(String.valueOf(documents().get(0).metadata().get("earlier-notice"))
                        .split(","))
                .containsExactlyInAnyOrder("22-9", "23-1");
        assertThat(documents().get(1).metadata()).containsEntry("earlier-notice", "23-2");
    }

    @Test
    void homonymsWithoutDepartementAreLeftOpen() throws Exception {
        ObjectNode notice = award("23-1", "Commune de Bassens", "33");
        notice.putArray("code_departement");
        answer = page(1, notice);
        collect();
        assertThat(documents().get(0).publisher().insee()).isNull();
    }

    @Test
    void knownNoticesAreNotArchivedAgain() throws Exception {
        answer = page(1, award("23-1", "Ville de Lyon", "69"));
        collect();
        assertThat(collect()).isEqualTo(new FeedReport(1, 1, 0, 1, 0, null));
        answer = page(2, award("23-2", "Ville de Lyon", "69"), award("23-1", "Ville de Lyon", "69"));
        assertThat(collect()).isEqualTo(new FeedReport(1, 0, 0, 2, 1, null));
        assertThat(documents()).extracting(SourceDocument::locator).containsExactly("23-1", "23-2");
    }

    @Test
    void lostMemoryIsMadeAnewFromTheArchive() throws Exception {
        answer = page(1, award("23-1", "Ville de Lyon", "69"));
        collect();
        answer = page(2, award("23-2", "Ville de Lyon", "69"), award("23-1", "Ville de Lyon", "69"));
        collect();
        Files.delete(folder.resolve("state.json"));

        feed.remember(source(), archive, folder.resolve("state.json"));

        assertThat(collect()).isEqualTo(new FeedReport(1, 1, 0, 2, 0, null));
    }

    @Test
    void wordsOfTheSourceAreAskedFor() throws Exception {
        answer = page(0);
        collect();
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("search%28%22vid%C3%A9oprotection%22%29+or+search")
                .contains("or+search%28%2232323500%22%29")
                .contains("dateparution%3E%3Ddate%272026-03-01%27")
                .contains("limit=100");
    }

    @Test
    void answerOfAnotherShapeIsAnIssueNotAnEmptyResult() throws Exception {
        answer = "{\"records\": []}";
        assertThat(collect().failed()).isEqualTo(1);
        assertThat(issues).extracting(Issue::kind).containsExactly("feed-shape");
        List<Attempt> attempts = new ArrayList<>();
        archive.attempts(archive.segments().get(0), attempts::add);
        assertThat(attempts).extracting(Attempt::outcome).containsExactly(AttemptOutcome.FAILED);
    }

    @Test
    void oneUnreadableNoticeLosesNothingElse() throws Exception {
        ObjectNode broken = award("23-9", "Ville de Lyon", "69").put("donnees", "{no json");
        answer = page(2, broken, award("23-1", "Ville de Lyon", "69"));
        assertThat(collect().documents()).isEqualTo(1);
        assertThat(issues).extracting(Issue::kind).containsExactly("record-unreadable");
    }

    @Test
    void allPagesAreAskedForUpToTheTotal() throws Exception {
        answers = query -> page(250, award("23-" + offset(query), "Ville de Lyon", "69"));
        assertThat(collect()).isEqualTo(new FeedReport(3, 0, 0, 3, 3, null));
        assertThat(asked).extracting(BoampAdapterTest::offset).containsExactly("0", "100", "200");
    }

    @Test
    void fewerNoticesThanTheTotalAreTold() throws Exception {
        answers = query -> page(250, award("23-" + offset(query), "Ville de Lyon", "69"));
        collect();
        assertThat(issues)
                .extracting(Issue::kind, Issue::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("feed-truncated", "3 of 250 records were given"));
    }

    @Test
    void fewerNoticesInTheExportsThanTheTotalAreTold() throws Exception {
        answers = query -> query.contains("limit=")
                ? page(10_001, award("23-1", "Ville de Lyon", "69"))
                : "[" + award("23-1", "Ville de Lyon", "69") + "]";
        collect();
        assertThat(issues).extracting(Issue::message).containsExactly("1 of 10001 records were given");
    }

    @Test
    void pageThatFailsEndsTheWindowWhichIsAskedForAgain() throws Exception {
        answers = query -> offset(query).equals("100")
                ? "{\"error_code\": \"x\"}"
                : page(250, award("23-" + offset(query), "Ville de Lyon", "69"));
        assertThat(collect().failed()).isEqualTo(1);
        assertThat(issues).extracting(Issue::kind).containsExactly("feed-shape");
        answers = query -> page(250, award("23-" + offset(query), "Ville de Lyon", "69"));
        assertThat(collect().documents()).isEqualTo(2);
    }

    /** Whichever request is the last before the run dies: the next one goes on with its window, loses and repeats nothing. */
    @Test
    void runThatIsKilledInAnyWindowGoesOnThere() throws Exception {
        since = "2025-11-10";
        answers = this::oneNoticeADay;
        collect();
        int requests = asked.size();
        assertThat(requests).isGreaterThan(3);
        List<String> notices = documents().stream().map(SourceDocument::locator).toList();
        assertThat(notices).hasSize(113).doesNotHaveDuplicates();
        for (int last = 0; last < requests; last++) {
            archive = Archive.open(folder.resolve("archive-" + last), issues::add);
            Files.delete(folder.resolve("state.json"));
            asked.clear();
            AtomicInteger left = new AtomicInteger(last);
            BooleanSupplier killed = () -> {
                if (left.getAndDecrement() == 0) {
                    throw new IllegalStateException("killed");
                }
                return false;
            };
            Path state = folder.resolve("state.json");
            assertThatThrownBy(() -> feed.collect(source(), archive, state, killed, Integer.MAX_VALUE))
                    .hasMessage("killed");
            collect();

            assertThat(documents()).extracting(SourceDocument::locator).containsExactlyInAnyOrderElementsOf(notices);
            // The fourteen days before the cut are asked for anew, as in any run: that may make one window more.
            assertThat(asked).hasSizeLessThanOrEqualTo(requests + 1);
        }
    }

    private String oneNoticeADay(String query) {
        List<LocalDate> days = Pattern.compile("\\d{4}-\\d\\d-\\d\\d")
                .matcher(query)
                .results()
                .map(day -> LocalDate.parse(day.group()))
                .sorted()
                .toList();
        ObjectNode[] notices = days.get(0)
                .datesUntil(days.get(days.size() - 1).plusDays(1))
                .map(day -> award("n" + day, "Ville de Lyon", "69"))
                .toArray(ObjectNode[]::new);
        return page(notices.length, notices);
    }

    @Test
    void whatCannotBePagedIsExportedWeekByWeek() throws Exception {
        answers = query -> query.contains("limit=")
                ? page(10_001, award("23-1", "Ville de Lyon", "69"))
                : "[" + award("23-1", "Ville de Lyon", "69") + "," + award("23-" + asked.size(), "Ville de Lyon", "69")
                        + "]";
        since = "2026-02-20";
        FeedReport report = collect();
        assertThat(paths).containsExactly("/data/records", "/data/exports/json", "/data/exports/json");
        assertThat(report.failed()).isZero();
        assertThat(documents()).extracting(SourceDocument::locator).containsExactly("23-1", "23-2", "23-3");
    }

    @Test
    void correctedNoticeOnALaterPageIsAnotherVersionOfTheSameDocument() throws Exception {
        answers = query -> page(150, award(offset(query).equals("0") ? "23-2" : "23-1", "Ville de Lyon", "69"));
        collect();
        answers = query -> page(
                150,
                offset(query).equals("0")
                        ? award("23-2", "Ville de Lyon", "69")
                        : award("23-1", "Ville de Lyon", "69").put("objet", "Logiciel corrigé"));
        assertThat(collect().documents()).isEqualTo(1);
        List<SourceDocument> versions = documents().stream()
                .filter(document -> document.locator().equals("23-1"))
                .toList();
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).id()).isEqualTo(versions.get(1).id());
        assertThat(versions.get(1).text()).contains("Logiciel corrigé");
    }

    private static String offset(String query) {
        return query.replaceFirst(".*&offset=", "");
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
        String host = "feed.localhost";
        return new Source(
                "boamp",
                "BOAMP",
                SourceKind.FEED,
                URI.create("http://" + host + ":" + server.getAddress().getPort() + "/data/records"),
                List.of(),
                Set.of(host),
                Publisher.unknown(),
                "boamp",
                Map.of("words", "vidéoprotection, analyse vidéo", "cpv", "32323500", "since", since),
                Set.of(host),
                Duration.ofMillis(1),
                null,
                "test",
                null);
    }

    private String page(int total, ObjectNode... records) {
        ObjectNode page = json.createObjectNode().put("total_count", total);
        ArrayNode results = page.putArray("results");
        List.of(records).forEach(results::add);
        return page.toString();
    }

    private ObjectNode award(String idweb, String buyer, String departement) {
        ObjectNode donnees = json.createObjectNode();
        donnees.putObject("IDENTITE")
                .put("DENOMINATION", buyer)
                .put("CORRESPONDANT", "Camille Dupont")
                .put("MEL", "c@x.fr");
        ObjectNode decision = donnees.putObject("ATTRIBUTION").putObject("DECISION");
        decision.putObject("TITULAIRE").put("DENOMINATION", "LUEUR SA");
        decision.putObject("VALEUR_TOTALE").put("@DEVISE", "EUR").put("#text", "63200");
        ObjectNode record = json.createObjectNode();
        record.put("idweb", idweb).put("objet", "Logiciel d'analyse d'images").put("nomacheteur", buyer);
        record.put("nature", "ATTRIBUTION")
                .put("nature_libelle", "Résultat de marché")
                .put("dateparution", "2023-07-20");
        record.putArray("code_departement").add(departement);
        record.putArray("titulaire").add("LUEUR SA");
        return record.put("donnees", donnees.toString()).put("gestion", "{}");
    }
}
