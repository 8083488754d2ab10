package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.Stage;
import vigie.model.WarcPosition;
import vigie.model.archive.SearchFile;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;
import vigie.reports.AtlasRun;
import vigie.reports.ReportRun;
import vigie.reports.query.Queries;
import vigie.reports.query.SampleIndex;
import vigie.reports.render.Texts;

class WebServerIT {

    private static final CommuneRef TOWN = new CommuneRef(new InseeCode("99201"), "Le Brévain");
    private static final String XSS = "\"><script>alert('x')</script><img src=x onerror=alert(1)>";
    private static final String BYTES = "<html><script>alert(1)</script>";

    @TempDir
    static Path folder;

    private static final Queue<String> FAILURES = new ConcurrentLinkedQueue<>();

    private static Queries queries;
    private static Site site;
    private static WebServer server;
    private static HttpClient client;
    private static SourceDocument minutes;
    private static SourceDocument hostile;
    private static Claim claim;
    private static Claim hostileClaim;

    @BeforeAll
    static void start() throws ProjectException, IOException {
        SampleIndex index = new SampleIndex(folder);
        index.source("brevain", SourceKind.SITE, TOWN, "99");
        minutes = index.add(
                TOWN,
                "brevain",
                "Procès-verbal du 29 juin 2023",
                "2023-06-29",
                "Le logiciel BriefCam analyse les images. Le conseil approuve.",
                List.of(0, 42));
        index.archived(new WarcPosition("s1.warc.gz", 0));
        claim = index.claim(TOWN, "briefcam", Stage.IN_USE, "2023-06-29", 0.9);
        hostile = index.add(TOWN, "x" + XSS, "Titre " + XSS, "2024-01-31", "Caméra hostile " + XSS, List.of());
        hostileClaim = index.claim(TOWN, "v" + XSS, Stage.PROPOSED, "2024-01-31", 0.7);
        queries = index.open();
        Path root = Path.of(System.getProperty("vigie.root"));
        Project project = Project.load(root.resolve("quality/seeds"), root.resolve("config"));
        Clock clock = Clock.systemUTC();
        AtlasRun atlas = new AtlasRun(queries, project, new Texts(Locale.FRENCH), clock);
        site = new Site(
                queries,
                project,
                new ReportRun(queries, project, new Texts(Locale.FRENCH), clock)::city,
                (commune, moment, form, language) -> new ReportRun(queries, project, new Texts(language), clock)
                        .city(commune, moment, ReportRun.Format.valueOf(form.name())),
                new Atlases(atlas::vendor, atlas::departement, atlas::national),
                position -> new ByteArrayInputStream(BYTES.getBytes(StandardCharsets.UTF_8)),
                (position, page, quotes) -> Optional.empty(),
                new SearchFile(folder.resolve("searches.json")),
                new SampleNews(queries, project, clock),
                null,
                0,
                clock,
                new Random(1),
                (path, failure) -> FAILURES.add(path + ": " + failure));
        server = WebServer.start(Address.loopback(0), site);
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        server.close();
        queries.close();
    }

    @AfterEach
    void nothingFailed() {
        List<String> failures = List.copyOf(FAILURES);
        FAILURES.clear();
        assertThat(failures).isEmpty();
    }

