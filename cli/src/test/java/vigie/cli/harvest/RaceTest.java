package vigie.cli.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

    @Tag("long")
    @Test
    void bothWaysFindEveryActAndOursSooner() {
        try (DocumentParser parser = new DocumentParser(CrawlSettings.defaults())) {
            Focus focus = new Focus(Platforms.shipped(), Year.of(Race.YEAR));
            Race.Outcome outcome = new Race(parser, focus).run(8, 5);
            assertThat(outcome.lanes())
                    .allSatisfy(lane -> assertThat(
                                    List.of((long) lane.breadthFirst().size(), (long)
                                            lane.focused().size()))
                            .containsOnly(lane.acts()));
            assertThat(outcome.meanRatio()).isLessThan(0.45);
        }
    }
}
