package vigie.model.config;

import java.text.Normalizer;
import java.util.Locale;

/** Brings names into the form in which they are compared. */
final class FoldedName {

    private FoldedName() {}

    static String of(String name) {
        StringBuilder folded = new StringBuilder(name.length() + 4);
        String plain = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
        for (int i = 0; i < plain.length(); i++) {
            append(folded, plain.charAt(i));
        }
        int end = folded.length();
        if (end > 0 && folded.charAt(end - 1) == ' ') {
            folded.setLength(end - 1);
        }
        return folded.toString();
    }

    private static void append(StringBuilder folded, char c) {
        if (c >= 'a' && c <= 'z') {
            folded.append(c);
        } else if (isSeparator(c)) {
            if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        } else {
            appendRare(folded, c);
        }
    }

    private static void appendRare(StringBuilder folded, char c) {
        switch (c) {
            case 'œ', 'Œ' -> folded.append("oe");
            case 'æ', 'Æ' -> folded.append("ae");
            default -> {
                if (Character.getType(c) != Character.NON_SPACING_MARK) {
                    folded.append(String.valueOf(c).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || isRareSeparator(c);
    }

    private static boolean isRareSeparator(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
