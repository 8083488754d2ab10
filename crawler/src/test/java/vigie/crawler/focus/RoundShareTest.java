package vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundShareTest {

    @Test
    void roundsBeginSmallAndUseUpTheWhole() {
        RoundShare shares = new RoundShare(5_000, 30);
        int all = 0;
        for (int round = 1; round <= 30; round++) {
            all += shares.of(round);
        }
        assertThat(shares.of(1)).isEqualTo(10);
        assertThat(shares.of(30)).isGreaterThan(shares.of(29));
        assertThat(all).isBetween(5_000, 5_300);
    }

    @Test
    void onlyRoundTakesAll() {
        assertThat(new RoundShare(40, 1).of(1)).isEqualTo(40);
    }
}
