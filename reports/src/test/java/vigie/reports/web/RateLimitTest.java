package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    /** Stands still until it is moved. */
    static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-03-02T12:00:00Z");

        void move(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Hand clock = new Hand();
    private final RateLimit limit = new RateLimit(6, clock);

    @Test
    void aMinutesWorthMayBeAskedAtOnceThenOneWaits() {
        for (int i = 0; i < 6; i++) {
            assertThat(limit.take("a")).isZero();
        }
        assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(10));
        assertThat(limit.take("b")).isZero();

        clock.move(Duration.ofSeconds(9));
        assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(1));
        clock.move(Duration.ofSeconds(1));
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void nobodySavesMoreThanAMinutesWorth() {
        clock.move(Duration.ofDays(1));
        for (int i = 0; i < 6; i++) {
            assertThat(limit.take("a")).isZero();
        }
        assertThat(limit.take("a")).isPositive();
    }

    @Test
    void clockThatGoesBackGivesAndTakesNothing() {
        assertThat(limit.take("a")).isZero();
        clock.move(Duration.ofMinutes(-5));
        for (int i = 0; i < 5; i++) {
            assertThat(limit.take("a")).isZero();
        }
        assertThat(limit.take("a")).isPositive();
    }

    @Test
    void zeroIsNoLimit() {
        RateLimit none = new RateLimit(0, clock);
        for (int i = 0; i < 10_000; i++) {
            assertThat(none.take("a")).isZero();
        }
    }
}
