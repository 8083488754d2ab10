package vigie.crawler.parse;

/** Takes out what is no text: control characters, halves of surrogate pairs, non-characters. Line ends become one \n. */
final class CleanText {

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
            } else if (!isDropped(c)) {
                out.append(c == '\f' || c == '\u000b' || c == '\u2028' ? '\n' : c);
            }
        }
    }

    static boolean isDropped(char c) {
        if (c < 0x20) {
            return c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0b;
        }
        return (c >= 0x7f && c < 0xa0) || c >= 0xfffe || c == '\ufeff' || Character.isSurrogate(c);
    }
}
