package vigie.indexer.gate;

/**
 * Words that a hyphen parts at the end of a line, or of a line of one of several columns that stand side by side, and words that
 * follow each other in such a column.
 */
final class LineBreaks {

    /** So many blanks in a line part columns; what stands in them begins up to {@link #SHIFT} signs to either side. */
    static final int GUTTER = 3;

    /** What ends a line. */
    static final String NEW_LINES = "\n\r\f\u000B\u0085\u2028\u2029";

    private static final int SHIFT = 2;

    /** Longer lines hold no columns. */
    private static final int LONGEST_LINE = 400;

    private LineBreaks() {}

    /**
     * Where the word goes on that the hyphen at {@code hyphen} may part: after a line break between two letters.
     *
     * @return -1 if no word goes on
     */
    static int resume(String text, int hyphen, int to) {
        if (hyphen == 0 || !Symbols.inWord(Symbols.of(text.charAt(hyphen - 1)))) {
            return -1;
        }
        boolean newLine = false;
        int i = hyphen + 1;
        while (i < to && Symbols.of(text.charAt(i)) == Symbols.BLANK) {
            newLine |= isNewLine(text.charAt(i++));
        }
        return newLine && i < to && Symbols.inWord(Symbols.of(text.charAt(i))) ? i : -1;
    }

    /**
     * Where the word goes on that the hyphen at {@code hyphen} may part at the end of its column: in the line below, where
     * the same column begins. Other columns stand between the two.
     *
     * @return -1 if there are no columns, or no word begins there
     */
    static int resumeBelow(String text, int hyphen, int to) {
        if (hyphen == 0 || !Symbols.inWord(Symbols.of(text.charAt(hyphen - 1)))) {
            return -1;
        }
        return below(text, hyphen + 1, to);
    }

    /**
     * The word that follows that which ends at {@code end}, if that ends a line of a column: in the line below, where the same
     * column begins. Only what begins small, and stands beside another column as well, goes on with what stands above it; cells
     * of tables do not.
     *
     * @return -1 if there are no columns, or no such word begins there
     */
    static int wordBelow(String text, int end, int to) {
        boolean parts = end > 0
                && end < to
                && Symbols.inWord(Symbols.of(text.charAt(end - 1)))
                && (isNewLine(text.charAt(end)) || isBlank(text.charAt(end)));
        int below = parts ? below(text, end, to) : -1;
        return below >= 0 && Character.isLowerCase(text.charAt(below)) && !isAlone(text, below, to) ? below : -1;
    }

    /** Whether a line has nothing but the column that begins at {@code at}. */
    private static boolean isAlone(String text, int at, int to) {
        int line = lineStart(text, at);
        int blanks = 0;
        int i = at;
        while (i < to && !isNewLine(text.charAt(i)) && (blanks < GUTTER || isBlank(text.charAt(i)))) {
            blanks = isBlank(text.charAt(i++)) ? blanks + 1 : 0;
        }
        boolean last = i == to || isNewLine(text.charAt(i));
        return last && (line < 0 || isLeftmost(text, line, at));
    }

    /** Where the blanks begin that stand directly before {@code i} in its line. */
    static int blanksStart(String text, int i) {
        int start = i;
        while (start > 0 && isBlank(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where a word begins in the line below in the column of which a line ends at {@code last}. */
    private static int below(String text, int last, int to) {
        int next = last;
        while (next < to && isBlank(text.charAt(next))) {
            next++;
        }
        boolean isLast = next < to && isNewLine(text.charAt(next));
        int line = isLast || next - last >= GUTTER ? lineStart(text, last) : -1;
        int column = line < 0 ? -1 : columnStart(text, line, last - 1);
        boolean isAlone = column < 0 || isLeftmost(text, line, column);
        if (column < 0 || (isLast && isAlone)) {
            return -1;
        }
        int end = lineEnd(text, next, to);
        boolean isTwo = end >= 0 && text.startsWith("\r\n", end);
        return end < 0 ? -1 : beginningBelow(text, end + (isTwo ? 2 : 1), column - line, isAlone, to);
    }

    /** The word that begins in the line from {@code line} where {@code column} does; in the leftmost, its first word. */
    private static int beginningBelow(String text, int line, int column, boolean leftmost, int to) {
        for (int shift = 0; shift <= SHIFT; shift++) {
            for (int at : new int[] {line + column - shift, line + column + shift}) {
                if (at >= line
                        && at < to
                        && Symbols.inWord(Symbols.of(text.charAt(at)))
                        && lineEnd(text, line, at) < 0
                        && (leftmost ? isLeftmost(text, line, at) : columnStart(text, line, at) == at)) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** Where the column begins that holds {@code at}: behind the last gutter before it, or where the line's text begins. */
    private static int columnStart(String text, int line, int at) {
        int blanks = 0;
        for (int i = at - 1; i >= line; i--) {
            if (!isBlank(text.charAt(i))) {
                blanks = 0;
            } else if (++blanks == GUTTER) {
                return i + GUTTER;
            }
        }
        return line + blanks;
    }

    private static boolean isLeftmost(String text, int line, int column) {
        for (int i = line; i < column; i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Where the line begins that holds {@code i}, or -1 if that is too far. */
    private static int lineStart(String text, int i) {
        int first = Math.max(0, i - LONGEST_LINE);
        for (int at = i; at > first; at--) {
            if (isNewLine(text.charAt(at - 1))) {
                return at;
            }
        }
        return first == 0 ? 0 : -1;
    }

    /** Where the line ends that holds {@code i}, or -1 if that is behind {@code to} or too far. */
    private static int lineEnd(String text, int i, int to) {
        int last = Math.min(to, i + LONGEST_LINE);
        for (int at = i; at < last; at++) {
            if (isNewLine(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isBlank(char c) {
        return Symbols.of(c) == Symbols.BLANK && !isNewLine(c);
    }

    static boolean isNewLine(char c) {
        return NEW_LINES.indexOf(c) >= 0;
    }
}
