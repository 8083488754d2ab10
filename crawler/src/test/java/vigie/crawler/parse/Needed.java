package vigie.crawler.parse;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a test needs that not every machine has. */
final class Needed {

    private Needed() {}

    /** Skips the test, telling why; where nothing may be skipped ({@code VIGIE_NOTHING_SKIPPED} is set), it fails. */
    static void that(boolean present, String message) {
        if (!present && System.getenv("VIGIE_NOTHING_SKIPPED") != null) {
            throw new AssertionError(message);
        }
        assumeTrue(present, message);
    }
}
