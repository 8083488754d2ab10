package vigie.crawler.fetch;

import java.time.Duration;
import vigie.crawler.fetch.FetchOutcome.Failure;

/** The time that one fetch may spend on the network over all its hops; waiting for a host's turn does not count. */
final class Budget {

    private final Duration total;
    private Duration left;

    Budget(Duration total) {
        this.total = total;
        this.left = total;
    }

    /** @throws StopException if nothing is left */
    Duration left() throws StopException {
        if (left.isNegative() || left.isZero()) {
            throw StopException.failed(Failure.TIMEOUT, 0, "not complete after " + total);
        }
        return left;
    }

    void spend(Duration time) {
        left = left.minus(time);
    }
}