    static List<String> pages() {
        return List.of(
                "/",
                "/?technology=vsa&stage=in-use&vendor=briefcam&sure=0.65",
                "/search",
                "/search?q=logiciel",
                "/search?q=" + encoded(XSS),
                "/search?q=logiciel&" + encoded("commune") + "=" + encoded(XSS) + "&since=2020&known=2099",
                "/deployments",
                "/commune/99201",
                "/commune/" + encoded("le brevain"),
                "/vendor/briefcam",
                "/vendor/genetec",
                "/departement/99",
                "/france",
                "/document/" + minutes.id(),
                "/document/" + minutes.id() + "?at=3",
                "/document/" + hostile.id(),
                "/claim/" + claim.id(),
                "/claim/" + hostileClaim.id(),
                "/coverage",
                "/coverage/brevain",
                "/digest?since=2099",
                "/searches",
                "/method",
                "/glossary");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsThereInBothLanguagesAndRunsNothingThatWasCrawledOrAsked(String page) throws Exception {
        for (String language : List.of("fr", "en")) {
            HttpResponse<String> answer = get(page, "Accept-Language", language);
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
            assertThat(answer.body())
                    .contains("<html lang=\"" + language + "\">", "</footer>")
                    .doesNotContain("<script>", "<img", "style=\"", "javascript:");
            assertProtected(answer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | Le Brévain",
                "/ | BriefCam",
                "/search?q=logiciel | <mark>logiciel</mark>",
                "/search?q=logiciel&stage=in-use | class=\"chips\"",
                "/deployments?vendor=briefcam | Le Brévain",
                "/commune/99201 | Le logiciel BriefCam analyse",
                "/vendor/briefcam | Le Brévain",
                "/vendor/briefcam | class=\"map\"",
                "/france | class=\"map\"",
                "/departement/99 | BriefCam",
                "/coverage | brevain",
                "/method | 0,",
                "/glossary | id=\"in-use\"",
            })
    void pageSaysWhatItIsFor(String page, String text) throws Exception {
        assertThat(get(page).body()).contains(text);
    }

    @Test
    void documentShowsItsClaimsInPlace() throws Exception {
        assertThat(get("/document/" + minutes.id()).body())
                .contains("<span id=\"" + claim.id() + "\">", "<mark>Le logiciel", "id=\"page-2\"")
                .contains(minutes.capture().sha256(), "s1.warc.gz");
    }

    @Test
    void hrefOfStrangersIsWebOnlyAndToldApart() throws Exception {
        assertThat(get("/document/" + minutes.id()).body())
                .contains("<a href=\"http://brevain.example/0\" rel=\"noopener noreferrer nofollow\">");
        assertThat(get("/document/" + hostile.id()).body()).doesNotContain("href=\"http://x");
    }

    @Test
    void archivedCopyIsAFileAndNeverAPageOfOurs() throws Exception {
        HttpResponse<String> answer = get("/document/" + minutes.id() + "/original");
        assertThat(answer.body()).isEqualTo(BYTES);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .endsWith(".html\"");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/octet-stream");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get("/document/" + hostile.id() + "/original").statusCode()).isEqualTo(404);
        assertThat(get("/document/" + minutes.id() + "/page/1").statusCode())
                .as("a page of what is no PDF")
                .isEqualTo(404);
        assertThat(get("/document/" + minutes.id()).body()).doesNotContain("/page/1");
    }

    @ParameterizedTest
    @EnumSource(ReportForm.class)
    void cityReportIsAFileInTheReadersLanguage(ReportForm form) throws Exception {
        HttpResponse<String> answer = get("/commune/99201/report." + form.ending(), "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"vigie-99201." + form.ending() + "\"");
        assertThat(answer.body())
                .isNotEmpty()
                .satisfiesAnyOf(
                        body -> assertThat(body).startsWith("%PDF-"),
                        body -> assertThat(body).contains("BriefCam"),
                        body -> assertThat(body).contains("briefcam"));
        assertThat(get("/commune/99299/report." + form.ending()).statusCode()).isEqualTo(404);
    }

    @Test
    void resultIsTakenAwayAsJsonAndCsv() throws Exception {
        assertThat(get("/search.json?q=logiciel").body())
                .startsWith("{\"total\":1,")
                .contains(minutes.id());
        assertThat(get("/search.csv?q=hostile").body()).startsWith("id,title,").contains(hostile.id());
        assertThat(get("/deployments.json?vendor=briefcam").body()).startsWith("[{\"id\":\"p-");
        assertThat(get("/deployments.csv").body()).startsWith("id,insee,").contains("99201");
    }

    @Test
    void whatWasReadLaterIsNotKnownBefore() throws Exception {
        assertThat(get("/search.json?q=logiciel&known=2020-01-01").body()).startsWith("{\"total\":0,");
        assertThat(get("/search.json?q=logiciel&known=2026-03-02").body()).startsWith("{\"total\":1,");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/document/d-0, 404",
        "/claim/c-0, 404",
        "/departement/123, 404",
        "/vendor/nobody, 404",
        "/coverage/nobody, 404",
        "/assets/000/vigie.css, 404",
        "/search?q=%22open, 400",
        "/search?q=a&since=hier, 400",
        "/search?q=a&page=x, 400",
        "/search?q=a&sort=x, 400",
        "/search.csv?q=%22open, 400",
        "/deployments?stage=x, 400",
        "/deployments?sure=9, 400"
    })
    void whatCannotBeAnsweredIsToldAsAPage(String path, int status) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<html lang=\"fr\">", "</footer>").doesNotContain("Exception", "at vigie");
        assertProtected(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vendor/briefcam", "/departement/99", "/france"})
    void reportAcrossCommunesLeadsToCommunesVendorsProofsAndReasons(String page) throws Exception {
        String html = get(page).body();
        String commune = "/commune/99201";
        assertThat(html)
                .contains("Question posée", "class=\"towns\"")
                .contains("<li><a href=\"" + commune + "\">Le Brévain</a></li>")
                .contains("<a href=\"" + commune + "#" + claim.id() + "\">", "<a href=\"#" + claim.id() + "\">[")
                .contains("<a href=\"/claim/p-", "Le logiciel BriefCam analyse");
        assertThat(get(commune).body()).contains("<li id=\"" + claim.id() + "\"");
    }

    @Test
    void firmWithoutAVendorFileHasAPageAtAnAddressOfPlainLetters() throws Exception {
        String address = "/vendor/" + Vendor.unlisted("v" + XSS, null).slug();
        assertThat(address).matches("/vendor/v-script-[a-z0-9-]+");
        for (String page : List.of("/deployments", "/claim/" + hostileClaim.id(), "/france", "/commune/99201")) {
            assertThat(get(page).body()).as(page).contains("<a href=\"" + address + "\"");
        }
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("que Vigie ne connaît pas encore", "<li><a href=\"/commune/99201\">Le Brévain</a></li>")
                .doesNotContain("<script>", "<img");
        assertThat(get("/api/v1" + address.replace("vendor", "vendors")).body())
                .contains("\"role\":null", "\"insee\":\"99201\"");
        assertThat(get("/vendor/personne").statusCode()).isEqualTo(404);
    }

    @Test
    void unknownCommuneSuggestsTheNearest() throws Exception {
        HttpResponse<String> answer = get("/commune/" + encoded("Le Brevin"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<a href=\"/commune/99201\">Le Brévain (99201)</a>");
    }

    @ParameterizedTest
    @CsvSource({"2000, 400", "10240, 414"})
    void longQueryIsAnsweredNotRun(int length, int status) throws Exception {
        HttpResponse<String> answer = get("/search?q=" + "a".repeat(length));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("</footer>", "trop longue");
    }

    @Test
    void headIsGetWithoutBody() throws Exception {
        HttpResponse<String> answer = send(request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertProtected(answer);
        assertThat(send(request("/claim/none").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void otherMethodsAreRefused(String method) throws Exception {
        assertThat(raw(method + " / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: GET, HEAD, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example"})
    void nameOfAStrangerIsRefused(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .doesNotContain("Le Brévain")
                .startsWith("HTTP/1.1 421 ")
                .contains("Content-Security-Policy: default-src 'self'");
    }

    @Test
    void noHttpIsRefusedWithoutAPage() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost@evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("Le Brévain");
    }

    @Test
    void changeWithoutProofIsRefused() throws Exception {
        HttpRequest.BodyPublisher form = HttpRequest.BodyPublishers.ofString("csrf=0123&x=1");
        HttpResponse<String> answer = send(request("/search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertProtected(answer);
        assertThat(send(request("/search")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", "https://evil.example")
                                .header("Cookie", "vigie-session=" + "0".repeat(32))
                                .POST(form))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void readersGetNoCookieUnlessTheyChooseALanguage() throws Exception {
        assertThat(get("/").headers().allValues("Set-Cookie")).isEmpty();
        HttpResponse<String> chosen = get("/?lang=en");
        assertThat(chosen.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("lang=en", "SameSite=Lax", "HttpOnly");
        assertThat(get("/", "Cookie", "lang=en").body()).contains("<html lang=\"en\">");
    }

    @Test
    void homeSaysOfHowManyDocumentsTheTextWasRead() throws Exception {
        assertThat(get("/?lang=en").body())
                .containsPattern("<strong>[1-9]\\d*</strong> documents, [1-9]\\d* of them with text");
    }

    @Test
    void assetsAreKeptForGood() throws Exception {
        String page = get("/").body();
        String css = page.replaceAll("(?s).*href=\"(/assets/[0-9a-f]+/vigie\\.css)\".*", "$1");
        HttpResponse<String> answer = get(css);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(get(page.replaceAll("(?s).*src=\"(/assets/[0-9a-f]+/htmx\\.js)\".*", "$1"))
                        .body())
                .contains("htmx");
    }

    @Test
    void takenPortIsToldAsSuch() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(catchThrowable(() -> WebServer.start(Address.loopback(taken.getLocalPort()), site)))
                    .isInstanceOf(BindException.class);
        }
    }

    private static void assertProtected(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** What the client of the JDK would not send. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
