package vigie.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of one document, taken apart once and played back to the index; knows which position is
 * at which offset. Reused from document to document by one thread.
 */
final class TokenizedText {

    private char[] terms = new char[1 << 14];
    private int[] ends = new int[1 << 11];
    private int[] starts = new int[1 << 11];
    private int[] stops = new int[1 << 11];
    private int[] positions = new int[1 << 11];
    private int size;
    private int bodySize;
    private int position;

    /** Forgets all and takes the words of {@code body}. */
    void body(Analyzer analyzer, String body) throws IOException {
        size = 0;
        position = -1;
        add(analyzer, LineBreaks.mend(body));
        bodySize = size;
    }

    /** Adds the words of a text that is not part of the body. */
    void apart(Analyzer analyzer, String text) throws IOException {
        position += IndexSchema.GAP;
        add(analyzer, text);
    }

    /** The position of the first word of the body that begins at or after {@code offset}. */
    int positionAt(int offset) {
        int word = wordAt(offset);
        return word < bodySize ? positions[word] : bodyEnd();
    }

    /** How many characters after {@code offset} still belong to a word, or joined words, that began before it. */
    int cutAt(int offset) {
        int word = wordAt(offset);
        return word == 0 ? 0 : Math.max(0, stops[word - 1] - offset);
    }

    private int wordAt(int offset) {
        int low = 0;
        int high = bodySize;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The position after the last word of the body. */
    int bodyEnd() {
        return bodySize == 0 ? 0 : positions[bodySize - 1] + 1;
    }

    /** A stream of all words; may be reset and played again. */
    TokenStream playback() {
        return new Playback();
    }

    private void add(Analyzer analyzer, String text) throws IOException {
        try (TokenStream stream = analyzer.tokenStream(IndexSchema.WORDS, text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                append(term, offset);
            }
            stream.end();
        }
    }

    private void append(CharTermAttribute term, OffsetAttribute offset) {
        int from = size == 0 ? 0 : ends[size - 1];
        int to = from + term.length();
        if (to > terms.length) {
            terms = Arrays.copyOf(terms, Math.max(to, terms.length * 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            stops = Arrays.copyOf(stops, size * 2);
            positions = Arrays.copyOf(positions, size * 2);
        }
        System.arraycopy(term.buffer(), 0, terms, from, term.length());
        ends[size] = to;
        starts[size] = offset.startOffset();
        stops[size] = offset.endOffset();
        positions[size] = position;
        size++;
    }

    private final class Playback extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private int next;

        @Override
        public boolean incrementToken() {
            if (next == size) {
                return false;
            }
            clearAttributes();
            int from = next == 0 ? 0 : ends[next - 1];
            term.copyBuffer(terms, from, ends[next] - from);
            increment.setPositionIncrement(positions[next] - (next == 0 ? -1 : positions[next - 1]));
            next++;
            return true;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            next = 0;
        }
    }
}
