package vigie.reports.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import vigie.reports.query.Queries;

/** Sees what was indexed since, without a restart, and looks for it only now and then. Thread-safe. */
final class Freshness {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Queries queries;
    private final Clock clock;
    private final AtomicReference<Instant> next;

    Freshness(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
        this.next = new AtomicReference<>(clock.instant().plus(PAUSE));
    }

    /** Looks, if it did not a moment ago. */
    void look() {
        Instant due = next.get();
        Instant now = clock.instant();
        if (!now.isBefore(due) && next.compareAndSet(due, now.plus(PAUSE))) {
            queries.refresh();
        }
    }
}
