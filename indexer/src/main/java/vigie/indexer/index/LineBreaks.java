package vigie.indexer.index;

/** Words that a line end cuts: "vidéosurveil-\nlance". */
public final class LineBreaks {

    /** Stands for each character of a mended break; the tokenizer takes it for a part of the word. */
    static final char SEAM = '\u00ad';

    private static final int WIDEST = 6;

    private LineBreaks() {}

    /**
     * The text with every hyphen at a line end, between letters of which the second is small, replaced by seams, as many
     * as there were characters: offsets stay what they were.
     */
    public static String mend(String text) {
        StringBuilder mended = null;
        for (int line = text.indexOf('\n'); line >= 0; line = text.indexOf('\n', line + 1)) {
            int hyphen = hyphenBefore(text, line);
            int next = letterAfter(text, line);
            if (hyphen > 0 && next > 0 && next - hyphen <= WIDEST) {
                mended = mended == null ? new StringBuilder(text) : mended;
                for (int i = hyphen; i < next; i++) {
                    mended.setCharAt(i, SEAM);
                }
            }
        }
        return mended == null ? text : mended.toString();
    }

    private static int hyphenBefore(String text, int line) {
        int i = line - 1;
        while (i > 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\r')) {
            i--;
        }
        boolean hyphen = i > 0 && (text.charAt(i) == '-' || text.charAt(i) == '\u2010' || text.charAt(i) == SEAM);
        return hyphen && Character.isLetter(text.charAt(i - 1)) ? i : -1;
    }

    private static int letterAfter(String text, int line) {
        int i = line + 1;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i < text.length() && Character.isLowerCase(text.charAt(i)) ? i : -1;
    }
}
