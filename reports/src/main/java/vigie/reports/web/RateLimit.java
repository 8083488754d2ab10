package vigie.reports.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much one client may ask: a bucket of tokens per address, filled evenly. Whoever was away for a minute may ask for a
 * minute's worth at once. Thread-safe; remembers the {@value #MOST_CLIENTS} addresses that asked last.
 */
final class RateLimit {

    private static final int MOST_CLIENTS = 10_000;
    private static final double MILLIS = 60_000;

    private record Bucket(double tokens, Instant at) {}

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A limit.
     *
     * @param perMinute requests; 0 = any number
     */
    RateLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Takes a token; how long the client has to wait for one where there is none, else zero. */
    synchronized Duration take(String client) {
        if (perMinute == 0) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        Bucket last = buckets.getOrDefault(client, new Bucket(perMinute, now));
        double gained = Math.max(0, Duration.between(last.at(), now).toMillis()) * perMinute / MILLIS;
        double tokens = Math.min(perMinute, last.tokens() + gained);
        boolean granted = tokens >= 1;
        buckets.put(client, new Bucket(granted ? tokens - 1 : tokens, now));
        forget();
        return granted ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((1 - tokens) * MILLIS / perMinute));
    }

    private void forget() {
        if (buckets.size() > MOST_CLIENTS) {
            var oldest = buckets.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
