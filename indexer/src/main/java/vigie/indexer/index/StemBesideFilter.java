package vigie.indexer.index;

import java.io.IOException;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Puts the stem of a word beside it, marked, where the two differ: one field then answers exact and stemmed questions,
 * at a third less than two fields would take.
 */
final class StemBesideFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final CharArraySet stopWords;
    private char[] stem = new char[32];
    private int length;

    StemBesideFilter(TokenStream input, CharArraySet stopWords) {
        super(input);
        this.stopWords = stopWords;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (length > 0) {
            term.copyBuffer(stem, 0, length);
            increment.setPositionIncrement(0);
            length = 0;
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        prepare();
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        length = 0;
    }

    private void prepare() {
        int word = term.length();
        if (word < MinimalStemFilter.SHORTEST_CHANGED || stopWords.contains(term.buffer(), 0, word)) {
            return;
        }
        if (stem.length <= word) {
            stem = new char[word * 2];
        }
        System.arraycopy(term.buffer(), 0, stem, 0, word);
        int stemmed = MinimalStemFilter.stem(stem, word);
        if (stemmed != word || stem[stemmed - 1] != term.charAt(stemmed - 1)) {
            System.arraycopy(stem, 0, stem, 1, stemmed);
            stem[0] = IndexSchema.STEM;
            length = stemmed + 1;
        }
    }
}
