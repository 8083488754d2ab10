package vigie.indexer.gate;

/** Words that a hyphen parts at the end of a line. */
final class LineBreaks {

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

    static boolean isNewLine(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
