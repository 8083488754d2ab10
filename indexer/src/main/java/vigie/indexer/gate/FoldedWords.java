package vigie.indexer.gate;

/** A short stretch of text as plain lower-case words, for comparing; long texts are never folded. */
final class FoldedWords {

    private FoldedWords() {}

    static String of(String text) {
        return of(text, 0, text.length()).strip();
    }

    /**
     * Letters and digits in lower case without accents; blanks, hyphens, apostrophes and full stops as one space; any
     * other sign as a comma.
     */
    static String of(String text, int from, int to) {
        StringBuilder words = new StringBuilder(to - from + 1);
        for (int i = from; i < to; i++) {
            int symbol = Symbols.of(text.charAt(i));
            if (Symbols.inWord(symbol)) {
                appendWord(words, symbol);
            } else if (!Symbols.isInvisible(symbol)) {
                appendSign(words, symbol);
            }
        }
        return words.toString();
    }

    private static void appendWord(StringBuilder words, int symbol) {
        for (int part : Symbols.parts(symbol)) {
            words.append(Symbols.isLetter(part) || Symbols.isDigit(part) ? Symbols.character(part) : '?');
        }
    }

    private static void appendSign(StringBuilder words, int symbol) {
        boolean space = symbol == Symbols.BLANK
                || symbol == Symbols.HYPHEN
                || symbol == Symbols.APOSTROPHE
                || symbol == Symbols.of('.');
        if (!space) {
            words.append(',');
        } else if (words.length() == 0 || words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }
}
