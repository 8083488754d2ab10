package vigie.indexer.extract;

import java.util.regex.Pattern;

/** Undoes what character recognition most often takes for something else: in words l as I, | or 1, o as 0; in numbers 0 as O. */
final class Misread {

    private static final String VOWELS = "aeouyéèêà";

    /** The rest of a day whose first digit was misread. */
    private static final Pattern DAY = Pattern.compile(
            "\\d(?:/\\d|\\s(?:jan|f[ée]v|(?:m|rn)a[ri]|avr|juin|juil|ao[ûu]|sept|oct|nov|d[ée]c))",
            Pattern.CASE_INSENSITIVE);

    private Misread() {}

    /** The character that most likely stood at {@code i}. */
    static char repaired(String raw, int i) {
        char c = raw.charAt(i);
        char before = i > 0 ? raw.charAt(i - 1) : ' ';
        char after = i + 1 < raw.length() ? raw.charAt(i + 1) : ' ';
        return switch (c) {
            case 'I' -> isMisreadOne(raw, i) ? '1' : isMisreadL(before, after) ? 'l' : c;
            case 'l' -> isMisreadOne(raw, i) ? '1' : c;
            case '|' -> Character.isLowerCase(after) || Character.isLowerCase(before) ? 'l' : c;
            case '!' -> Character.isLowerCase(after) ? 'l' : c;
            case '1' -> Character.isLowerCase(before) && Character.isLowerCase(after) ? 'l' : c;
            case '0' -> Character.isLowerCase(before) && Character.isLowerCase(after) ? 'o' : c;
            case 'O' -> isInNumber(raw, i) ? '0' : c;
            default -> c;
        };
    }

    /** Whether a capital O belongs to a number that a digit begins: "2O24", "4OO,OO". */
    private static boolean isInNumber(String raw, int i) {
        int left = i;
        while (left > 0 && "O,".indexOf(raw.charAt(left - 1)) >= 0) {
            left--;
        }
        int right = i + 1;
        while (right < raw.length() && raw.charAt(right) == 'O') {
            right++;
        }
        return left > 0
                && Character.isDigit(raw.charAt(left - 1))
                && (right == raw.length() || !Character.isLetter(raw.charAt(right)));
    }

    /** Whether a letter stands for the first digit of a day: "l4 mai". */
    private static boolean isMisreadOne(String raw, int i) {
        return (i == 0 || !Character.isLetterOrDigit(raw.charAt(i - 1)))
                && DAY.matcher(raw).region(i + 1, raw.length()).lookingAt();
    }

    /** A capital I after a small letter, or before a vowel, where French has hardly any. */
    private static boolean isMisreadL(char before, char after) {
        return Character.isLowerCase(before) || (!Character.isLetter(before) && VOWELS.indexOf(after) >= 0);
    }
}
