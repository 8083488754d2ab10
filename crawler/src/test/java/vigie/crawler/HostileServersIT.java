package vigie.crawler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vigie.crawler.fetch.Routes;
import vigie.crawler.fetch.SelfSigned;
import vigie.crawler.fetch.TestOrigin;
import vigie.crawler.fetch.TestOrigin.Route;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Issue;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.TextOutcome;
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;
import vigie.model.config.Communes;
import vigie.model.config.CrawlSettings;
import vigie.model.config.Lexicon;
import vigie.model.config.OcrSettings;
import vigie.model.config.Project;
import vigie.model.config.RoundSettings;

/**
 * One crawl of many sites, each of which misbehaves in its own way on a host and port of its own, and of one that behaves:
 * nothing hangs, the good one is read whole, and of each bad one a person is told what was wrong.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileServersIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int PAGES = 12;
    private static final String FETCHED = "fetched";
    private static final String PAGE = "<!doctype html><title>Ville</title><main><h1>Ville</h1>"
            + "<p>Le conseil municipal se réunit en mairie le premier lundi du mois.</p>%s</main>";

    /** A site and what its start comes to: the kind of its failure or refusal, or {@link #FETCHED}. */
    private record Hostile(String name, URI start, TestOrigin origin, String expected) {}

    private final List<Hostile> sites = new ArrayList<>();
    private final TestOrigin canary = new TestOrigin();
    private final TestOrigin neighbour = new TestOrigin();
    private final List<Issue> issues = new CopyOnWriteArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<SourceDocument> documents = new ArrayList<>();
    private CrawlReport report;

    @BeforeAll
    void crawl(@TempDir Path root) throws Exception {
        slowOnes();
        badLengths();
        badEncodings();
        redirects();
        liars();
        floods();
        badConnections();
        tlsFaults(SelfSigned.context(Files.createDirectories(root.resolve("keys"))));
        robots();
        backOff();
        cookies();
        oddStatuses();
        IntStream.range(0, PAGES).forEach(page -> neighbour.route("/" + page, html("Page " + page)));
        neighbour.route("/", html(links(PAGES)));

        DataDirectory data = new DataDirectory(root.resolve("data"));
        Archive archive = Archive.open(data.archive(), issues::add);
        report = run(data, archive).run(CrawlOptions.usual());
        for (String segment : archive.segments()) {
            archive.attempts(segment, attempts::add);
            archive.documents(segment, documents::add);
        }
    }

    @AfterAll
    void close() throws IOException {
        for (Hostile site : sites) {
            site.origin().close();
        }
        canary.close();
        neighbour.close();
    }

    private void slowOnes() {
        home("silent", "timeout", Routes.silent());
        home("drips", "timeout", Routes.dripping(50));
        home("fast-enough-forever", "timeout", Routes.steady(1000, 20));
        home("endless-headers", "broken", Routes.endlessHeaders());
        home("header-by-header", "timeout", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
            while (true) {
                out.write("X-More: 1\r\n".getBytes(ISO_8859_1));
                out.flush();
                Thread.sleep(50);
            }
        });
    }

    private void badLengths() {
        home("length-too-long", "broken", Routes.truncated("hello", 10));
        home("length-negative", "broken", Routes.raw("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello"));
        home("length-double", "broken", body("Content-Length: 3\r\nContent-Length: 5", "hello"));
        home("length-of-10-gb", "too-large", body("Content-Length: 10737418240", "hello"));
        home("length-beyond-numbers", FETCHED, body("Content-Length: 99999999999999999999", PAGE.formatted("")));
        home("length-in-words", FETCHED, body("Content-Length: many", PAGE.formatted("")));
        home("chunk-size-no-number", "broken", chunked("zz\r\nhello\r\n0\r\n\r\n"));
        home("chunk-size-negative", "broken", chunked("-5\r\nhello\r\n0\r\n\r\n"));
        home("chunk-size-huge", "broken", chunked("7fffffffffffffff\r\nhello"));
        home("chunks-without-end", "broken", Routes.truncatedChunks());
    }

    private void badEncodings() {
        byte[] bomb = Routes.gzip(new byte[20_000_000]);
        home("gzip-bomb", "ratio", Routes.bytes(200, bomb, "Content-Encoding: gzip"));
        home("gzip-bomb-in-gzip", "ratio", Routes.bytes(200, Routes.gzip(bomb), "Content-Encoding: gzip, gzip"));
        home("gzip-that-is-none", "broken", Routes.answer(200, "hello", "Content-Encoding: gzip"));
        home("encoding-unknown", "broken", Routes.answer(200, "hello", "Content-Encoding: br"));
    }

    private void redirects() {
        home("redirect-to-itself", "redirects", Routes.redirect("/"));
        hostile("redirects-without-end", "redirects")
                .otherwise((request, out) ->
                        Routes.redirect(request.target() + "x").answer(request, out));
        home("redirect-inside", "address", Routes.redirect("http://127.0.0.1:" + canary.port() + "/"));
        home("redirect-inside-in-hex", "address", Routes.redirect("http://0x7f.1:" + canary.port() + "/"));
        home("redirect-to-metadata", "address", Routes.redirect("http://169.254.169.254/latest/meta-data/"));
        home("redirect-to-file", "scheme", Routes.redirect("file:///etc/passwd"));
        home("redirect-to-script", "scheme", Routes.redirect("javascript:alert(1)"));
        home("redirect-nowhere", "broken", Routes.status(302));
    }

    private void liars() {
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        home("pdf-that-is-html", FETCHED, Routes.answer(200, PAGE.formatted(""), "Content-Type: application/pdf"));
        home("html-that-is-noise", FETCHED, Routes.bytes(200, noise, "Content-Type: text/html"));
        home(
                "charset-unknown",
                FETCHED,
                Routes.answer(200, PAGE.formatted(""), "Content-Type: text/html; charset=x-99"));
        home("type-without-sense", FETCHED, Routes.answer(200, PAGE.formatted(""), "Content-Type: ;;/,\u00e9="));
        home("pdf-without-end", FETCHED, Routes.answer(200, "%PDF-1.7\n1 0 obj <<", "Content-Type: application/pdf"));
    }

    private void floods() {
        home("endless-body", "too-large", Routes.endless());
        home("million-links", FETCHED, html(links(1_000_000)));
        home("nested-deep", FETCHED, html("<div>".repeat(200_000)));
        hostile("calendar", FETCHED)
                .route("/robots.txt", Routes.status(404))
                .otherwise((request, out) -> html("<a href='/agenda/"
                                + request.target().length() + "'>mois</a><a href='x/'>suite</a>")
                        .answer(request, out));
        hostile("sitemap-bomb", FETCHED)
                .route("/", html(""))
                .route("/sitemap.xml", Routes.answer(200, entityBomb(), "Content-Type: application/xml"));
    }

    private void badConnections() {
        home("hangs-up", "broken", Routes.hangsUp());
        home("no-http", "broken", Routes.raw("\u0000\u0001 nothing\r\n\r\n"));
        hostile("reset", "robots-unreachable").greet(HostileServersIT::reset);
        hostile("mute-connection", "robots-unreachable").greet(connection -> Thread.sleep(60_000));
    }

    private void tlsFaults(SSLContext nobodysWord) {
        https("tls-garbage").greet(connection -> say(connection, "220 mail server ready\r\n"));
        https("tls-alert").greet(connection -> say(connection, "\u0015\u0003\u0003\u0000\u0002\u0002("));
        https("tls-self-signed").greet(connection -> shakeHands(nobodysWord, connection));
        https("tls-cut").greet(connection -> connection.getInputStream().readNBytes(10));
        https("tls-cut-in-the-middle").greet(connection -> {
            connection.getInputStream().readNBytes(10);
            connection.getOutputStream().write(new byte[] {22, 3, 3, 0, 90, 2, 0, 0});
        });
        https("tls-hello-without-end").greet(connection -> {
            connection.getInputStream().readNBytes(10);
            while (true) {
                connection.getOutputStream().write(new byte[] {22, 3, 3, 0, 1, 2});
                Thread.sleep(50);
            }
        });
    }

    private static void shakeHands(SSLContext context, Socket connection) throws IOException {
        SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(connection, "town.localhost", connection.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
    }

    private void robots() {
        robots("robots-500", "robots-unreachable", Routes.status(500));
        robots("robots-silent", "robots-unreachable", Routes.silent());
        robots("robots-dripping", "robots-unreachable", Routes.dripping(50));
        robots("robots-huge", FETCHED, Routes.text("Disallow: /x\n".repeat(1_000_000)));
        robots("robots-endless", FETCHED, Routes.endless());
        robots("robots-redirected-to-itself", FETCHED, Routes.redirect("/robots.txt"));
        robots("robots-redirected-inside", "address", Routes.redirect("http://[::1]:" + canary.port() + "/"));
        robots("robots-crawl-delay", "crawl-delay", Routes.text("User-agent: *\nCrawl-delay: 100000000"));
    }

    private void backOff() {
        home("retry-after-ages", "back-off", Routes.status(503, "Retry-After: 99999999999999999999"));
        home("retry-after-year-9999", "back-off", Routes.status(429, "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"));
        home("retry-after-negative", "back-off", Routes.status(503, "Retry-After: -1"));
    }

    private void cookies() {
        String[] storm = IntStream.range(0, 1_000)
                .mapToObj(i -> "Set-Cookie: c" + i + "=" + "x".repeat(150))
                .toArray(String[]::new);
        hostile("cookie-storm", FETCHED)
                .route("/", Routes.answer(200, PAGE.formatted("<a href='/1'>1</a>"), storm))
                .route("/1", html(""));
        home("cookie-wall", "redirects", Routes.status(302, "Location: /", "Set-Cookie: let-me-in=1"));
    }

    private void oddStatuses() {
        home("continues-forever", "broken", (request, out) -> {
            while (true) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            }
        });
        home("status-999", "server-error", Routes.status(999));
        home("status-in-words", "broken", Routes.raw("HTTP/1.1 fine\r\n\r\nhello"));
        home("wants-a-password", "client-error", Routes.status(401, "WWW-Authenticate: Basic realm=\"x\""));
        home("poses-as-proxy", "client-error", Routes.status(407, "Proxy-Authenticate: Basic realm=\"x\""));
    }

    private void home(String name, String expected, Route route) {
        hostile(name, expected).route("/", route);
    }

    private void robots(String name, String expected, Route robots) {
        hostile(name, expected).route("/robots.txt", robots).route("/", html(""));
    }

    private TestOrigin hostile(String name, String expected) {
        return add(name, "http", expected);
    }

    private TestOrigin https(String name) {
        return add(name, "https", "tls");
    }

    private TestOrigin add(String name, String scheme, String expected) {
        TestOrigin origin = new TestOrigin();
        URI start = URI.create(scheme + "://" + name + ".localhost:" + origin.port() + "/");
        sites.add(new Hostile(name, start, origin, expected));
        return origin;
    }

    private static Route html(String content) {
        return Routes.answer(200, PAGE.formatted(content), "Content-Type: text/html; charset=utf-8");
    }

    private static Route body(String headers, String body) {
        return Routes.raw("HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n\r\n" + body);
    }

    private static Route chunked(String chunks) {
        return body("Transfer-Encoding: chunked", chunks);
    }

    private static String links(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<a href=/" + i + ">" + i + "</a>")
                .collect(Collectors.joining(" "));
    }

    private static String entityBomb() {
        StringBuilder types = new StringBuilder("<!DOCTYPE urlset [<!ENTITY e0 'http://x.localhost/'>");
        for (int i = 1; i < 12; i++) {
            types.append("<!ENTITY e%d '%s'>".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        return types + "]><urlset><url><loc>&e11;</loc></url></urlset>";
    }

    private static void reset(Socket connection) throws IOException {
        connection.getInputStream().readNBytes(10);
        connection.setSoLinger(true, 0);
    }

    private static void say(Socket connection, String words) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(words.getBytes(ISO_8859_1));
        out.flush();
        connection.shutdownOutput();
        connection.getInputStream().skip(Long.MAX_VALUE);
    }

    private CrawlRun run(DataDirectory data, Archive archive) {
        List<Source> sources = new ArrayList<>();
        sites.forEach(site -> sources.add(source(site.name(), site.start())));
        sources.add(source("neighbour", neighbour.at("neighbour.localhost", "/")));
        return new CrawlRun(
                new Project(Communes.load(), new Lexicon(List.of(), List.of(), List.of()), sources, settings(), "test"),
                data,
                archive,
                "test",
                Clock.systemUTC(),
                () -> false,
                progress -> {},
                issues::add);
    }

    private static Source source(String id, URI start) {
        String host = id + ".localhost";
        return new Source(
                id,
                id,
                SourceKind.SITE,
                start,
                List.of(start),
                Set.of(host),
                Publisher.unknown(),
                null,
                Map.of(),
                Set.of(host),
                Duration.ofMillis(1),
                null,
                "test",
                null);
    }

    private static CrawlSettings settings() {
        return new CrawlSettings(
                null,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                1_000,
                32 << 20,
                100,
                3,
                16,
                3,
                40,
                RoundSettings.defaults(),
                Duration.ofDays(7),
                Duration.ofSeconds(5),
                256,
                OcrSettings.off(),
                Duration.ofMinutes(1));
    }

    @TestFactory
    Stream<DynamicTest> eachIsToldForWhatItIs() {
        return sites.stream().map(site -> DynamicTest.dynamicTest(site.name(), () -> check(site)));
    }

    private void check(Hostile site) {
        Attempt start = attempts.stream()
                .filter(attempt -> attempt.url().equals(site.start().toString()))
                .findFirst()
                .orElseThrow();
        List<Issue> told = issues.stream()
                .filter(issue -> site.name().equals(issue.source()))
                .toList();
        if (site.expected().equals(FETCHED)) {
            assertThat(start.outcome()).as(start.toString()).isEqualTo(AttemptOutcome.FETCHED);
            assertThat(told).hasSizeLessThanOrEqualTo(1);
        } else {
            assertThat(start.reason()).startsWith(site.expected() + ": ");
            assertThat(told)
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.message()).contains(site.expected() + ": "));
        }
    }

    @Test
    void crawlEndsInItsBound() {
        System.out.printf(
                "hostile: %d behaviours, crawl %.1f s%n",
                sites.size(), report.time().toMillis() / 1e3);
        assertThat(sites).hasSizeGreaterThanOrEqualTo(30);
        assertThat(report.time()).isLessThan(BOUND);
        assertThat(attempts.stream().collect(Collectors.groupingBy(Attempt::source, Collectors.counting())))
                .allSatisfy((source, count) -> assertThat(count).isLessThanOrEqualTo(41));
    }

    @Test
    void neighbourIsReadWhole() {
        assertThat(documents)
                .filteredOn(document -> document.source().equals("neighbour"))
                .hasSize(PAGES + 1)
                .allMatch(document -> document.outcome() == TextOutcome.TEXT);
        assertThat(issues).extracting(Issue::source).doesNotContain("neighbour");
    }

    @Test
    void nothingInsideIsReached() {
        assertThat(canary.seen()).isEmpty();
    }

    @Test
    void cookiesAreNotSentBack() {
        assertThat(sites)
                .filteredOn(site -> site.name().startsWith("cookie"))
                .flatExtracting(site -> site.origin().seen())
                .isNotEmpty()
                .noneMatch(request -> request.headers().containsKey("cookie"));
    }
}
