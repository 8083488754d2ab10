package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Issue;
import vigie.model.Source;

/** What a crawl knows of the one before, and what it does when that knowledge is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrawlStateIT {

    private static final String HOST = "a.localhost";

    private final TownSites sites = new TownSites();
    private Path crawledOnce;

    @TempDir
    Path data;

    @BeforeAll
    void crawlOnce(@TempDir Path folder) throws Exception {
        sites.town(HOST);
        crawledOnce = folder;
        try (CrawlFixture first = new CrawlFixture(folder)) {
            first.crawl(town()).run();
            assertThat(first.documents()).hasSize(3);
        }
    }

    @BeforeEach
    void forget() {
        sites.forget();
    }

    @AfterAll
    void close() {
        sites.close();
    }

    @Test
    void secondRunAsksForNothing() throws Exception {
        try (CrawlFixture again = afterTheFirst()) {
            SiteReport report = again.crawl(town()).run();

            assertThat(sites.seen()).isEmpty();
            assertThat(report.documents()).isZero();
        }
    }

    @Test
    void recheckReadsOnlyWhatChanged() throws Exception {
        try (CrawlFixture again = afterTheFirst()) {
            again.recheckAll = true;
            sites.html(HOST, "/pv-1.html", "Procès-verbal du 3 mars 2024", "<p>Le conseil refuse.</p>");

            SiteReport report = again.crawl(town()).run();

            assertThat(report.notModified()).isEqualTo(2);
            assertThat(report.documents()).isEqualTo(1);
            assertThat(sites.seen()).filteredOn(TownSites.Seen::conditional).hasSize(3);
        } finally {
            sites.town(HOST);
        }
    }

    @Test
    void pagesWithoutValidatorsAreKnownByTheirPrintsAndWhereTheSecretWasLostByTheirDigests() throws Exception {
        try (CrawlFixture again = afterTheFirst()) {
            again.recheckAll = true;
            for (String page : List.of("/", "/pv-1.html")) {
                sites.page(HOST, page, 200, Map.of("Content-Type", "text/html; charset=utf-8"), "<p>Séance de " + page);
            }
            assertThat(again.crawl(town()).run().documents()).isEqualTo(2);
            Map<String, String> prints = prints();

            assertThat(again.crawl(town()).run().documents()).isZero();
            assertThat(prints()).isEqualTo(prints);

            again.secret = "another";
            assertThat(again.crawl(town()).run().documents()).isZero();
            assertThat(prints()).hasSameSizeAs(prints).doesNotContainValue(prints.get("/pv-1.html"));
            assertThat(again.documents()).hasSize(5);
        } finally {
            sites.town(HOST);
        }
    }

    @Test
    void siteThatIsOnAnotherPlatformThanBeforeIsToldOnce() throws Exception {
        try (CrawlFixture again = afterTheFirst()) {
            again.recheckAll = true;
            sites.html(HOST, "/", "Ville", "<p>Bienvenue</p><a href='/spip.php?rubrique3'>Conseil municipal</a>");
            again.crawl(town()).run();
            assertThat(again.issues).extracting(Issue::kind).doesNotContain("platform-changed");

            sites.html(
                    HOST,
                    "/",
                    "Ville",
                    "<p>Bienvenue</p><a href='/wp-content/uploads/2026/03/pv.pdf'>Conseil municipal</a>");
            again.crawl(town()).run();
            again.crawl(town()).run();

            assertThat(again.issues)
                    .filteredOn(issue -> issue.kind().equals("platform-changed"))
                    .extracting(Issue::message)
                    .containsExactly("the site was on spip and is on wordpress");
        } finally {
            sites.town(HOST);
        }
    }

    @Test
    void lostCrawlDbIsMadeAnewFromTheArchive() throws Exception {
        try (CrawlFixture again = afterTheFirst()) {
            NutchSegment.delete(data.resolve("crawl"));

            again.crawl(town()).run();
            assertThat(sites.asked(HOST)).isEmpty();

            again.recheckAll = true;
            SiteReport recheck = again.crawl(town()).run();
            assertThat(recheck.notModified()).isEqualTo(3);
            assertThat(recheck.documents()).isZero();
        }
    }

    @Test
    void tornCrawlDbIsMadeAnew() throws Exception {
        try (CrawlFixture again = afterTheFirst()) {
            Path file = data.resolve("crawl/crawldb/current/part-r-00000/data");
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 200));
            Files.deleteIfExists(file.resolveSibling(".data.crc"));

            again.crawl(town()).run();

            assertThat(sites.asked(HOST)).isEmpty();
        }
    }

    @Test
    void halfInstalledCrawlDbFallsBackToTheOneBefore() throws Exception {
        try (CrawlFixture again = afterTheFirst()) {
            Path crawlDb = data.resolve("crawl/crawldb");
            NutchSegment.delete(crawlDb.resolve("old"));
            Files.move(crawlDb.resolve("current"), crawlDb.resolve("old"));

            again.crawl(town()).run();

            assertThat(sites.seen()).isEmpty();
        }
    }

    @Test
    void pageThatOnlyShowsWhatPagesBeforeItHaveShownWasNotWorthItsRequest() throws Exception {
        String host = "menu.localhost";
        String menu = "<h2>Rubriques</h2><ul><li><a href='/deliberations'>Délibérations</a></li>"
                + "<li><a href='/piscine'>Piscine</a></li></ul>";
        sites.html(host, "/", "Ville", menu).html(host, "/piscine", "Piscine", menu);
        sites.html(host, "/deliberations", "Délibérations", menu + "<a href='/pv-1.html'>PV du 3 mars 2024</a>");
        sites.html(host, "/pv-1.html", "Procès-verbal du 3 mars 2024", "<p>Le conseil approuve.</p>" + menu);
        Source town = sites.source("menu", Duration.ofMillis(1));
        Map<String, String> worth = Map.of("/", "1", "/deliberations", "1", "/pv-1.html", "1", "/piscine", "0");
        try (CrawlFixture crawl = new CrawlFixture(data)) {
            crawl.crawl(town).run();
            assertThat(kept(Fields.PAID)).isEqualTo(worth);

            NutchSegment.delete(data.resolve("crawl"));
            crawl.crawl(town).run();
            assertThat(kept(Fields.PAID)).isEqualTo(worth);
        }
    }

    /** What the CrawlDb has, by the path of the page. */
    private Map<String, String> kept(String field) throws IOException {
        Map<String, String> kept = new HashMap<>();
        new CrawlDbFolder(data.resolve("crawl/crawldb")).read(new Configuration(), (url, datum) -> {
            String value = Fields.get(datum, field);
            if (value != null) {
                kept.put(URI.create(url.toString()).getPath(), value);
            }
        });
        return kept;
    }

    private Map<String, String> prints() throws IOException {
        Map<String, String> prints = kept(Fields.PRINT);
        assertThat(prints).containsKeys("/", "/pv-1.html");
        return prints;
    }

    private Source town() {
        return sites.source("a", Duration.ofMillis(1));
    }

    /** A copy without the folder of Hadoop, whose threads still clear it when a job is done. */
    private CrawlFixture afterTheFirst() throws IOException {
        Path scratch = crawledOnce.resolve("crawl/tmp");
        Files.walkFileTree(crawledOnce, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.equals(scratch)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(data.resolve(crawledOnce.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, data.resolve(crawledOnce.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
        return new CrawlFixture(data);
    }
}
