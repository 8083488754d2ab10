package vigie.crawler.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import vigie.crawler.fetch.FetchOutcome.Failed;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Fetched;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.crawler.fetch.FetchOutcome.Refused;

/** What tests say about outcomes. */
final class FetchedAssert {

    private FetchedAssert() {}

    static void assertBody(FetchOutcome outcome, String body) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Fetched.class,
                        fetched -> assertThat(fetched.body()).asString(UTF_8).isEqualTo(body));
    }

    static void assertRefused(FetchOutcome outcome, Refusal reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .as(refused.detail())
                                .isEqualTo(reason));
    }

    static void assertFailed(FetchOutcome outcome, Failure kind) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.kind()).as(failed.cause()).isEqualTo(kind));
    }
}
