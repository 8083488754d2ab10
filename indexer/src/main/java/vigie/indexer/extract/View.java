package vigie.indexer.extract;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A stretch of a document made plain for patterns, and the way back to the document's offsets: lower case, no accents,
 * typographic signs as their ASCII twins, runs of white space as one space, words broken at a line end joined.
 */
final class View {

    private final String text;
    private final int[] source;

    private View(String text, int[] source) {
        this.text = text;
        this.source = source;
    }

    /** A view of {@code raw}, whose characters lie in the document where {@code toDocument} says. */
    static View of(String raw, IntUnaryOperator toDocument) {
        Folding folding = new Folding(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            int joined = c == '-' || c == '\u2010' || c == '\u00ad' ? afterBrokenWord(raw, i) : -1;
            if (joined > 0) {
                i = joined;
            } else {
                folding.add(Misread.repaired(raw, i), toDocument.applyAsInt(i));
                i++;
            }
        }
        return folding.view();
    }

    /** A view of a stretch of {@code document}. */
    static View of(String document, int start, int end) {
        return of(document.substring(start, end), i -> start + i);
    }

    /** Where the word goes on that is broken by the hyphen at {@code hyphen}, or -1 if none is. */
    private static int afterBrokenWord(String raw, int hyphen) {
        int i = hyphen + 1;
        boolean newline = false;
        while (i < raw.length() && Character.isWhitespace(raw.charAt(i))) {
            newline |= raw.charAt(i) == '\n' || raw.charAt(i) == '\r';
            i++;
        }
        boolean inWord = hyphen > 0 && Character.isLetter(raw.charAt(hyphen - 1));
        boolean soft = raw.charAt(hyphen) == '\u00ad';
        boolean goesOn = i < raw.length() && Character.isLetter(raw.charAt(i));
        return (newline || soft) && inWord && goesOn ? i : -1;
    }

    String text() {
        return text;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The document's offset of the character at {@code i}. */
    int sourceAt(int i) {
        return source[i];
    }

    /** The document's offset just after the character before {@code end}. */
    int sourceEnd(int end) {
        return end == 0 ? 0 : source[end - 1] + 1;
    }

    /** The position here of the first character that lies at or after {@code offset} of the document, as far as it is here. */
    int at(int offset) {
        for (int i = 0; i < source.length; i++) {
            if (source[i] == offset) {
                return i;
            }
        }
        return nearest(offset);
    }

    private int nearest(int offset) {
        int best = 0;
        int distance = Integer.MAX_VALUE;
        for (int i = 0; i < source.length; i++) {
            int d = Math.abs(source[i] - offset);
            if (d < distance) {
                distance = d;
                best = i;
            }
        }
        return best;
    }

    /** The part {@code [start, end)} of this view. */
    View part(int start, int end) {
        return new View(text.substring(start, end), Arrays.copyOfRange(source, start, end));
    }

    /** The plain form of a string, as in a view. */
    static String fold(String raw) {
        return of(raw, i -> i).text();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Collects the folded characters with their offsets. */
    private static final class Folding {
        /** The characters of western languages, plain: nearly all of a text. */
        private static final String PLAIN = IntStream.range(0, 0x180)
                .mapToObj(c -> String.valueOf(c < 128 ? Character.toLowerCase((char) c) : plain((char) c)))
                .collect(Collectors.joining());

        private final StringBuilder out;
        private int[] offsets;

        Folding(int size) {
            out = new StringBuilder(size);
            offsets = new int[size + 8];
        }

        void add(char c, int offset) {
            if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' || c == '\u2009') {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    put(' ', offset);
                }
                return;
            }
            switch (c) {
                case '’', '‘', 'ʼ', '´', '`' -> put('\'', offset);
                case '«', '»', '“', '”', '„' -> put('"', offset);
                case '\u2010', '\u2011' -> put('-', offset);
                case '—', '―' -> put('–', offset);
                case 'œ', 'Œ' -> two('o', 'e', offset);
                case 'æ', 'Æ' -> two('a', 'e', offset);
                case '\ufb01' -> two('f', 'i', offset);
                case '\ufb02' -> two('f', 'l', offset);
                case '\u00ad', '\u200b', '\ufeff' -> {}
                default -> put(c < PLAIN.length() ? PLAIN.charAt(c) : plain(c), offset);
            }
        }

        private void two(char first, char second, int offset) {
            put(first, offset);
            put(second, offset);
        }

        private void put(char c, int offset) {
            if (out.length() == offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            offsets[out.length()] = offset;
            out.append(c);
        }

        private static char plain(char c) {
            if (!Character.isLetter(c)) {
                return c;
            }
            String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            return Character.toLowerCase(decomposed.charAt(0));
        }

        View view() {
            int length = out.length();
            if (length > 0 && out.charAt(length - 1) == ' ') {
                length--;
            }
            return new View(out.substring(0, length), Arrays.copyOf(offsets, length));
        }
    }
}
