package vigie.crawler.focus;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of one host that wait to be asked for. Which one is the best is said anew each time: what the last page led
 * to raises or lowers all like it. Not thread-safe.
 *
 * @param <T> what is to be known of an address
 */
public final class Frontier<T> {

    /** Each so many addresses one is taken by its promise alone, so that what was unlucky at first has another chance. */
    private static final int SECOND_CHANCE = 4;

    /**
     * Each so many addresses the one that has waited longest of all kinds is taken: acts may lie where no word promises any, and
     * a name that speaks against a part of a site may be wrong.
     */
    private static final int LONGEST_WAIT = 16;

    /** Each time costs its kind so much of the promise when the next one is chosen so. */
    private static final float POINTS_OF_A_CHANCE = 1;

    private final Yields yields;

    /** By list and form: within one of these, {@link Yields} gives all the same points. */
    private final Map<Kind, Queue<T>> kinds = new LinkedHashMap<>();

    private final Map<String, Entry<T>> waiting = new HashMap<>();
    private long added;
    private int taken;

    private record Kind(@Nullable String place, String form) {}

    private record Entry<T>(String url, float promise, long order, T what) {}

    private static final class Queue<T> {
        private final PriorityQueue<Entry<T>> entries = new PriorityQueue<>(
                Comparator.comparing((Entry<T> entry) -> -entry.promise()).thenComparing(Entry::order));

        /** How often one of these was taken by its promise alone: then it is the turn of others. */
        private int chances;
    }

    public Frontier(Yields yields) {
        this.yields = yields;
    }

    /**
     * Adds an address; one that waits already is only raised.
     *
     * @param promise {@link Promise#score} of the best link to it
     * @param place {@link Promise#place} of that link
     */
    public void add(String url, float promise, @Nullable String place, T what) {
        Entry<T> known = waiting.get(url);
        if (known == null || promise > known.promise()) {
            Entry<T> entry = new Entry<>(url, promise, known == null ? added++ : known.order(), what);
            waiting.put(url, entry);
            kinds.computeIfAbsent(new Kind(place, Yields.form(url)), kind -> new Queue<>())
                    .entries
                    .add(entry);
        }
    }

    /** Takes the best address out; among equals the one that was added first. */
    public Optional<T> take() {
        Entry<T> best = null;
        Queue<T> from = null;
        float most = 0;
        boolean isLongest = ++taken % LONGEST_WAIT == 0;
        boolean isChance = !isLongest && taken % SECOND_CHANCE == 0;
        Iterator<Map.Entry<Kind, Queue<T>>> all = kinds.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Kind, Queue<T>> kind = all.next();
            Entry<T> first = first(kind.getValue().entries);
            if (first == null) {
                all.remove();
                continue;
            }
            float more = isChance
                    ? -POINTS_OF_A_CHANCE * kind.getValue().chances
                    : yields.points(kind.getKey().form(), kind.getKey().place());
            float rank = isLongest ? 0 : Yields.rank(first.promise(), more);
            if (best == null || rank > most || (rank == most && first.order() < best.order())) {
                best = first;
                from = kind.getValue();
                most = rank;
            }
        }
        if (best == null || from == null) {
            return Optional.empty();
        }
        from.chances += isChance ? 1 : 0;
        waiting.remove(best.url());
        return Optional.of(best.what());
    }

    /** The first that still waits as it does here: some were taken or raised since. */
    private @Nullable Entry<T> first(PriorityQueue<Entry<T>> kind) {
        while (!kind.isEmpty()) {
            Entry<T> first = kind.element();
            if (first.equals(waiting.get(first.url()))) {
                return first;
            }
            kind.remove();
        }
        return null;
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    public boolean contains(String url) {
        return waiting.containsKey(url);
    }

    public int size() {
        return waiting.size();
    }

    public void clear() {
        kinds.clear();
        waiting.clear();
    }
}
