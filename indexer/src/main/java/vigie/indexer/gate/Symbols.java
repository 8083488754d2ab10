package vigie.indexer.gate;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * What the gate sees of a character: its symbol. Accents are gone, typographic signs of one meaning share a symbol,
 * ligatures stand for their letters; case is kept, because a few terms need it.
 *
 * <p>Texts are never copied into a normal form: automata look characters up in {@link #table}, so that every offset is
 * one of the original text.
 */
final class Symbols {

    /** A letter or digit outside the Latin alphabet. */
    static final int WORD = 0;
    /** A sign that no term contains. */
    static final int OTHER = 1;

    static final int BLANK = 2;
    static final int HYPHEN = 3;
    static final int APOSTROPHE = 4;
    /** Combining marks and invisible characters. */
    static final int IGNORED = 5;
    /** Soft hyphen, and the sign that some character recognition writes at line ends. */
    static final int SOFT_HYPHEN = 6;
    /** An accent that got parted from its letter. */
    static final int ACCENT = 7;
    /** The replacement character, where an accented letter was lost. */
    static final int LOST = 8;

    static final int QUOTE = 9;
    static final int LOWER = 10;
    static final int UPPER = LOWER + 26;
    static final int DIGIT = UPPER + 26;
    private static final int LIGATURE = DIGIT + 10;
    private static final int SIGN = LIGATURE + 16;
    /** How many symbols there are. */
    static final int COUNT = 128;

    private static final String[] LIGATURES = {
        "oe", "OE", "ae", "AE", "fi", "fl", "ff", "ffi", "ffl", "st", "ss", "ij", "IJ", "dz", "lj", "nj"
    };
    private static final String SIGNS = ".,:;/&+°@()|%#_!?*=<>[]";
    private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D\u0096\u0097";
    private static final String APOSTROPHES = "'\u2018\u2019\u201A\u201B\u02BC\u02B9\u2032\u00B4`\uFF07\u0092\u0091";
    private static final String QUOTES = "\"\u00AB\u00BB\u201C\u201D\u201E\u201F\u2039\u203A\u2033\u0093\u0094";
    private static final String ACCENTS = "^\u00A8\u02C6\u00B8\u02DC";

    private static final byte[] TABLE = new byte[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c < TABLE.length; c++) {
            TABLE[c] = (byte) symbolOf((char) c);
        }
    }

    private Symbols() {}

    /** The symbol of a character. */
    static int of(char c) {
        return TABLE[c];
    }

    /** A table from characters to what {@code classOf} says of their symbols. */
    static byte[] table(int[] classOf) {
        byte[] table = new byte[TABLE.length];
        for (int c = 0; c < table.length; c++) {
            table[c] = (byte) classOf[TABLE[c]];
        }
        return table;
    }

    /** Whether words are made of this symbol: letters, digits, and what stands for them. */
    static boolean inWord(int symbol) {
        return symbol == WORD || symbol == LOST || (symbol >= LOWER && symbol < SIGN);
    }

    static boolean isLetter(int symbol) {
        return symbol >= LOWER && symbol < DIGIT;
    }

    static boolean isUpper(int symbol) {
        return symbol >= UPPER && symbol < DIGIT;
    }

    static boolean isDigit(int symbol) {
        return symbol >= DIGIT && symbol < LIGATURE;
    }

    /** Whether this may be an article whose apostrophe got lost: l or d. */
    static boolean isElidedArticle(int symbol) {
        return symbol == lower('l') || symbol == lower('d') || symbol == upper('l') || symbol == upper('d');
    }

    /** Whether this only joins the parts of a form. */
    static boolean isJoint(int symbol) {
        return symbol == BLANK || symbol == HYPHEN || symbol == APOSTROPHE || symbol == ACCENT;
    }

    /** Whether a text may go on in the same word after this symbol as if it were not there. */
    static boolean isInvisible(int symbol) {
        return symbol == IGNORED || symbol == SOFT_HYPHEN;
    }

    /** The symbols that a ligature stands for; any other symbol alone. */
    static int[] parts(int symbol) {
        if (symbol < LIGATURE || symbol >= SIGN) {
            return new int[] {symbol};
        }
        return LIGATURES[symbol - LIGATURE].chars().map(c -> of((char) c)).toArray();
    }

    /** The letter, lower case, or digit of a symbol; only for those. */
    static char character(int symbol) {
        if (isDigit(symbol)) {
            return (char) ('0' + symbol - DIGIT);
        }
        return (char) ('a' + (isUpper(symbol) ? symbol - UPPER : symbol - LOWER));
    }

    static int lower(char letter) {
        return LOWER + letter - 'a';
    }

    static int upper(char letter) {
        return UPPER + letter - 'a';
    }

    private static int symbolOf(char c) {
        int sign = signOf(c);
        if (sign != OTHER) {
            return sign;
        }
        if (Character.isLetterOrDigit(c)) {
            return wordSymbolOf(c);
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> IGNORED;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> BLANK;
            case Character.CONTROL -> c == '\u0085' || c < ' ' ? BLANK : OTHER;
            default -> OTHER;
        };
    }

    private static int signOf(char c) {
        int[] symbols = {HYPHEN, APOSTROPHE, QUOTE, ACCENT, SOFT_HYPHEN, LOST};
        String[] signs = {HYPHENS, APOSTROPHES, QUOTES, ACCENTS, "\u00AD\u00AC", "\uFFFD"};
        for (int i = 0; i < signs.length; i++) {
            if (signs[i].indexOf(c) >= 0) {
                return symbols[i];
            }
        }
        int index = SIGNS.indexOf(c == 'º' ? '°' : c);
        return index < 0 ? OTHER : SIGN + index;
    }

    private static int wordSymbolOf(char c) {
        String plain = plainLetters(c);
        if (plain.length() == 1) {
            char p = plain.charAt(0);
            if (p >= 'a' && p <= 'z') {
                return lower(p);
            }
            if (p >= 'A' && p <= 'Z') {
                return UPPER + p - 'A';
            }
            return p >= '0' && p <= '9' ? DIGIT + p - '0' : WORD;
        }
        int ligature = Arrays.asList(LIGATURES).indexOf(plain);
        return ligature < 0 ? WORD : LIGATURE + ligature;
    }

    private static String plainLetters(char c) {
        return switch (c) {
            case 'œ' -> "oe";
            case 'Œ' -> "OE";
            case 'æ' -> "ae";
            case 'Æ' -> "AE";
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'Ø' -> "O";
            case 'ł' -> "l";
            case 'Ł' -> "L";
            case 'ı' -> "i";
            default ->
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        };
    }
}
