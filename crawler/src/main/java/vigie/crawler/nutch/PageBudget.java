package vigie.crawler.nutch;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Counts the pages that a run asks each source for, knows when it is enough, and which of the due pages are the best that
 * there is room for: Nutch fetches what it has chosen in no order. Thread-safe.
 */
final class PageBudget {

    private final int limit;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, PriorityQueue<Float>> best = new HashMap<>();

    /** @param limit pages per source and run */
    PageBudget(int limit) {
        this.limit = limit;
    }

    synchronized boolean isSpent(String source) {
        return left(source) <= 0;
    }

    synchronized void take(String source) {
        taken.merge(source, 1, Integer::sum);
    }

    /** A round begins: what was due before counts no more. */
    synchronized void begin() {
        best.clear();
    }

    /** A page of the source is due and promises so much. */
    synchronized void due(String source, float promise) {
        PriorityQueue<Float> kept = best.computeIfAbsent(source, id -> new PriorityQueue<>());
        kept.add(promise);
        if (kept.size() > left(source)) {
            kept.remove();
        }
    }

    /** Whether a page that promises so much is as good as the last for which there is room in this round. */
    synchronized boolean hasRoomFor(String source, float promise) {
        PriorityQueue<Float> kept = best.get(source);
        return kept == null || kept.isEmpty() || promise >= kept.element();
    }

    private int left(String source) {
        return limit - taken.getOrDefault(source, 0);
    }
}
