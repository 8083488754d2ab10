package vigie.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTest {

    @ParameterizedTest
    @CsvSource({
        "FETCHED, , read",
        "NOT_MODIFIED, , read",
        "REFUSED, robots: /prive/, blocked",
        "REFUSED, crawl-delay: 3600 s, blocked",
        "REFUSED, robots-unreachable: 503, unreachable",
        "REFUSED, too-large: 900 MB, unreadable",
        "FAILED, connect: refused, unreachable",
        "FAILED, not-found: 404, unreachable"
    })
    void reasonDecidesWhatAnAddressCountsAs(AttemptOutcome outcome, @Nullable String reason, String state) {
        assertThat(attempt(outcome, reason).state().id()).isEqualTo(state);
    }

    @Test
    void deadLinksAreNoFailuresOfTheirSource() {
        Tries tries = Tries.none()
                .plus(attempt(AttemptOutcome.FETCHED, null))
                .plus(attempt(AttemptOutcome.FAILED, "not-found: 404"))
                .plus(attempt(AttemptOutcome.FAILED, "gone: 410"))
                .plus(attempt(AttemptOutcome.REFUSED, "robots: /prive/"))
                .plus(attempt(AttemptOutcome.FAILED, "timeout: 30 s"));
        assertThat(tries).isEqualTo(new Tries(1, 1, 2, 1));
        assertThat(tries.shareFailed()).isEqualTo(0.5);
        assertThat(Tries.none().shareFailed()).isZero();
    }

    private static Attempt attempt(AttemptOutcome outcome, @Nullable String reason) {
        return new Attempt("a", "http://a.example/", Instant.EPOCH, outcome, 0, reason);
    }
}
