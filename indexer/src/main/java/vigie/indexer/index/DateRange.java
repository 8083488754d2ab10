package vigie.indexer.index;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;
import vigie.model.PartialDate;

/** From when to when documents are dated. */
public final class DateRange {

    private DateRange() {}

    /** The date of the oldest of these documents, or null if none is dated. */
    public static @Nullable PartialDate oldest(IndexSearcher searcher, Query documents) throws IOException {
        return first(searcher, documents, false);
    }

    /** The date of the newest of these documents, or null if none is dated. */
    public static @Nullable PartialDate newest(IndexSearcher searcher, Query documents) throws IOException {
        return first(searcher, documents, true);
    }

    private static @Nullable PartialDate first(IndexSearcher searcher, Query documents, boolean newest)
            throws IOException {
        Query dated = new BooleanQuery.Builder()
                .add(documents, Occur.FILTER)
                .add(new FieldExistsQuery(IndexSchema.DATE), Occur.FILTER)
                .build();
        Sort byDate = new Sort(new SortedNumericSortField(IndexSchema.DATE, SortField.Type.LONG, newest));
        TopDocs found = searcher.search(dated, 1, byDate);
        return found.scoreDocs.length == 0
                ? null
                : shown(searcher, found.scoreDocs[0].doc).date();
    }

    private static Shown shown(IndexSearcher searcher, int document) throws IOException {
        LeafReaderContext leaf =
                searcher.getLeafContexts().get(ReaderUtil.subIndex(document, searcher.getLeafContexts()));
        BinaryDocValues shown = DocValues.getBinary(leaf.reader(), IndexSchema.SHOWN);
        if (!shown.advanceExact(document - leaf.docBase)) {
            throw new IllegalArgumentException("not a document: " + document);
        }
        return Shown.read(shown.binaryValue());
    }
}
