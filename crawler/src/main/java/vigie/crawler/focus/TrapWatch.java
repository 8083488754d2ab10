package vigie.crawler.focus;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps a crawl out of traps and counts, for each host, what was left out and why. Knows {@link Traps} by the look of an
 * address, and learns which forms of address echo: lead again and again to texts that the host has shown elsewhere, or to
 * pages which say that nothing is there. What it learnt holds for one run. Thread-safe.
 */
public final class TrapWatch {

    /** So many echoes of one form are asked for before the others are left out. */
    static final int PATIENCE = 10;

    /** An echoing form has one page of its own for so many echoes at most. */
    private static final int ECHOES_PER_PAGE = 4;

    /** Counting further would only cost memory. */
    private static final int MOST = 10_000;

    private final Map<String, Map<Trap, Set<Integer>>> leftOut = new TreeMap<>();
    /** Hashes of digests: a text taken for another would only be counted as one echo. */
    private final Map<String, Set<Integer>> texts = new HashMap<>();

    private final Map<String, Count> forms = new HashMap<>();

    private static final class Count {
        private int own;
        private int echoes;

        private boolean isTrap() {
            return echoes >= PATIENCE && echoes >= own * ECHOES_PER_PAGE;
        }
    }

    /** Whether an address may be asked for; one in a trap is counted. */
    public boolean passes(String url) {
        Optional<Trap> trap = Traps.of(url);
        trap.ifPresent(why -> count(url, why));
        return trap.isEmpty() && !Traps.isUseless(url);
    }

    /** Whether an address that is due has a form which only echoes; then it is counted as left out. */
    public synchronized boolean echoes(String url) {
        Count form = forms.get(Yields.form(url));
        boolean isTrap = form != null && form.isTrap();
        if (isTrap) {
            count(url, Trap.ECHOES);
        }
        return isTrap;
    }

    /**
     * A page has been read.
     *
     * @param digest of its text
     * @param missing whether it says that nothing is there
     */
    public synchronized void learn(String url, String digest, boolean missing) {
        Set<Integer> known = texts.computeIfAbsent(host(url), host -> new HashSet<>());
        boolean isNew = known.size() < MOST ? known.add(digest.hashCode()) : !known.contains(digest.hashCode());
        Count form = forms.computeIfAbsent(Yields.form(url), key -> new Count());
        if (isNew && !missing) {
            form.own++;
        } else {
            form.echoes++;
        }
    }

    private synchronized void count(String url, Trap why) {
        Set<Integer> seen = leftOut.computeIfAbsent(host(url), host -> new EnumMap<>(Trap.class))
                .computeIfAbsent(why, trap -> new HashSet<>());
        if (seen.size() < MOST) {
            seen.add(url.hashCode());
        }
    }

    /** How many addresses were left out, by host and reason; ten thousand stand for more. */
    public synchronized Map<String, Map<Trap, Integer>> leftOut() {
        Map<String, Map<Trap, Integer>> counts = new TreeMap<>();
        leftOut.forEach((host, traps) -> {
            Map<Trap, Integer> of = new EnumMap<>(Trap.class);
            traps.forEach((trap, urls) -> of.put(trap, urls.size()));
            counts.put(host, of);
        });
        return counts;
    }

    /** The start of the address, up to the host's end. */
    private static String host(String url) {
        int host = url.indexOf("://");
        int path = url.indexOf('/', host < 0 ? 0 : host + 3);
        return path < 0 ? url : url.substring(0, path + 1);
    }
}
