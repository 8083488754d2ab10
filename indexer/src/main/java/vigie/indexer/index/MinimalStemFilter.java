package vigie.indexer.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Lucene's minimal French stemmer for folded words, with the plural first: there "drones" became "dron" and "drone"
 * stayed, because words are measured before their s is cut.
 *
 * <p>Algorithme and algorithmique stay apart.
 */
final class MinimalStemFilter extends TokenFilter {

    /** Shorter words are their own stem. */
    static final int SHORTEST_CHANGED = 4;

    private static final int SHORTEST = 6;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    MinimalStemFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        term.setLength(stem(term.buffer(), term.length()));
        return true;
    }

    /** Shortens {@code word} in place and returns its new length. */
    static int stem(char[] word, int length) {
        int n = singular(word, length);
        if (n < SHORTEST) {
            return n;
        }
        if (word[n - 1] == 'r') {
            n--;
        }
        while (word[n - 1] == 'e') {
            n--;
        }
        return word[n - 1] == word[n - 2] && Character.isLetter(word[n - 1]) ? n - 1 : n;
    }

    private static int singular(char[] word, int n) {
        if (n < SHORTEST_CHANGED || isSans(word, n)) {
            return n;
        }
        if (word[n - 1] == 's') {
            return word[n - 2] == 's' ? n : n - 1;
        }
        if (word[n - 1] != 'x' || word[n - 2] != 'u') {
            return n;
        }
        if (n > 4 && word[n - 3] == 'a' && word[n - 4] != 'e') {
            word[n - 2] = 'l';
        }
        return n - 1;
    }

    private static boolean isSans(char[] word, int n) {
        return n == 4 && word[0] == 's' && word[1] == 'a' && word[2] == 'n' && word[3] == 's';
    }
}
