package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the automaton that finds what a {@link FormTrie} holds anywhere in a text: each state is the set of places in
 * the trie at which the text may be.
 */
final class DfaBuilder {

    private static final int[] NOTHING = {};
    private static final int HYPHEN_EVENT = -1;

    /**
     * Places in progress, sorted; whether forms may begin here; whether a form has ended before the last character, and
     * then the most visible signs it can have, or 0.
     */
    private record State(int[] places, boolean starts, int ended) {

        boolean hit() {
            return ended > 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State state
                    && Arrays.equals(places, state.places)
                    && starts == state.starts
                    && ended == state.ended;
        }

        @Override
        public int hashCode() {
            return (Arrays.hashCode(places) * 2 + (starts ? 1 : 0)) * 31 + ended;
        }
    }

    private final FormTrie trie;
    private final SymbolClasses classes;
    private final int[] depths;
    private final List<int[]> anew = new ArrayList<>();
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();
    private final List<Integer> afterHyphen = new ArrayList<>();

    private DfaBuilder(FormTrie trie, SymbolClasses classes) {
        this.trie = trie;
        this.classes = classes;
        boolean[] counted = new boolean[classes.count()];
        for (int c = 0; c < counted.length; c++) {
            int symbol = classes.example()[c];
            counted[c] = !Symbols.isJoint(symbol) && !Symbols.isInvisible(symbol);
        }
        this.depths = trie.depths(counted);
    }

    static Dfa build(FormTrie trie, SymbolClasses classes) {
        return new DfaBuilder(trie, classes).build();
    }

    private Dfa build() {
        int boundary = number(new State(NOTHING, true, 0));
        int inWord = number(new State(NOTHING, false, 0));
        int hyphen = classes.classOf()[Symbols.HYPHEN];
        for (int i = 0; i < states.size(); i++) {
            State state = states.get(i);
            int[][] reached = reached(state.places);
            int ends = ends(state.places);
            int[] row = new int[classes.count()];
            for (int c = 0; c < row.length; c++) {
                row[c] = target(state, c, reached[c], ends);
            }
            rows.add(row);
            afterHyphen.add(number(step(state, hyphen, reached[hyphen], ends)));
        }
        return tables(boundary, inWord);
    }

    private int[][] reached(int[] places) {
        int[][] reached = new int[classes.count()][];
        Arrays.fill(reached, NOTHING);
        for (int place : places) {
            for (int edge = trie.firstEdge(place); edge < trie.firstEdge(place + 1); edge++) {
                int c = trie.edgeClass(edge);
                reached[c] = Nfa.union(reached[c], new int[] {trie.edgeTarget(edge)});
            }
        }
        return reached;
    }

    /** The most visible signs of a form that ends in one of the places, 0 if none does. */
    private int ends(int[] places) {
        int longest = 0;
        for (int place : places) {
            if (trie.forms(place).length > 0) {
                longest = Math.max(longest, depths[place]);
            }
        }
        return longest;
    }

    private int target(State state, int c, int[] reached, int ends) {
        int symbol = classes.example()[c];
        boolean mayBreak = symbol == Symbols.HYPHEN || symbol == Symbols.SOFT_HYPHEN;
        if (mayBreak && state.places.length > 0) {
            return HYPHEN_EVENT;
        }
        if (Symbols.isInvisible(symbol)) {
            return number(state.hit() ? new State(state.places, state.starts, 0) : state);
        }
        return reached.length > 0 ? number(step(state, c, reached, ends)) : anew(state, c, ends);
    }

    /** The target where nothing in progress goes on: most of all, and the same for many states. */
    private int anew(State state, int c, int ends) {
        int kind = ends * 2 + (state.starts ? 1 : 0);
        while (anew.size() <= kind) {
            int[] targets = new int[classes.count()];
            Arrays.fill(targets, -1);
            anew.add(targets);
        }
        int[] known = anew.get(kind);
        if (known[c] < 0) {
            known[c] = number(step(state, c, NOTHING, ends));
        }
        return known[c];
    }

    private State step(State state, int c, int[] reached, int ends) {
        int symbol = classes.example()[c];
        int[] places = state.starts ? Nfa.union(reached, first(c)) : reached;
        boolean boundary = !Symbols.inWord(symbol);
        return new State(places, boundary, boundary ? ends : 0);
    }

    /** Where a form is after its first character, or behind an article that lost its apostrophe. */
    private int[] first(int c) {
        int place = trie.stepByClass(FormTrie.START, c);
        int[] begun = place == FormTrie.DEAD ? NOTHING : new int[] {place};
        return Symbols.isElidedArticle(classes.example()[c])
                ? Nfa.union(begun, new int[] {FormTrie.AFTER_ARTICLE})
                : begun;
    }

    private int number(State state) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        states.add(state);
        return states.size() - 1;
    }

    /** Puts the states that mean a hit last. */
    private Dfa tables(int boundary, int inWord) {
        int width = classes.count();
        int[] place = new int[states.size()];
        int quiet = 0;
        for (State state : states) {
            quiet += state.hit() ? 0 : 1;
        }
        int hits = quiet;
        int free = 0;
        for (int i = 0; i < place.length; i++) {
            place[i] = (states.get(i).hit() ? hits++ : free++) * width;
        }
        int[] next = new int[place.length * width];
        int[] overHyphen = new int[place.length];
        for (int i = 0; i < place.length; i++) {
            int[] row = rows.get(i);
            for (int c = 0; c < width; c++) {
                next[place[i] + c] = row[c] == HYPHEN_EVENT ? next.length : place[row[c]];
            }
            overHyphen[place[i] / width] = place[afterHyphen.get(i)];
        }
        int[] ended = new int[place.length - quiet];
        for (int i = 0; i < place.length; i++) {
            if (states.get(i).hit()) {
                ended[place[i] / width - quiet] = states.get(i).ended;
            }
        }
        int longest = Arrays.stream(depths).max().orElse(0);
        byte[] classOf = Symbols.table(classes.classOf());
        return new Dfa(place[boundary], place[inWord], quiet * width, width, classOf, next, overHyphen, ended, longest);
    }
}
