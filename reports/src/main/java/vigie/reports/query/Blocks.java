package vigie.reports.query;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import vigie.indexer.index.Block;
import vigie.indexer.index.IndexSchema;
import vigie.indexer.index.Shown;

/** What the index keeps ready of a document, by its Lucene number. */
final class Blocks {

    private Blocks() {}

    static Block of(IndexSearcher searcher, int document) throws IOException {
        return Block.read(value(searcher, document, IndexSchema.BLOCK));
    }

    static Shown shown(IndexSearcher searcher, int document) throws IOException {
        return Shown.read(value(searcher, document, IndexSchema.SHOWN));
    }

    private static BytesRef value(IndexSearcher searcher, int document, String field) throws IOException {
        LeafReaderContext leaf =
                searcher.getLeafContexts().get(ReaderUtil.subIndex(document, searcher.getLeafContexts()));
        BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
        if (!values.advanceExact(document - leaf.docBase)) {
            throw new IllegalArgumentException("not a document: " + document);
        }
        return values.binaryValue();
    }
}
