package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;

class SiteTallyTest {

    private final SiteTally tally = new SiteTally();

    @Test
    void siteThatNeverAnsweredIsUnreachable() {
        attempt("dead", AttemptOutcome.FAILED, "dns: no such host");
        attempt("shut", AttemptOutcome.REFUSED, "robots-unreachable: HTTP 503");

        assertThat(tally.report().unreachable())
                .containsEntry("dead", "dns: no such host")
                .containsEntry("shut", "robots-unreachable: HTTP 503");
    }

    @Test
    void oneAnswerIsEnough() {
        attempt("town", AttemptOutcome.FAILED, "timeout: read");
        attempt("town", AttemptOutcome.FAILED, "not-found: HTTP 404");

        assertThat(tally.report().unreachable()).isEmpty();
    }

    @Test
    void deadLinksAreNoFailures() {
        attempt("town", AttemptOutcome.FETCHED, null);
        attempt("town", AttemptOutcome.FAILED, "not-found: HTTP 404");
        attempt("town", AttemptOutcome.FAILED, "gone: HTTP 410");
        attempt("town", AttemptOutcome.FAILED, "server-error: HTTP 500");

        SiteReport report = tally.report();
        assertThat(report.missing()).isEqualTo(2);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.fetched()).isEqualTo(1);
    }

    @Test
    void startThatIsNotReadIsToldUnlessItIsToldOtherwise() {
        attempt("broken", AttemptOutcome.FAILED, "broken: no http", true);
        attempt("broken", AttemptOutcome.FETCHED, null);
        attempt("slow", AttemptOutcome.REFUSED, "crawl-delay: PT1H");
        attempt("slow", AttemptOutcome.REFUSED, "crawl-delay: PT1H");
        attempt("dead", AttemptOutcome.FAILED, "dns: no such host", true);
        attempt("forbidden", AttemptOutcome.REFUSED, "robots: /", true);
        attempt("large", AttemptOutcome.REFUSED, "too-large: 9 bytes", true);
        attempt("well", AttemptOutcome.FETCHED, null, true);
        attempt("well", AttemptOutcome.FAILED, "broken: no http");

        assertThat(tally.startsUnread()).extracting(Attempt::source).containsExactly("broken", "slow");
    }

    private void attempt(String source, AttemptOutcome outcome, @Nullable String reason) {
        attempt(source, outcome, reason, false);
    }

    private void attempt(String source, AttemptOutcome outcome, @Nullable String reason, boolean isStart) {
        tally.add(new Attempt(source, "https://v.example/", Instant.EPOCH, outcome, 0, reason), isStart);
    }
}
