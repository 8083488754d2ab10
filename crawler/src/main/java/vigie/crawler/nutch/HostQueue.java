package vigie.crawler.nutch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vigie.crawler.focus.Frontier;
import vigie.crawler.focus.Yields;

/** What waits for one host. Of the threads that fetch only one at a time has it in hand. Thread-safe. */
final class HostQueue implements Delayed {

    /** So many requests that bring no answer are made to a host in one round. */
    private static final int PATIENCE = 25;

    private final Frontier<Waiting> waiting;
    private volatile long readyAt = System.nanoTime();
    private @Nullable Waiting next;
    private boolean listed;
    private boolean asked;
    private int unanswered;

    HostQueue(Yields yields) {
        this.waiting = new Frontier<>(yields);
    }

    static String hostOf(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }

    /** Adds an address; says whether the host, idle until now, is to be put on the list of those that are to be asked. */
    synchronized boolean add(Waiting page) {
        if (isGivenUp()) {
            return false;
        }
        waiting.add(page.url(), page.datum().getScore(), Fields.get(page.datum(), Fields.PLACE), page);
        boolean isIdle = !listed;
        listed = true;
        return isIdle;
    }

    /** The best that waits. */
    synchronized Optional<Waiting> take() {
        Optional<Waiting> best = next == null ? waiting.take() : Optional.of(next);
        next = null;
        return best;
    }

    /** Whether nothing has been asked of it in this round, so that how long it is to rest is not known yet. */
    synchronized boolean isFresh() {
        boolean isFresh = !asked;
        asked = true;
        return isFresh;
    }

    /** It is still too early for this one. */
    synchronized void putBack(Waiting page) {
        next = page;
    }

    synchronized boolean has(String url) {
        return waiting.contains(url);
    }

    synchronized int size() {
        return waiting.size() + (next == null ? 0 : 1);
    }

    /** What became of a request; a host that does not answer is left alone for the rest of the round. */
    synchronized void answered(boolean isAnswer) {
        unanswered += isAnswer ? 0 : 1;
        if (isGivenUp()) {
            waiting.clear();
        }
    }

    /** Whether it is left alone for the rest of the round. */
    synchronized boolean isGivenUp() {
        return unanswered >= PATIENCE;
    }

    /** The host is out of hand, and rests; says whether it goes on the list again. */
    synchronized boolean rest(Duration time) {
        readyAt = System.nanoTime() + Math.max(0, time.toNanos());
        listed = size() > 0;
        return listed;
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(readyAt - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.signum(readyAt - ((HostQueue) other).readyAt);
    }
}
