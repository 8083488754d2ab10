package vigie.reports.query;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** The documents of one segment that match, and how often they have which value. Reused from segment to segment. */
final class Matching {

    private int[] documents = new int[1024];
    private int size;

    /** Forgets all and takes what matches there. */
    void collect(Weight weight, LeafReaderContext leaf) throws IOException {
        size = 0;
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null) {
            return;
        }
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator found = scorer.iterator();
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (live == null || live.get(doc)) {
                if (size == documents.length) {
                    documents = Arrays.copyOf(documents, size * 2);
                }
                documents[size++] = doc;
            }
        }
    }

    /** By ordinal of a value, how many of the documents have it; empty where none has any. */
    int[] count(SortedSetDocValues values) throws IOException {
        int[] counts = new int[size == 0 ? 0 : Math.toIntExact(values.getValueCount())];
        if (counts.length > 0) {
            SortedDocValues single = DocValues.unwrapSingleton(values);
            if (single != null) {
                countSingle(single, counts);
            } else {
                countMany(values, counts);
            }
        }
        return counts;
    }

    private void countSingle(SortedDocValues values, int[] counts) throws IOException {
        for (int i = 0; i < size; i++) {
            if (values.advanceExact(documents[i])) {
                counts[values.ordValue()]++;
            }
        }
    }

    private void countMany(SortedSetDocValues values, int[] counts) throws IOException {
        for (int i = 0; i < size; i++) {
            if (values.advanceExact(documents[i])) {
                for (int n = values.docValueCount(); n > 0; n--) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }
    }
}
