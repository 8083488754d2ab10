package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.Source;
import vigie.model.archive.Archive;
import vigie.model.config.RoundSettings;

/** What a crawl does when it was cut, stopped, or ends at a site's share. */
class StoppedCrawlIT {

    private static final String HOST = "a.localhost";

    private final TownSites sites = new TownSites();

    @TempDir
    Path data;

    @BeforeEach
    void open() {
        sites.town(HOST);
    }

    @AfterEach
    void close() {
        sites.close();
    }

    @Tag("long")
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

    /** By pages, by links that wait, by time: what one round leaves, the next ones ask for. */
    @ParameterizedTest
    @CsvSource({"20, 1000, 300", "1000, 15, 300", "1000, 1000, 1"})
    void roundEndsAtItsLimitsAndLosesNothing(int pages, int links, int seconds) throws Exception {
        Source many = manyPages("d.localhost", Duration.ofMillis(60));
        RoundSettings round = new RoundSettings(Duration.ofSeconds(seconds), pages, links);
        try (CrawlFixture parted = new CrawlFixture(data, 1_000, round)) {
            parted.crawl(many).run();

            assertThat(parted.documents()).hasSize(42);
            assertThat(Archive.open(data.resolve("archive"), issue -> {}).segments())
                    .hasSizeGreaterThan(1);
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
}
