package vigie.crawler.nutch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the pages that a run asks each source for, and knows when it is enough. */
final class PageBudget {

    private final int limit;
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();

    /** @param limit pages per source and run */
    PageBudget(int limit) {
        this.limit = limit;
    }

    boolean isSpent(String source) {
        AtomicInteger count = taken.get(source);
        return count != null && count.get() >= limit;
    }

    void take(String source) {
        taken.computeIfAbsent(source, id -> new AtomicInteger()).incrementAndGet();
    }
}
