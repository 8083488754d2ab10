package vigie.indexer.gate;

/** Where the clause begins and ends that holds a place of a text: at a semicolon, the end of a sentence, or a line that begins anew. */
final class Clauses {

    /** Longer ones are cut. */
    private static final int FURTHEST = 200;

    private Clauses() {}

    static int start(String text, int i) {
        int first = Math.max(0, i - FURTHEST);
        for (int at = i; at > first; at--) {
            if (isBreak(text, at)) {
                return at;
            }
        }
        return first;
    }

    static int end(String text, int i) {
        int last = Math.min(text.length(), i + FURTHEST);
        for (int at = i + 1; at < last; at++) {
            if (isBreak(text, at)) {
                return at;
            }
        }
        return last;
    }

    /** Whether a clause ends before {@code i}. */
    private static boolean isBreak(String text, int i) {
        char before = text.charAt(i - 1);
        if (LineBreaks.isNewLine(before)) {
            return !Character.isLowerCase(text.charAt(i));
        }
        return before == ';' || (".!?".indexOf(before) >= 0 && Symbols.of(text.charAt(i)) == Symbols.BLANK);
    }
}
