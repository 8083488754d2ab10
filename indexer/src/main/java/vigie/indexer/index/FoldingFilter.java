package vigie.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Folds accents and ligatures exactly as {@link ASCIIFoldingFilter} does, but by a table for the letters that European
 * languages use: Lucene's method is too large for HotSpot, which only ever interprets it.
 */
final class FoldingFilter extends TokenFilter {

    private static final int FIRST = 0x80;
    private static final int LAST = 0x17f;
    /** The longest that Lucene makes of one character. */
    private static final int WIDEST = 4;

    private static final List<String> FOLDED = table();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private char[] output = new char[64];

    FoldingFilter(TokenStream input) {
        super(input);
    }

    private static List<String> table() {
        List<String> folded = new ArrayList<>();
        char[] output = new char[WIDEST];
        for (char letter = 0; letter <= LAST; letter++) {
            int length = ASCIIFoldingFilter.foldToASCII(new char[] {letter}, 0, output, 0, 1);
            folded.add(new String(output, 0, length));
        }
        return List.copyOf(folded);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] letters = term.buffer();
        int length = term.length();
        for (int i = 0; i < length; i++) {
            if (letters[i] >= FIRST) {
                fold(letters, length);
                break;
            }
        }
        return true;
    }

    private void fold(char[] letters, int length) {
        if (output.length < WIDEST * length) {
            output = new char[WIDEST * length];
        }
        int end = 0;
        for (int i = 0; i < length; i++) {
            char letter = letters[i];
            if (letter > LAST) {
                end = ASCIIFoldingFilter.foldToASCII(letters, i, output, end, 1);
            } else {
                String plain = FOLDED.get(letter);
                plain.getChars(0, plain.length(), output, end);
                end += plain.length();
            }
        }
        term.copyBuffer(output, 0, end);
    }
}
