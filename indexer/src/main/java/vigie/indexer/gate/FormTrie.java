package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All spellings of all forms as one tree-like automaton: from where a form begins, what may come next and which forms
 * have ended. A state is a set of nodes of the {@link Nfa}; it is made when a text first leads there, for texts lead to
 * few of them. Thread-safe.
 */
final class FormTrie {

    /** The state that leads nowhere. */
    static final int DEAD = -1;
    /** Where a form begins. */
    static final int START = 1;
    /** Where a form begins behind an article that lost its apostrophe. */
    static final int AFTER_ARTICLE = 2;

    /** An entry of {@link #cells} that nobody has asked for yet. */
    private static final int UNKNOWN = 0;

    private static final int[] NOTHING = {};
    private static final int NONE_ENDS = 1;
    private static final int SOME_END = 2;

    /** A set of nodes, sorted. */
    private record Nodes(int[] ids) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Nodes nodes && Arrays.equals(ids, nodes.ids);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ids);
        }
    }

    /** What a state stands for, and the forms that end there. */
    private record State(int[] nodes, int[] forms) {}

    private final Nfa nfa;
    private final SymbolClasses classes;
    private final int[] classOf;
    private final int width;
    private final Map<Nodes, Integer> numbers = new HashMap<>();
    /** Like {@link #numbers} used under the lock only. */
    private final List<State> states = new ArrayList<>();

    /**
     * By state and class the state reached, and in a last column whether forms end there. Written under the lock, read
     * without: who reads an old copy or sees an old value finds it unknown and asks under the lock.
     */
    private volatile int[] cells;

    FormTrie(Nfa nfa, SymbolClasses classes) {
        this.nfa = nfa;
        this.classes = classes;
        this.classOf = classes.classOf();
        this.width = classes.count() + 1;
        this.cells = new int[64 * width];
        states.add(new State(NOTHING, NOTHING)); // so that no state is UNKNOWN
        states.add(new State(nfa.starts(), NOTHING));
        states.add(new State(nfa.elidedStarts(), NOTHING));
    }

    int step(int state, int symbol) {
        return stepByClass(state, classOf[symbol]);
    }

    int stepByClass(int state, int symbolClass) {
        int target = cell(state, symbolClass);
        return target == UNKNOWN ? reach(state, symbolClass) : target;
    }

    /** The forms that end in {@code state}. */
    int[] forms(int state) {
        return cell(state, width - 1) == NONE_ENDS ? NOTHING : formsOf(state);
    }

    /** The most visible signs of a form that ends in {@code state}, 0 if none does. */
    synchronized int signs(int state) {
        return nfa.signs(states.get(state).nodes);
    }

    private int cell(int state, int column) {
        int[] known = cells;
        int cell = state * width + column;
        return cell < known.length ? known[cell] : UNKNOWN;
    }

    private synchronized int reach(int state, int symbolClass) {
        int[] reached = nfa.step(states.get(state).nodes, classes.example()[symbolClass]);
        int target = reached.length == 0 ? DEAD : number(reached);
        cells[state * width + symbolClass] = target;
        return target;
    }

    private synchronized int[] formsOf(int state) {
        int[] forms = states.get(state).forms;
        cells[state * width + width - 1] = forms.length == 0 ? NONE_ENDS : SOME_END;
        return forms;
    }

    private int number(int[] nodes) {
        Integer known = numbers.putIfAbsent(new Nodes(nodes), states.size());
        if (known != null) {
            return known;
        }
        states.add(new State(nodes, nfa.forms(nodes)));
        if (states.size() * width > cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        return states.size() - 1;
    }
}
