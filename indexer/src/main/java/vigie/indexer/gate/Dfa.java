package vigie.indexer.gate;

/**
 * A deterministic automaton that runs over a text once and stops where something needs a closer look: just behind a
 * place where a form may end, and at a hyphen inside something that may become a form, because the word may go on in
 * the next line.
 *
 * <p>States are numbers of rows times the width of a row. From {@link #firstEvent} on they are events: first the states
 * "a form has just ended", then one value for "a hyphen".
 */
final class Dfa {

    /** Where a text starts, and behind every sign that is no letter or digit. */
    final int boundary;
    /** Inside a word that cannot become a form. */
    final int inWord;

    final int firstEvent;
    private final int hyphenEvent;
    private final int width;
    private final byte[] classOf;
    private final int[] next;
    private final int[] afterHyphen;
    private final int[] ended;
    private final int longest;

    Dfa(
            int boundary,
            int inWord,
            int firstEvent,
            int width,
            byte[] classOf,
            int[] next,
            int[] afterHyphen,
            int[] ended,
            int longest) {
        this.boundary = boundary;
        this.inWord = inWord;
        this.firstEvent = firstEvent;
        this.hyphenEvent = next.length;
        this.width = width;
        this.classOf = classOf;
        this.next = next;
        this.afterHyphen = afterHyphen;
        this.ended = ended;
        this.longest = longest;
    }

    int step(int state, char c) {
        return next[state + classOf[c]];
    }

    /** Whether {@code state}, an event, means a hyphen. */
    boolean isHyphen(int state) {
        return state == hyphenEvent;
    }

    /** The most visible signs that a form may have of which {@code state}, an event, tells. */
    int signs(int state) {
        return isHyphen(state) ? longest : ended[(state - firstEvent) / width];
    }

    /** What comes after {@code state} when the hyphen {@code c} is taken as any other sign. */
    int stepOverHyphen(int state, char c) {
        int row = state / width;
        return Symbols.of(c) == Symbols.SOFT_HYPHEN ? quiet(state) : afterHyphen[row];
    }

    private int quiet(int state) {
        return next[state + classOf['\u0301']];
    }

    /**
     * Runs over {@code text} from {@code from} until an event or {@code to}.
     *
     * @param states the state, and the one a character earlier; before the call and after it
     * @return the index behind the last character read
     */
    int run(char[] text, int from, int to, int[] states) {
        int[] table = next;
        byte[] classes = classOf;
        int limit = firstEvent;
        int state = states[0];
        int before = state;
        int i = from;
        while (i < to) {
            before = state;
            state = table[state + classes[text[i++]]];
            if (state >= limit) {
                break;
            }
        }
        states[0] = state;
        states[1] = before;
        return i;
    }

    int stateCount() {
        return next.length / width;
    }

    /** Bytes of its tables. */
    long bytes() {
        return 4L * (next.length + afterHyphen.length + ended.length) + classOf.length;
    }
}
