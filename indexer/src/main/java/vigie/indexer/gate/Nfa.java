package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A nondeterministic automaton over {@link Symbols}: what all forms of a lexicon, with their variants, look like.
 * Forms are added first, then it is {@linkplain #freeze frozen}.
 */
final class Nfa {

    private static final int[] NOTHING = {};

    /** A step over one of some symbols; {@code signs}: how many of them one sees. */
    private record Edge(BitSet symbols, int to, int signs) {}

    private final List<List<Edge>> edges = new ArrayList<>();
    private final List<List<Integer>> jumps = new ArrayList<>();
    private final List<Integer> forms = new ArrayList<>();
    private final int start = node();
    private final int elided = node();
    private int[][] closures = {};
    private int[] depths = {};

    int node() {
        edges.add(new ArrayList<>(2));
        jumps.add(new ArrayList<>(1));
        forms.add(-1);
        return edges.size() - 1;
    }

    /** A node at which a form begins; {@code afterArticle}: also after an article that lost its apostrophe. */
    int entry(boolean afterArticle) {
        int entry = node();
        jump(start, entry);
        if (afterArticle) {
            jump(elided, entry);
        }
        return entry;
    }

    void edge(int from, BitSet symbols, int to) {
        edges.get(from).add(new Edge(symbols, to, isVisible(symbols) ? 1 : 0));
    }

    void edge(int from, int symbol, int to) {
        BitSet one = new BitSet();
        one.set(symbol);
        edge(from, one, to);
    }

    void jump(int from, int to) {
        jumps.get(from).add(to);
    }

    /** Makes {@code node} the end of a form. */
    void accept(int node, int form) {
        int end = node();
        forms.set(end, form);
        jump(node, end);
    }

    void freeze() {
        closures = new int[edges.size()][];
        for (int node = 0; node < closures.length; node++) {
            TreeSet<Integer> reached = new TreeSet<>();
            reach(node, reached);
            closures[node] = reached.stream()
                    .mapToInt(n -> n)
                    .filter(n -> forms.get(n) >= 0 || !edges.get(n).isEmpty())
                    .toArray();
        }
        depths = depths();
    }

    private void reach(int node, Set<Integer> reached) {
        if (reached.add(node)) {
            jumps.get(node).forEach(next -> reach(next, reached));
        }
    }

    /** Where forms begin. */
    int[] starts() {
        return closures[start];
    }

    /** Where forms begin behind an article without apostrophe. */
    int[] elidedStarts() {
        return closures[elided];
    }

    /** The forms that end in a set of nodes. */
    int[] forms(int[] nodes) {
        return Arrays.stream(nodes)
                .map(forms::get)
                .filter(form -> form >= 0)
                .distinct()
                .toArray();
    }

    /** Where the automaton is after reading {@code symbol}; sorted. */
    int[] step(int[] nodes, int symbol) {
        int[] now = nodes;
        for (int part : Symbols.parts(symbol)) {
            now = stepOne(now, part);
        }
        return now;
    }

    private int[] stepOne(int[] nodes, int symbol) {
        int[] result = NOTHING;
        for (int node : nodes) {
            for (Edge edge : edges.get(node)) {
                if (edge.symbols.get(symbol)) {
                    result = union(result, closures[edge.to]);
                }
            }
        }
        return result;
    }

    /** The most visible signs of a form that ends in one of the nodes, 0 if none does. */
    int signs(int[] nodes) {
        int longest = 0;
        for (int node : nodes) {
            longest = forms.get(node) < 0 ? longest : Math.max(longest, depths[node]);
        }
        return longest;
    }

    /** The most visible signs of any form. */
    int longest() {
        return Arrays.stream(depths).max().orElse(0);
    }

    /**
     * For every node the most visible signs that lead there from where a form begins. Only blanks, joints and parted
     * accents lead round in circles; those are not counted.
     */
    private int[] depths() {
        int[] found = new int[edges.size()];
        Arrays.fill(found, -1);
        BitSet open = new BitSet(found.length);
        deepen(found, start, 0, open);
        deepen(found, elided, 1, open); // the article itself
        // Most nodes are younger than those that lead there: one sweep after the other comes to nearly each only once.
        while (!open.isEmpty()) {
            for (int node = open.nextSetBit(0); node >= 0; node = open.nextSetBit(node + 1)) {
                open.clear(node);
                for (int next : jumps.get(node)) {
                    deepen(found, next, found[node], open);
                }
                for (Edge edge : edges.get(node)) {
                    deepen(found, edge.to, found[node] + edge.signs, open);
                }
            }
        }
        return found;
    }

    private static void deepen(int[] depths, int node, int depth, BitSet open) {
        if (depth > depths[node]) {
            depths[node] = depth;
            open.set(node);
        }
    }

    private static boolean isVisible(BitSet symbols) {
        for (int symbol = symbols.nextSetBit(0); symbol >= 0; symbol = symbols.nextSetBit(symbol + 1)) {
            if (!Symbols.isJoint(symbol) && !Symbols.isInvisible(symbol)) {
                return true;
            }
        }
        return false;
    }

    /** The union of two sorted sets. */
    static int[] union(int[] a, int[] b) {
        if (a.length == 0) {
            return b;
        }
        if (b.length == 0) {
            return a;
        }
        int[] both = new int[a.length + b.length];
        int size = 0;
        for (int i = 0, j = 0; i < a.length || j < b.length; ) {
            int next = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
            if (i < a.length && a[i] == next) {
                i++;
            }
            if (j < b.length && b[j] == next) {
                j++;
            }
            both[size++] = next;
        }
        return size == both.length ? both : Arrays.copyOf(both, size);
    }

    /** For each symbol its class: symbols that no edge tells apart share one, so that tables stay narrow. */
    SymbolClasses classes() {
        SymbolClasses.Builder classes = new SymbolClasses.Builder();
        edges.forEach(list -> list.forEach(edge -> classes.split(edge.symbols)));
        return classes.build();
    }
}
