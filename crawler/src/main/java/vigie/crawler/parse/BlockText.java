package vigie.crawler.parse;

/**
 * Builds readable text out of marked-up text: white space collapsed, one line per list item ({@code - }) or table row
 * ({@code  | } between cells), a blank line between paragraphs. No-break spaces stay, soft hyphens and zero-width
 * spaces go. Not thread-safe.
 */
final class BlockText {

    /** The text is longer than allowed. */
    static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLongException(int limit) {
            super("the text is longer than " + limit + " characters");
        }
    }

    /** Paragraphs of a cell share a line until it gets as long as this. */
    private static final int LONG_CELL = 200;

    private static final char NO_BREAK_SPACE = '\u00a0';

    private final StringBuilder out = new StringBuilder();
    private final int limit;
    private int breaks;
    private boolean space;
    private int separators;
    private String prefix = "";
    private int cells;
    private int cellStart;

    BlockText(int limit) {
        this.limit = limit;
    }

    /** Adds text in which white space means nothing. */
    void text(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r') || c == '\u2028') {
                space = true;
            } else if (isSurrogatePair(text, i)) {
                put(c);
                out.append(text.charAt(++i));
            } else if (!isInvisible(c)) {
                put(c);
            }
        }
    }

    /** Adds text in which white space counts. */
    void verbatim(String text) {
        String clean = CleanText.of(text);
        for (int i = 0; i < clean.length(); i++) {
            if (clean.charAt(i) == '\n') {
                breaks = Math.min(breaks + 1, 2);
            } else {
                put(clean.charAt(i));
            }
        }
    }

    /** What comes next is on a line of its own. */
    void line() {
        owe(1);
    }

    /** What comes next is a paragraph of its own. */
    void paragraph() {
        owe(2);
    }

    /** What comes next is a list item. */
    void item(int depth) {
        line();
        prefix = "  ".repeat(Math.max(0, Math.min(depth, 8) - 1)) + "- ";
    }

    /** Ends a list item, which may have been empty. */
    void endItem() {
        prefix = "";
        line();
    }

    /** Starts a table row. */
    void row() {
        line();
        separators = 0;
    }

    /** Starts a cell. */
    void cell(boolean first) {
        separators += first ? 0 : 1;
        cells++;
        cellStart = out.length();
    }

    /** Ends a cell. */
    void endCell() {
        cells = Math.max(0, cells - 1);
        space = true;
    }

    int length() {
        return out.length();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void owe(int lines) {
        if (cells == 0) {
            breaks = Math.max(breaks, lines);
        } else if (out.length() - cellStart > LONG_CELL) {
            breaks = Math.max(breaks, 1);
        } else {
            space = true;
        }
    }

    private void put(char c) {
        if (c == NO_BREAK_SPACE && (out.length() == 0 || breaks > 0)) {
            return;
        }
        settle();
        out.append(c);
        if (out.length() > limit) {
            throw new TooLongException(limit);
        }
    }

    /** Writes what is owed before the next character. */
    private void settle() {
        boolean fresh = out.length() == 0 || breaks > 0;
        if (out.length() > 0 && breaks > 0) {
            out.append("\n".repeat(breaks));
        } else if (!fresh && separators > 0) {
            out.append(" |".repeat(separators)).append(' ');
        } else if (!fresh && space) {
            out.append(' ');
        }
        out.append(prefix);
        prefix = "";
        breaks = 0;
        separators = 0;
        space = false;
    }

    private static boolean isSurrogatePair(CharSequence text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static boolean isInvisible(char c) {
        return CleanText.isDropped(c) || c == '\u00ad' || c == '\u200b' || c == '\u2060' || c == '\u200e';
    }
}
