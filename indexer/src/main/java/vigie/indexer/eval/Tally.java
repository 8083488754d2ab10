package vigie.indexer.eval;

import java.util.HashMap;
import java.util.Map;

/** Counts by name. */
final class Tally {

    private final Map<String, Integer> counts = new HashMap<>();

    void add(String name, int by) {
        counts.merge(name, by, Integer::sum);
    }

    void addIf(boolean so, String name) {
        if (so) {
            add(name, 1);
        }
    }

    void add(Tally other) {
        other.counts.forEach(this::add);
    }

    int of(String name) {
        return counts.getOrDefault(name, 0);
    }

    Ratio ratio(String right, String predicted, String gold) {
        return new Ratio(of(right), of(predicted), of(gold));
    }
}
