package vigie.crawler.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Refusal;

/**
 * Lets requests to one host pass one at a time, each at least a gap after the end of the one before, and none while the
 * host has asked us to stay away.
 */
final class HostGate {

    private final String host;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final CountDownLatch closed;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile boolean used;
    private volatile long lastEnd;
    private Instant awayUntil = Instant.MIN;

    HostGate(String host, Clock clock, LongSupplier nanoTime, CountDownLatch closed) {
        this.host = host;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.closed = closed;
    }

    /**
     * Waits for the turn; the gate stays shut for others until the pass is closed.
     *
     * @throws StopException while the host is to be left alone, or when the fetcher is closed meanwhile
     */
    Pass enter(Duration gap) throws StopException {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
        boolean entered = false;
        try {
            checkAway();
            awaitGap(gap);
            entered = true;
            return new Pass();
        } finally {
            if (!entered) {
                turn.unlock();
            }
        }
    }

    private void checkAway() throws StopException {
        if (clock.instant().isBefore(awayUntil)) {
            throw StopException.refused(Refusal.BACK_OFF, host + " asked to be left alone until " + awayUntil);
        }
    }

    /** How long the next request would wait, as things stand; may be below 0. */
    Duration rest(Duration gap) {
        return used ? gap.minusNanos(nanoTime.getAsLong() - lastEnd) : Duration.ZERO;
    }

    private void awaitGap(Duration gap) throws StopException {
        long wait = rest(gap).toNanos();
        try {
            if (closed.await(wait, TimeUnit.NANOSECONDS)) {
                throw stopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    private static StopException stopped() {
        return StopException.failed(Failure.CONNECT, 0, "stopped before the request");
    }

    /** The right to one request. */
    final class Pass implements AutoCloseable {

        private Pass() {}

        /** Shuts the gate for everybody until {@code until}. */
        void stayAwayUntil(Instant until) {
            awayUntil = until;
        }

        @Override
        public void close() {
            lastEnd = nanoTime.getAsLong();
            used = true;
            turn.unlock();
        }
    }
}
