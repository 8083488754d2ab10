package vigie.crawler.nutch;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import vigie.crawler.focus.RoundShare;

/**
 * Counts the pages that a run asks each source for, knows when it is enough, and which of the due pages are the best that
 * there is room for: Nutch fetches what it has chosen in no order. Of pages never seen before a round takes a
 * {@link RoundShare} only, so that what the first ones lead to decides what comes next. Thread-safe.
 */
final class PageBudget {

    private final int limit;
    private final RoundShare shares;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Integer> newOnes = new HashMap<>();
    private final Map<String, PriorityQueue<Float>> best = new HashMap<>();
    private final Map<String, PriorityQueue<Float>> bestNew = new HashMap<>();
    private int share = Integer.MAX_VALUE;

    /**
     * Makes one for a run.
     *
     * @param limit pages per source and run
     * @param rounds that the run has at most
     */
    PageBudget(int limit, int rounds) {
        this.limit = limit;
        this.shares = new RoundShare(limit, rounds);
    }

    synchronized boolean isSpent(String source) {
        return left(source) <= 0;
    }

    /** A round begins, the first is 1: what was due before counts no more. */
    synchronized void begin(int round) {
        share = shares.of(round);
        newOnes.clear();
        best.clear();
        bestNew.clear();
    }

    /** A page of the source is due and promises so much; {@code isNew} where it was never asked for. */
    synchronized void due(String source, float promise, boolean isNew) {
        keep(best, source, promise, left(source));
        if (isNew) {
            keep(bestNew, source, promise, Math.min(share, left(source)));
        }
    }

    private static void keep(Map<String, PriorityQueue<Float>> kept, String source, float promise, int most) {
        PriorityQueue<Float> of = kept.computeIfAbsent(source, id -> new PriorityQueue<>());
        of.add(promise);
        if (of.size() > most) {
            of.remove();
        }
    }

    /** Takes a page that promises so much, if it is as good as the last for which there is room in this round. */
    synchronized boolean take(String source, float promise, boolean isNew) {
        boolean hasRoom = left(source) > 0
                && isAmong(best.get(source), promise)
                && (!isNew || (newOnes.getOrDefault(source, 0) < share && isAmong(bestNew.get(source), promise)));
        if (hasRoom) {
            taken.merge(source, 1, Integer::sum);
            newOnes.merge(source, isNew ? 1 : 0, Integer::sum);
        }
        return hasRoom;
    }

    /** Takes a page, the best that there is now. */
    synchronized boolean take(String source) {
        boolean hasRoom = left(source) > 0;
        if (hasRoom) {
            taken.merge(source, 1, Integer::sum);
        }
        return hasRoom;
    }

    private static boolean isAmong(@Nullable PriorityQueue<Float> kept, float promise) {
        return kept == null || kept.isEmpty() || promise >= kept.element();
    }

    private int left(String source) {
        return limit - taken.getOrDefault(source, 0);
    }
}
