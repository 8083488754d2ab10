package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds anywhere in a text what a {@link FormTrie} holds: a deterministic automaton that runs over the text once and
 * stops where something needs a closer look: just behind a place where a form may end, and inside something that may
 * become a form at a hyphen, because the word may go on in the next line, and at the end of a line and the third blank of a
 * row, because the form may go on in the next line of the same column.
 *
 * <p>A state is the set of places in the trie at which the text may be; it is made when a text first leads there. All of
 * them would be hundreds of thousands, of which texts meet a few thousand. States are numbers of rows times the width of
 * a row. An event is the negative of a state in which a form has just ended, or {@link #BREAK_EVENT}. Thread-safe.
 */
final class Dfa {

    private static final int[] NOTHING = {};
    private static final int BREAK_EVENT = Integer.MIN_VALUE;
    /** An entry of {@link #cells} that nobody has asked for yet. */
    private static final int UNKNOWN = 0;

    /**
     * Places in progress, sorted; whether forms may begin here; whether a form has ended before the last character, and
     * then the most visible signs it can have, or 0; how many blanks in a row come before, while places are in progress.
     */
    private record State(int[] places, boolean starts, int ended, int blanks) {

        boolean hit() {
            return ended > 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State state
                    && Arrays.equals(places, state.places)
                    && starts == state.starts
                    && ended == state.ended
                    && blanks == state.blanks;
        }

        @Override
        public int hashCode() {
            return ((Arrays.hashCode(places) * 2 + (starts ? 1 : 0)) * 31 + ended) * 31 + blanks;
        }
    }

    /** Where a text starts, and behind every sign that is no letter or digit. */
    final int boundary;
    /** Inside a word that cannot become a form. */
    final int inWord;

    private final FormTrie trie;
    private final SymbolClasses classes;
    private final byte[] classOf;
    private final int longest;
    /**
     * A row is the target by class, then at the end of a line, then when a hyphen and a blank are taken as any other sign,
     * then the signs.
     */
    private final int width;

    private final int blank;
    private final int newLine;
    private final int overHyphen;
    private final int overBlank;
    private final int signs;
    private final Map<State, Integer> numbers = new HashMap<>();
    /** Like {@link #numbers} used under the lock only. */
    private final List<State> states = new ArrayList<>();

    /**
     * Written under the lock, read without: who reads an old copy or sees an old value finds it unknown and asks under
     * the lock.
     */
    private volatile int[] cells;

    /** An automaton for a trie whose forms have at most {@code longest} visible signs. */
    Dfa(FormTrie trie, SymbolClasses classes, int longest) {
        this.trie = trie;
        this.classes = classes;
        this.classOf = Symbols.table(classes.classOf());
        this.longest = longest;
        this.blank = classes.classOf()[Symbols.BLANK];
        this.newLine = classes.count();
        this.overHyphen = newLine + 1;
        this.overBlank = overHyphen + 1;
        this.signs = overBlank + 1;
        LineBreaks.NEW_LINES.chars().forEach(c -> classOf[c] = (byte) newLine);
        this.width = signs + 1;
        this.cells = new int[256 * width];
        states.add(new State(NOTHING, false, 0, 0)); // so that no state is UNKNOWN
        this.boundary = number(new State(NOTHING, true, 0, 0));
        this.inWord = number(new State(NOTHING, false, 0, 0));
    }

    static boolean isEvent(int state) {
        return state < 0;
    }

    /** Whether {@code state}, an event, means a hyphen, or blanks, behind which a form may go on elsewhere. */
    static boolean isBreak(int state) {
        return state == BREAK_EVENT;
    }

    /** What comes after {@code state}, a state or an event that is no break. */
    int step(int state, char c) {
        return cell(Math.abs(state), classOf[c]);
    }

    /** The most visible signs that a form may have of which {@code state}, an event, tells. */
    int signs(int state) {
        return isBreak(state) ? longest : cell(-state, signs);
    }

    /** What comes after {@code known}, a state or an event that is no break, when the hyphen or blank {@code c} is any other sign. */
    int stepOver(int known, char c) {
        int state = Math.abs(known);
        return switch (Symbols.of(c)) {
            case Symbols.SOFT_HYPHEN -> cell(state, classOf['\u0301']);
            case Symbols.BLANK -> cell(state, overBlank);
            default -> cell(state, overHyphen);
        };
    }

    /**
     * Runs over {@code text} from {@code from} until an event or {@code to}.
     *
     * @param run the state or event, and the state a character earlier; before the call and after it
     * @return the index behind the last character read
     */
    int run(char[] text, int from, int to, int[] run) {
        int[] table = cells;
        byte[] kinds = classOf;
        int state = Math.abs(run[0]);
        int before = state;
        int i = from;
        while (i < to) {
            before = state;
            state = table[before + kinds[text[i++]]];
            if (state <= 0) {
                if (state < 0) {
                    break;
                }
                state = cell(before, kinds[text[i - 1]]);
                if (state < 0) {
                    break;
                }
                table = cells;
            }
        }
        run[0] = state;
        run[1] = before;
        return i;
    }

    private int cell(int row, int column) {
        int known = cells[row + column];
        return known == UNKNOWN ? reach(row, column) : known;
    }

    private synchronized int reach(int row, int column) {
        State state = states.get(row / width);
        int value = column == signs ? state.ended : target(state, column);
        cells[row + column] = value;
        return value;
    }

    private int target(State state, int column) {
        if (column == overHyphen) {
            return numberOrEvent(step(state, classes.classOf()[Symbols.HYPHEN]));
        }
        if (column == blank || column == newLine || column == overBlank) {
            State next = step(state, blank);
            boolean mayEndColumn = column == newLine
                    ? next.places.length > 0
                    : next.blanks == LineBreaks.GUTTER && state.blanks < LineBreaks.GUTTER;
            return column != overBlank && mayEndColumn ? BREAK_EVENT : numberOrEvent(next);
        }
        int symbol = classes.example()[column];
        boolean mayBreak = symbol == Symbols.HYPHEN || symbol == Symbols.SOFT_HYPHEN;
        if (mayBreak && state.places.length > 0) {
            return BREAK_EVENT;
        }
        return numberOrEvent(
                Symbols.isInvisible(symbol)
                        ? new State(state.places, state.starts, 0, state.blanks)
                        : step(state, column));
    }

    private State step(State state, int c) {
        int[] places = state.starts ? first(c) : NOTHING;
        int ended = 0;
        for (int place : state.places) {
            int target = trie.stepByClass(place, c);
            places = target == FormTrie.DEAD ? places : Nfa.union(places, new int[] {target});
            ended = Math.max(ended, trie.signs(place));
        }
        boolean starts = !Symbols.inWord(classes.example()[c]);
        int blanks = c == blank && places.length > 0 ? Math.min(LineBreaks.GUTTER, state.blanks + 1) : 0;
        return new State(places, starts, starts ? ended : 0, blanks);
    }

    /** Where a form is after its first character, or behind an article that lost its apostrophe. */
    private int[] first(int c) {
        int place = trie.stepByClass(FormTrie.START, c);
        int[] begun = place == FormTrie.DEAD ? NOTHING : new int[] {place};
        return Symbols.isElidedArticle(classes.example()[c])
                ? Nfa.union(begun, new int[] {FormTrie.AFTER_ARTICLE})
                : begun;
    }

    private int numberOrEvent(State state) {
        return state.hit() ? -number(state) : number(state);
    }

    private int number(State state) {
        Integer known = numbers.putIfAbsent(state, states.size() * width);
        if (known != null) {
            return known;
        }
        states.add(state);
        if (states.size() * width > cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        return (states.size() - 1) * width;
    }

    /** How many states texts have led to so far. */
    synchronized int stateCount() {
        return states.size();
    }

    /** Bytes of its tables. */
    long bytes() {
        return 4L * cells.length + classOf.length;
    }
}
