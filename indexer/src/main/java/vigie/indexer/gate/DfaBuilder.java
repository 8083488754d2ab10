package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the deterministic automaton of an {@link Nfa} by subset construction. */
final class DfaBuilder {

    private static final int[] NOTHING = {};
    private static final int HYPHEN_EVENT = -1;

    /** Nodes in progress; whether forms may begin here; whether a form has ended before the last character. */
    private record State(int[] nodes, boolean starts, boolean hit) {

        @Override
        public boolean equals(Object other) {
            return other instanceof State state
                    && Arrays.equals(nodes, state.nodes)
                    && starts == state.starts
                    && hit == state.hit;
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(nodes) * 4 + (starts ? 2 : 0) + (hit ? 1 : 0);
        }
    }

    private final Nfa nfa;
    private final SymbolClasses classes;
    private final int[][] firstSteps;
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();
    private final List<Integer> afterHyphen = new ArrayList<>();

    private DfaBuilder(Nfa nfa) {
        this.nfa = nfa;
        this.classes = nfa.classes();
        this.firstSteps = new int[classes.count()][];
        for (int c = 0; c < firstSteps.length; c++) {
            firstSteps[c] = nfa.step(nfa.starts(), classes.example()[c]);
        }
    }

    static Dfa build(Nfa nfa) {
        return new DfaBuilder(nfa).build();
    }

    private Dfa build() {
        int boundary = number(new State(NOTHING, true, false));
        int inWord = number(new State(NOTHING, false, false));
        for (int i = 0; i < states.size(); i++) {
            State state = states.get(i);
            int[] row = new int[classes.count()];
            for (int c = 0; c < row.length; c++) {
                row[c] = target(state, c);
            }
            rows.add(row);
            afterHyphen.add(state.nodes.length == 0 ? 0 : number(step(state, Symbols.HYPHEN)));
        }
        return tables(boundary, inWord);
    }

    private int target(State state, int c) {
        int symbol = classes.example()[c];
        if (symbol == Symbols.IGNORED) {
            return number(new State(state.nodes, state.starts, false));
        }
        boolean mayBreak = symbol == Symbols.HYPHEN || symbol == Symbols.SOFT_HYPHEN;
        if (mayBreak && state.nodes.length > 0) {
            return HYPHEN_EVENT;
        }
        if (symbol == Symbols.SOFT_HYPHEN) {
            return number(new State(state.nodes, state.starts, false));
        }
        return number(step(state, symbol));
    }

    private State step(State state, int symbol) {
        int[] nodes = nfa.step(state.nodes, symbol);
        if (state.starts) {
            nodes = Nfa.union(nodes, firstSteps[classes.classOf()[symbol]]);
        }
        boolean boundary = !Symbols.inWord(symbol);
        return new State(nodes, boundary, boundary && nfa.accepts(state.nodes));
    }

    private int number(State state) {
        return numbers.computeIfAbsent(state, s -> {
            states.add(s);
            return states.size() - 1;
        });
    }

    /** Puts the states that mean a hit last. */
    private Dfa tables(int boundary, int inWord) {
        int width = classes.count();
        int count = states.size();
        int[] place = new int[count];
        int free = 0;
        for (int hits = 0; hits < 2; hits++) {
            for (int i = 0; i < count; i++) {
                if (states.get(i).hit == (hits == 1)) {
                    place[i] = free++;
                }
            }
        }
        int quiet = (int) states.stream().filter(state -> !state.hit).count();
        int[] next = new int[count * width];
        int[] overHyphen = new int[count];
        for (int i = 0; i < count; i++) {
            int[] row = rows.get(i);
            for (int c = 0; c < width; c++) {
                next[place[i] * width + c] = row[c] == HYPHEN_EVENT ? next.length : place[row[c]] * width;
            }
            overHyphen[place[i]] = place[afterHyphen.get(i)] * width;
        }
        byte[] classOf = Symbols.table(classes.classOf());
        return new Dfa(place[boundary] * width, place[inWord] * width, quiet * width, width, classOf, next, overHyphen);
    }
}
