package vigie.crawler.fetch;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/** One {@link HostGate} per host name, whatever scheme and port: politeness is owed to the machine. */
final class HostGates implements AutoCloseable {

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, HostGate> gates = new ConcurrentHashMap<>();

    HostGates(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    HostGate.Pass enter(String host, Duration gap) throws StopException {
        return gates.computeIfAbsent(host, name -> new HostGate(name, clock, nanoTime, closed))
                .enter(gap);
    }

    Duration rest(String host, Duration gap) {
        HostGate gate = gates.get(host);
        return gate == null ? Duration.ZERO : gate.rest(gap);
    }

    /** Turns away who waits and who comes. */
    @Override
    public void close() {
        closed.countDown();
    }
}
