package vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigie.crawler.feed.FeedReport;
import vigie.crawler.nutch.SiteReport;

class CrawlReportTest {

    @Test
    void sitesAndFeedsAreSummedUp() {
        SiteReport sites = new SiteReport(3, 2, 10, 5, 1, 4, 5, 10, 8, Map.of("dead", "dns: no such host"));
        CrawlReport report = report(sites, Map.of("boamp", new FeedReport(3, 1, 0, 45, 40, "no dates")));

        assertThat(report.fetched()).isEqualTo(12);
        assertThat(report.notModified()).isEqualTo(6);
        assertThat(report.documents()).isEqualTo(50);
        assertThat(report.withText()).isEqualTo(48);
        assertThat(report.sources()).isEqualTo(3);
        assertThat(report.unreachable()).containsOnlyKeys("dead");
        assertThat(report.unmet()).containsExactly(Map.entry("boamp", "no dates"));
        assertThat(report.isCutOff()).isFalse();
    }

    @Test
    void deadLinksAndOurOwnRefusalsAreNoFailures() {
        CrawlReport report = report(new SiteReport(1, 1, 6, 2, 50, 50, 2, 6, 6, Map.of()), Map.of());
        assertThat(report.shareFailed()).isEqualTo(0.2);
    }

    @Test
    void nothingDueIsNoFailure() {
        CrawlReport report = report(new SiteReport(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of()), Map.of());
        assertThat(report.shareFailed()).isZero();
        assertThat(report.isCutOff()).isFalse();
    }

    @Test
    void withoutNetworkNobodyAnswers() {
        SiteReport sites = new SiteReport(1, 1, 0, 0, 0, 0, 1, 0, 0, Map.of("town", "dns: no such host"));
        CrawlReport report = report(sites, Map.of("boamp", FeedReport.nothing()));

        assertThat(report.unreachable()).containsOnlyKeys("town", "boamp");
        assertThat(report.isCutOff()).isTrue();
        assertThat(report.shareFailed()).isEqualTo(2 / 3.0);
    }

    @Test
    void oneDeadSiteAmongManyThatAreNotDueIsNoFailure() {
        SiteReport sites = new SiteReport(1, 1, 0, 0, 0, 0, 1, 0, 0, Map.of("dead", "dns: no such host"));
        CrawlReport report = CrawlReport.of(sites, Map.of(), 10, Duration.ofSeconds(1), false);
        assertThat(report.isCutOff()).isFalse();
        assertThat(report.shareFailed()).isEqualTo(0.1);
        assertThat(CrawlReport.of(sites, Map.of(), 1, Duration.ofSeconds(1), false)
                        .isCutOff())
                .isTrue();
    }

    private static CrawlReport report(SiteReport sites, Map<String, FeedReport> feeds) {
        return CrawlReport.of(sites, feeds, 3, Duration.ofSeconds(1), false);
    }
}
