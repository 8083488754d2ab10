package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Source;

/** What a crawl knows of the one before, and what it does when that one was cut or its state lost. */
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
    void runGoesOnWhereverItWasCut() throws Exception {
        try (CrawlFixture cut = new CrawlFixture(data)) {
            SiteCrawl afterArchiving = cut.crawl(town());
            afterArchiving.open();
            NutchSegment first = afterArchiving.generate().orElseThrow();
            afterArchiving.fetch(first);
            afterArchiving.parse(first);
            afterArchiving.archive(first);
            Files.createFile(data.resolve("crawl/crawldb/.locked"));

            SiteCrawl whileParsing = cut.crawl(town());
            whileParsing.open();
            NutchSegment second = whileParsing.generate().orElseThrow();
            whileParsing.fetch(second);
            Files.createDirectories(segments().resolve(second.name()).resolve("crawl_parse"));

            SiteCrawl whileFetching = cut.crawl(town());
            whileFetching.open();
            assertThat(whileFetching.generate()).isPresent();

            cut.crawl(town()).run();

            assertThat(cut.documents()).hasSize(3);
            assertThat(sites.asked(HOST)).containsExactly("/", "/conseil", "/pv-1.html");
            assertThat(NutchSegment.leftIn(segments())).isEmpty();
        }
    }

    @Test
    void failureOfAJobIsAnErrorWithItsRemedyAndTheCrawlGoesOnLater() throws Exception {
        try (CrawlFixture broken = new CrawlFixture(data)) {
            SiteCrawl crawl = broken.crawl(town());
            crawl.open();
            Files.delete(segments());
            Files.createFile(segments());
            assertThatThrownBy(crawl::generate)
                    .isInstanceOf(CrawlException.class)
                    .hasMessageContaining("addresses are due");

            Files.delete(segments());
            NutchSegment segment = crawl.generate().orElseThrow();
            crawl.fetch(segment);
            Path content = segments().resolve(segment.name()).resolve("content");
            Files.move(content, data.resolve("aside"));
            assertThatThrownBy(() -> crawl.finish(segment))
                    .isInstanceOf(CrawlException.class)
                    .hasMessageContaining("Nutch's parse failed")
                    .hasMessageContaining("run again");

            Files.move(data.resolve("aside"), content);
            broken.crawl(town()).run();
            assertThat(broken.documents()).hasSize(3);
        }
    }

    @Test
    void stopEndsTheRunAndTheNextOneGoesOn() throws Exception {
        Source many = manyPages("b.localhost", Duration.ofMillis(50));
        try (CrawlFixture stopped = new CrawlFixture(data)) {
            stopped.stop = () -> sites.asked("b.localhost").size() > 10;
            stopped.crawl(many).run();
            assertThat(stopped.documents()).hasSizeBetween(5, 30);
        }
        try (CrawlFixture next = new CrawlFixture(data)) {
            next.crawl(many).run();

            assertThat(next.documents()).hasSize(42);
            assertThat(next.attempts())
                    .noneMatch(attempt -> String.valueOf(attempt.reason()).contains("stopped"));
        }
    }

    @Test
    void noSiteGetsMorePagesThanItsShareAndTheBestComeFirst() throws Exception {
        Source many = manyPages("c.localhost", Duration.ofMillis(1));
        try (CrawlFixture limited = new CrawlFixture(data, 3)) {
            limited.crawl(many).run();

            assertThat(limited.attempts()).hasSize(3);
            assertThat(limited.attempts())
                    .as("start page, sitemap, and the one of 41 that promises most")
                    .anyMatch(attempt -> attempt.url().endsWith("/deliberations.html"));
        }
    }

    private Source manyPages(String host, Duration gap) {
        StringBuilder links = new StringBuilder("<a href='/deliberations.html'>Délibérations</a>");
        for (int i = 0; i < 40; i++) {
            links.append(" <a href='/page-").append(i).append("'>page</a>");
            sites.html(host, "/page-" + i, "Page " + i, "<p>" + i + "</p>");
        }
        sites.html(host, "/", "Ville", links.toString());
        sites.html(host, "/deliberations.html", "Délibérations", "<p>ici</p>");
        return sites.source(host.replace(".localhost", ""), gap);
    }

    private Source town() {
        return sites.source("a", Duration.ofMillis(1));
    }

    private Path segments() {
        return data.resolve("crawl/segments");
    }

    private CrawlFixture afterTheFirst() throws IOException {
        try (Stream<Path> files = Files.walk(crawledOnce)) {
            for (Path file : files.toList()) {
                Path copy = data.resolve(crawledOnce.relativize(file).toString());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
        return new CrawlFixture(data);
    }
}
