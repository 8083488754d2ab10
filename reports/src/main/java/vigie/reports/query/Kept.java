package vigie.reports.query;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers that cost much, kept while nothing new is known. Thread-safe; who asks while an answer is being made waits for
 * it.
 *
 * @param <K> a question; a value
 * @param <V> its answer; immutable
 */
public final class Kept<K, V> {

    private final Supplier<String> version;
    private final int most;
    private volatile Answers<K, V> answers = new Answers<>("", new ConcurrentHashMap<>());

    private record Answers<K, V>(String version, ConcurrentMap<K, V> all) {}

    /**
     * Keeps nothing yet.
     *
     * @param version another one whenever an answer may be another
     * @param most how many answers are kept at once
     */
    public Kept(Supplier<String> version, int most) {
        this.version = version;
        this.most = most;
    }

    /** The answer to {@code question}: the one that is kept, or what {@code make} makes of it. */
    public V of(K question, Function<K, V> make) {
        String now = version.get();
        Answers<K, V> last = answers;
        boolean full = last.all().size() >= most && !last.all().containsKey(question);
        if (full || !last.version().equals(now)) {
            last = new Answers<>(now, new ConcurrentHashMap<>());
            answers = last;
        }
        return last.all().computeIfAbsent(question, make);
    }
}
