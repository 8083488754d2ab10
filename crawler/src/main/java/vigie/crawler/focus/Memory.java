package vigie.crawler.focus;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was found out about keys, because the same menu stands on every page of a site. Forgets all when it is
 * full. Thread-safe.
 *
 * @param <K> immutable
 * @param <V> immutable
 */
public final class Memory<K, V> {

    private final int most;
    private final Map<K, V> known = new ConcurrentHashMap<>();

    /** @param most that it remembers */
    public Memory(int most) {
        this.most = most;
    }

    /** What is known of {@code key}, or else is found out. */
    public V of(K key, Function<K, V> finding) {
        V value = known.get(key);
        if (value == null) {
            value = finding.apply(key);
            if (known.size() >= most) {
                known.clear();
            }
            known.put(key, value);
        }
        return value;
    }
}
