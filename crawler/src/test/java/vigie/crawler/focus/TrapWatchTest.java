package vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrapWatchTest {

    private static final String SITE = "https://v.example/";

    private final TrapWatch watch = new TrapWatch();

    @Test
    void whatIsLeftOutIsCountedByHostAndReasonEachOnce() {
        watch.passes(SITE + "agenda/2026/03");
        watch.passes(SITE + "agenda/2026/03");
        watch.passes(SITE + "agenda/2026/04");
        watch.passes(SITE + "x/x/x/");

        assertThat(watch.leftOut()).isEqualTo(Map.of(SITE, Map.of(Trap.CALENDAR, 2, Trap.GROWING_PATH, 1)));
    }

    @Test
    void whatIsNoTextIsLeftOutWithoutAWord() {
        assertThat(watch.passes(SITE + "logo.svg")).isFalse();
        assertThat(watch.passes(SITE + "pv.pdf")).isTrue();
        assertThat(watch.leftOut()).isEmpty();
    }

    @Test
    void formThatOnlyEchoesIsLeftOutAfterAWhile() {
        for (int i = 0; i < TrapWatch.PATIENCE; i++) {
            assertThat(watch.echoes(SITE + "vue?id=" + i)).isFalse();
            watch.learn(SITE + "vue?id=" + i, "the same", false);
        }
        watch.learn(SITE + "vue?id=10", "the same", false);

        assertThat(watch.echoes(SITE + "vue?id=11")).isTrue();
        assertThat(watch.echoes(SITE + "acte?id=11")).isFalse();
        assertThat(watch.leftOut()).isEqualTo(Map.of(SITE, Map.of(Trap.ECHOES, 1)));
    }

    @Test
    void pagesThatSayThatNothingIsThereAreEchoesToo() {
        for (int i = 0; i < TrapWatch.PATIENCE; i++) {
            watch.learn(SITE + "perdu/" + i, "text " + i, true);
        }
        assertThat(watch.echoes(SITE + "perdu/99")).isTrue();
    }

    @Test
    void formWithPagesOfItsOwnStays() {
        for (int i = 0; i < 40; i++) {
            watch.learn(SITE + "acte/" + i, "text " + i % 20, false);
        }
        assertThat(watch.echoes(SITE + "acte/99")).isFalse();
    }
}
