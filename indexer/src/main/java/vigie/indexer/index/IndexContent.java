package vigie.indexer.index;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import vigie.model.id.Digest;

/** Compares indexes by what they say, not by their files. */
public final class IndexContent {

    private IndexContent() {}

    /**
     * A digest over everything live in the index: stored records and texts, the shape of blocks, and the values to
     * filter by. Two indexes with the same content have the same digest, in whatever order it was written.
     */
    public static String digest(Path index) {
        BigInteger[] sum = {BigInteger.ZERO};
        records(index, record -> {
            String digest = Digest.sha256(record.getBytes(StandardCharsets.UTF_8));
            sum[0] = sum[0].add(new BigInteger(digest, 16));
        });
        return Digest.sha256(sum[0].toByteArray());
    }

    /** All that {@link #digest} covers, record by record, in the index's own order: one line per value, sorted. */
    public static void records(Path index, Consumer<String> reader) {
        try (Directory directory = FSDirectory.open(index);
                DirectoryReader opened = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : opened.leaves()) {
                records(leaf.reader(), reader);
            }
        } catch (IOException e) {
            throw IndexException.of(index, e);
        }
    }

    private static void records(LeafReader leaf, Consumer<String> reader) throws IOException {
        StoredFields stored = leaf.storedFields();
        Bits live = leaf.getLiveDocs();
        for (int doc = 0; doc < leaf.maxDoc(); doc++) {
            if (live == null || live.get(doc)) {
                Set<String> values = new TreeSet<>();
                for (IndexableField field : stored.document(doc)) {
                    values.add(field.name() + "=" + value(field));
                }
                for (String field : IndexSchema.FACETS) {
                    addValues(leaf, doc, field, values);
                }
                for (String field : Sighting.FIELDS) {
                    NumericDocValues number = DocValues.getNumeric(leaf, field);
                    if (number.advanceExact(doc)) {
                        values.add(field + ":" + number.longValue());
                    }
                }
                reader.accept(String.join("\n", values));
            }
        }
    }

    private static String value(IndexableField field) {
        return field.binaryValue() == null
                ? String.valueOf(field.stringValue())
                : field.binaryValue().utf8ToString();
    }

    private static void addValues(LeafReader leaf, int doc, String field, Set<String> values) throws IOException {
        SortedSetDocValues keywords = DocValues.getSortedSet(leaf, field);
        if (keywords.advanceExact(doc)) {
            for (int i = 0; i < keywords.docValueCount(); i++) {
                values.add(field + ":" + keywords.lookupOrd(keywords.nextOrd()).utf8ToString());
            }
        }
    }
}
