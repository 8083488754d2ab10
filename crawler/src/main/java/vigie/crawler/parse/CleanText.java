package vigie.crawler.parse;

/**
 * Takes out what is no text: control characters, halves of surrogate pairs, non-characters. Line ends become one \n. Codes
 * 0x80 to 0x9f are what programs that take Windows-1252 for Latin-1 leave of apostrophes, dashes, œ and €; as in HTML they
 * are read as Windows-1252.
 */
final class CleanText {

    private static final char FIRST = 0x80;

    /** What Windows-1252 has from {@link #FIRST} on; a space stands for the codes that it leaves free, and for
     * 0x85, which is an end of line elsewhere. */
    private static final String WINDOWS = "€ ‚ƒ„ †‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private CleanText() {}

    static String of(CharSequence raw) {
        StringBuilder out = new StringBuilder(raw.length());
        append(out, raw);
        return out.toString();
    }

    static void append(StringBuilder out, CharSequence raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                boolean pair = i + 1 < raw.length() && raw.charAt(i + 1) == '\n';
                out.append(pair ? "" : "\n");
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < raw.length()
                    && Character.isLowSurrogate(raw.charAt(i + 1))) {
                out.append(c).append(raw.charAt(++i));
            } else if (c >= FIRST && c < FIRST + WINDOWS.length()) {
                append(out, WINDOWS.charAt(c - FIRST));
            } else if (!isDropped(c)) {
                out.append(c == '\f' || c == '\u000b' || c == '\u2028' ? '\n' : c);
            }
        }
    }

    private static void append(StringBuilder out, char c) {
        if (c != ' ') {
            out.append(c);
        }
    }

    static boolean isDropped(char c) {
        if (c < 0x20) {
            return c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0b;
        }
        return (c >= 0x7f && c < 0xa0) || c >= 0xfffe || c == '\ufeff' || Character.isSurrogate(c);
    }
}
