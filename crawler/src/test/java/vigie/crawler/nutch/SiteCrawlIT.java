package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.DocumentKind;
import vigie.model.Link;
import vigie.model.PartialDate;
import vigie.model.Source;
import vigie.model.SourceDocument;

/** One crawl of several towns, each with a behaviour of its own, by real Nutch over real connections. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteCrawlIT {

    private static final String MINUTES = "minutes.localhost";
    private static final String BROKEN = "broken.localhost";
    private static final String LURED = "lured.localhost";
    private static final String TRAP = "trap.localhost";
    private static final String MAPPED = "mapped.localhost";
    private static final String SLOW = "slow.localhost";
    private static final String ODD = "odd.localhost";

    private final TownSites sites = new TownSites();
    private CrawlFixture crawled;
    private SiteReport report;

    @BeforeAll
    void crawl(@TempDir Path data) throws Exception {
        minutes();
        broken();
        lured();
        trap();
        mapped();
        slow();
        odd();
        crawled = new CrawlFixture(data);
        report = crawled.crawl(
                        source(MINUTES),
                        source(BROKEN),
                        sites.source("lured", Set.of(LURED, "inside.localhost"), Set.of(LURED)),
                        source(TRAP),
                        source(MAPPED),
                        source(SLOW),
                        source(ODD),
                        sites.unreachable("dead"))
                .run();
    }

    @AfterAll
    void close() {
        crawled.close();
        sites.close();
    }

    private void minutes() {
        sites.town(MINUTES);
        sites.html(
                MINUTES,
                "/",
                "Ville",
                "<a href='/conseil'>Conseil municipal</a> <a href='/pv.pdf'>PV</a>"
                        + " <a href='/telecharge.php?id=12'>Procès-verbal du 12 mars 2024</a>");
        sites.bytes(
                MINUTES,
                "/telecharge.php?id=12",
                200,
                Map.of("Content-Type", "application/pdf"),
                Pdf.of("Une page sans titre"));
        sites.bytes(MINUTES, "/pv.pdf", 200, Map.of("Content-Type", "application/pdf"), Pdf.of("Seance publique"));
    }

    private void broken() {
        sites.page(BROKEN, "/robots.txt", 200, Map.of(), "User-agent: *\nDisallow: /prive/\n");
        sites.html(
                BROKEN,
                "/",
                "Ville",
                "<a href='/prive/x'>x</a> <a href='/perdu'>y</a> <a href='/ancien'>z</a> <a href='/casse'>k</a>"
                        + "<a href='/ailleurs'>w</a> <a href='http://other.localhost:1/'>hors du site</a>");
        sites.redirect(BROKEN, "/ancien", "/nouveau");
        sites.html(BROKEN, "/nouveau", "Nouvelle page", "<p>Ici.</p>");
        sites.redirect(BROKEN, "/ailleurs", sites.at("other.localhost", "/").toString());
        sites.html("other.localhost", "/", "Autre ville", "<p>Ailleurs.</p>");
        sites.page(BROKEN, "/casse", 500, Map.of(), "");
    }

    private void lured() {
        sites.html(LURED, "/", "Ville", "<a href='" + sites.at("inside.localhost", "/admin") + "'>x</a>");
        sites.html("inside.localhost", "/admin", "Interne", "<p>secret</p>");
    }

    private void trap() {
        sites.html(TRAP, "/", "Ville", "<a href='/agenda/2026/01'>agenda</a> <a href='x/'>x</a>");
        for (int month = 1; month < 12; month++) {
            String next = "<a href='/agenda/2026/%02d'>suivant</a>".formatted(month + 1);
            sites.html(TRAP, "/agenda/2026/%02d".formatted(month), "Agenda", next);
        }
        for (String path = "/x/"; path.length() < 20; path += "x/") {
            sites.html(TRAP, path, "X", "<a href='x/'>x</a>");
        }
    }

    private void mapped() {
        sites.page(MAPPED, "/robots.txt", 200, Map.of(), "Sitemap: " + sites.at(MAPPED, "/plan.xml"));
        sites.html(MAPPED, "/", "Ville", "<p>Rien</p>");
        sites.sitemap(MAPPED, "/sitemap.xml", "/seul-1").sitemap(MAPPED, "/plan.xml", "/seul-2");
        sites.html(MAPPED, "/seul-1", "Seul 1", "<p>un</p>");
        sites.html(MAPPED, "/seul-2", "Seul 2", "<p>deux</p>");
    }

    private void slow() {
        sites.page(SLOW, "/robots.txt", 200, Map.of(), "User-agent: *\nCrawl-delay: 1\n");
        sites.html(SLOW, "/", "Ville", "<a href='/1'>1</a><a href='/2'>2</a>");
        sites.html(SLOW, "/1", "Un", "<p>1</p>").html(SLOW, "/2", "Deux", "<p>2</p>");
    }

    private void odd() throws IOException {
        sites.html(ODD, "/", "Ville", "<a href='/pv.wri'>PV</a> <a href='/plan'>plan</a> <a href='/enorme'>acte</a>");
        byte[] other = {0x31, (byte) 0xbe, 0, 0, 0, (byte) 0xab, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, (byte) 0xff, 0};
        sites.bytes(ODD, "/pv.wri", 200, Map.of("Content-Type", "application/octet-stream"), other);
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
        sites.bytes(ODD, "/plan", 200, Map.of("Content-Type", "image/png"), image);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[2_000_000]);
        }
        sites.bytes(ODD, "/enorme", 200, Map.of("Content-Encoding", "gzip"), packed.toByteArray());
    }

    @Test
    void documentsThatAreNotReadAreIssuesAndImagesAreNot() {
        assertThat(crawled.issues)
                .filteredOn(issue -> "odd".equals(issue.source()))
                .extracting(issue -> issue.kind() + " "
                        + URI.create(String.valueOf(issue.url())).getPath())
                .containsExactlyInAnyOrder("document-unsupported /pv.wri", "beyond-limits /enorme");
    }

    @Test
    void minutesAreFoundLinkByLinkAndArchived() throws IOException {
        SourceDocument minutes = document(MINUTES, "/pv-1.html");
        assertThat(minutes.text()).contains("Le conseil approuve");
        assertThat(minutes.kind()).isEqualTo(DocumentKind.PROCES_VERBAL);
        assertThat(minutes.date()).isEqualTo(PartialDate.parse("2024-03-03"));
        assertThat(minutes.publisher().name()).isEqualTo("Ville de minutes");
        assertThat(crawled.payload(minutes)).contains("<h1>Procès-verbal du 3 mars 2024</h1>");
        assertThat(document(MINUTES, "/conseil").links())
                .extracting(Link::anchor)
                .contains("PV du 3 mars 2024");
    }

    @Test
    void pdfIsReadPageByPage() throws IOException {
        assertThat(document(MINUTES, "/pv.pdf").text()).contains("Seance publique");
        assertThat(document(MINUTES, "/pv.pdf").pageStarts()).containsExactly(0);
    }

    @Test
    void whatNamesNeitherItselfNorItsDayIsCalledAsTheLinkToIt() throws IOException {
        SourceDocument document = document(MINUTES, "/telecharge.php?id=12");

        assertThat(document.title()).isEqualTo("Procès-verbal du 12 mars 2024");
        assertThat(document.kind()).isEqualTo(DocumentKind.PROCES_VERBAL);
        assertThat(document.date()).isEqualTo(PartialDate.parse("2024-03-12"));
    }

    @Test
    void whatRobotsTxtForbidsIsNotAskedFor() throws IOException {
        assertThat(attempt("/prive/x").reason()).startsWith("robots:");
        assertThat(sites.asked(BROKEN)).doesNotContain("/prive/x");
    }

    @Test
    void failuresAreAttemptsWithTheirReason() throws IOException {
        assertThat(attempt("/perdu").status()).isEqualTo(404);
        assertThat(attempt("/perdu").outcome()).isEqualTo(AttemptOutcome.FAILED);
        assertThat(attempt("/casse").reason()).startsWith("server-error:");
    }

    @Test
    void redirectsAreFollowedWithinTheSiteOnly() throws IOException {
        assertThat(attempt("/ancien").outcome()).isEqualTo(AttemptOutcome.FETCHED);
        assertThat(document(BROKEN, "/nouveau").metadata())
                .containsEntry(
                        SourceDocument.REQUESTED, sites.at(BROKEN, "/ancien").toString());
        assertThat(attempt("/ailleurs").outcome()).isEqualTo(AttemptOutcome.REFUSED);
        assertThat(crawled.documents()).extracting(SourceDocument::title).doesNotContain("Autre ville");
        assertThat(crawled.attempts()).extracting(Attempt::url).noneMatch(url -> url.contains("other.localhost:1/"));
    }

    @Test
    void privateAddressIsRefusedThoughItsHostIsInScope() throws IOException {
        assertThat(sites.asked("inside.localhost")).isEmpty();
        assertThat(crawled.attempt(sites.at("inside.localhost", "/admin")).reason())
                .startsWith("address:");
    }

    @Test
    void calendarsAndGrowingPathsEnd() {
        assertThat(sites.asked(TRAP)).contains("/", "/x/").hasSizeLessThan(5);
    }

    @Test
    void trapsAreToldOncePerHost() {
        assertThat(crawled.issues)
                .filteredOn(issue -> issue.kind().equals("trap"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.source()).isEqualTo("trap");
                    assertThat(issue.message()).contains("views of a calendar", "paths that repeat themselves");
                });
    }

    @Test
    void sitemapsOfRobotsTxtAndByCustomAreRead() throws IOException {
        assertThat(crawled.documents()).extracting(SourceDocument::title).contains("Seul 1", "Seul 2");
        assertThat(crawled.documents())
                .extracting(document -> document.capture().url())
                .noneMatch(url -> url.endsWith(".xml"));
    }

    @Test
    void crawlDelayIsKept() {
        List<Long> times = sites.seen().stream()
                .filter(seen -> seen.host().equals(SLOW))
                .map(TownSites.Seen::nanos)
                .toList();
        assertThat(times).hasSizeGreaterThanOrEqualTo(4);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(950_000_000L);
        }
    }

    @Test
    void reportCountsAndNamesWhoDidNotAnswer() throws IOException {
        assertThat(report.unreachable()).containsOnlyKeys("dead");
        assertThat(report.unreachable().get("dead")).startsWith("connect:");
        assertThat(report.documents()).isEqualTo(crawled.documents().size()).isEqualTo(report.withText() + 2);
        assertThat(report.refused()).isEqualTo(4);
        assertThat(report.sources()).isEqualTo(8);
    }

    private Source source(String host) {
        return sites.source(host.replace(".localhost", ""), Duration.ofMillis(1));
    }

    private SourceDocument document(String host, String path) throws IOException {
        return crawled.document(sites.at(host, path));
    }

    private Attempt attempt(String path) throws IOException {
        URI url = sites.at(BROKEN, path);
        return crawled.attempt(url);
    }
}
