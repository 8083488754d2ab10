package vigie.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Quick questions about one document of an index, by its terms alone. */
final class DocumentLookup {

    private DocumentLookup() {}

    /** When the indexed capture of that document was fetched; empty if it is not there. */
    static OptionalLong fetched(DirectoryReader reader, String document) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            for (int number : live(leaf.reader(), new Term(IndexSchema.ID, document))) {
                NumericDocValues fetched = DocValues.getNumeric(leaf.reader(), IndexSchema.FETCHED);
                if (fetched.advanceExact(number)) {
                    return OptionalLong.of(fetched.longValue());
                }
            }
        }
        return OptionalLong.empty();
    }

    /** When that document was there; empty if it is not in the index. */
    static Optional<Sighting> sighting(IndexReader reader, String document) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            for (int number : live(leaf.reader(), new Term(IndexSchema.ID, document))) {
                long[] values = new long[Sighting.FIELDS.size()];
                boolean all = true;
                for (int i = 0; i < values.length; i++) {
                    NumericDocValues value = DocValues.getNumeric(leaf.reader(), Sighting.FIELDS.get(i));
                    all &= value.advanceExact(number);
                    values[i] = all ? value.longValue() : 0;
                }
                if (all) {
                    return Optional.of(new Sighting(values[0], values[1], values[2], values[3], values[4]));
                }
            }
        }
        return Optional.empty();
    }

    /** The documents that answered when that address was asked for. */
    static List<String> asked(IndexReader reader, String url) throws IOException {
        List<String> documents = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            for (int number : live(leaf.reader(), new Term(IndexSchema.ASKED, url))) {
                BinaryDocValues shown = DocValues.getBinary(leaf.reader(), IndexSchema.SHOWN);
                if (shown.advanceExact(number)) {
                    documents.add(Shown.read(shown.binaryValue()).document());
                }
            }
        }
        return documents;
    }

    /** The communes in the block of that document. */
    static List<String> communes(DirectoryReader reader, String document) throws IOException {
        List<String> communes = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            for (int number : live(leaf.reader(), new Term(IndexSchema.DOCUMENT, document))) {
                SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), IndexSchema.COMMUNE);
                if (values.advanceExact(number)) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        communes.add(values.lookupOrd(values.nextOrd()).utf8ToString());
                    }
                }
            }
        }
        return communes;
    }

    /** What is stored in that field of that document. */
    static Optional<BytesRef> stored(IndexReader reader, String document, String field) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            for (int number : live(leaf.reader(), new Term(IndexSchema.ID, document))) {
                return Optional.ofNullable(leaf.reader()
                        .storedFields()
                        .document(number, Set.of(field))
                        .getBinaryValue(field));
            }
        }
        return Optional.empty();
    }

    static boolean exists(DirectoryReader reader, String id) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            if (!live(leaf.reader(), new Term(IndexSchema.ID, id)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<Integer> live(LeafReader reader, Term term) throws IOException {
        PostingsEnum postings = reader.postings(term, PostingsEnum.NONE);
        List<Integer> numbers = new ArrayList<>();
        if (postings == null) {
            return numbers;
        }
        Bits live = reader.getLiveDocs();
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            if (live == null || live.get(doc)) {
                numbers.add(doc);
            }
        }
        return numbers;
    }
}
