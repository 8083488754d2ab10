package vigie.cli.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.focus.Focus;
import vigie.crawler.focus.Platforms;
import vigie.crawler.parse.DocumentParser;
import vigie.model.config.CrawlSettings;

class RaceTest {

    @Test
    void sameNumberMakesTheSameSite() {
        assertThat(SiteMaker.make(4, 11)).isEqualTo(SiteMaker.make(4, 11));
        assertThat(SiteMaker.make(4, 11)).isNotEqualTo(SiteMaker.make(4, 12));
    }

    @Test
    void worldHasThirtySitesTenThousandPagesAndFewActs() {
        long pages = 0;
        long acts = 0;
        Set<String> builds = new HashSet<>();
        for (int number = 0; number < 36; number++) {
            Site site = SiteMaker.make(number, 1);
            pages += site.pages().size();
            acts += site.acts();
            builds.add(site.build());
        }
        assertThat(builds).hasSize(Build.values().length);
        assertThat(pages).isGreaterThan(10_000);
        assertThat((double) acts / pages).isBetween(0.07, 0.09);
    }

    /** The goal of the project, on one world of its size: nine acts of ten within 35 % of the requests. */
    @Test
    void nineActsOfTenComeWithinAThirdOfTheRequests() {
        Race.Outcome outcome = race(1);

        assertThat(outcome.lanes())
                .hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy(
                        lane -> assertThat(List.of((long) lane.breadthFirst().size(), (long)
                                        lane.focused().size()))
                                .as("both ways find every act")
                                .containsOnly(lane.acts()));
        assertThat(outcome.pages()).isGreaterThan(10_000);
        assertThat(outcome.ratio()).isPositive().isLessThanOrEqualTo(0.35);
        assertThat(outcome.meanRatio()).isPositive().isLessThanOrEqualTo(0.25);
    }

    /** The worlds that were the hardest of 27. */
    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {14, 25, 26})
    void hardWorldsToo(long seed) {
        assertThat(race(seed).ratio()).isPositive().isLessThanOrEqualTo(0.35);
    }

    private static Race.Outcome race(long seed) {
        try (DocumentParser parser = new DocumentParser(CrawlSettings.defaults())) {
            return new Race(parser, new Focus(Platforms.shipped(), Year.of(Race.YEAR))).run(36, seed);
        }
    }
}
