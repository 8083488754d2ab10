package vigie.crawler.nutch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vigie.crawler.focus.Yields;

/** All hosts of a round, each given out when it has rested, to one thread at a time. Thread-safe. */
final class Hosts {

    private static final long PAUSE = 50;

    private final Map<String, HostQueue> hosts = new ConcurrentHashMap<>();
    private final DelayQueue<HostQueue> resting = new DelayQueue<>();

    /** How many have anything waiting or are in hand. */
    private final AtomicInteger open = new AtomicInteger();

    private final Yields yields;
    private final BooleanSupplier over;
    private volatile boolean ended;

    /** @param over says when no more are given out */
    Hosts(Yields yields, BooleanSupplier over) {
        this.yields = yields;
        this.over = over;
    }

    void add(Waiting page) {
        HostQueue host = hosts.computeIfAbsent(HostQueue.hostOf(page.url()), name -> new HostQueue(yields));
        if (host.add(page)) {
            open.incrementAndGet();
            resting.add(host);
        }
    }

    boolean has(String url) {
        HostQueue host = hosts.get(HostQueue.hostOf(url));
        return host != null && host.has(url);
    }

    /** The next host that has rested; null when the round is over. To be given {@link #back}. */
    @Nullable
    HostQueue next() throws InterruptedException {
        while (!isDry() && !ended && !over.getAsBoolean()) {
            HostQueue host = resting.poll(PAUSE, TimeUnit.MILLISECONDS);
            if (host != null) {
                return host;
            }
        }
        return null;
    }

    void back(HostQueue host, Duration rest) {
        if (host.rest(rest)) {
            resting.add(host);
        } else {
            open.decrementAndGet();
        }
    }

    /** Gives out no more. */
    void end() {
        ended = true;
    }

    /** Whether all that waited was given out and nothing new came of it. */
    boolean isDry() {
        return open.get() == 0;
    }

    /** Whether it is dry, and no host was left alone because it did not answer. */
    boolean isWhole() {
        return isDry() && hosts.values().stream().noneMatch(HostQueue::isGivenUp);
    }

    /** How many addresses wait. */
    int waiting() {
        return hosts.values().stream().mapToInt(HostQueue::size).sum();
    }
}
