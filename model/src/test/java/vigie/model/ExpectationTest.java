package vigie.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpectationTest {

    private final Expectation expected = new Expectation(30, 0.9, 0.8);

    @Test
    void countsGrowWithTheDaysAskedFor() {
        assertThat(expected.unmet(60, 60, 60, 60)).isNull();
        assertThat(expected.unmet(60, 59, 59, 59)).contains("59 records").contains("60 expected");
        assertThat(expected.unmet(0, 29, 29, 29)).contains("at least 30");
    }

    @Test
    void fewDaysSayNothing() {
        assertThat(expected.unmet(3, 0, 0, 0)).isNull();
    }

    @Test
    void sharesAreChecked() {
        assertThat(expected.unmet(30, 100, 89, 100)).contains("89 %").contains("date");
        assertThat(expected.unmet(30, 100, 90, 79)).contains("79 %").contains("publishes");
        assertThat(expected.unmet(30, 100, 90, 80)).isNull();
    }

    @Test
    void sharesOfFewRecordsSayNothing() {
        assertThat(new Expectation(0, 1, 1).unmet(30, 19, 0, 0)).isNull();
    }
}
