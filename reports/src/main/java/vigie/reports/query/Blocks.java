package vigie.reports.query;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import vigie.indexer.index.Block;
import vigie.indexer.index.IndexSchema;

/** Finds the block of a document by its Lucene number. */
final class Blocks {

    private Blocks() {}

    static Block of(IndexSearcher searcher, int document) throws IOException {
        LeafReaderContext leaf =
                searcher.getLeafContexts().get(ReaderUtil.subIndex(document, searcher.getLeafContexts()));
        BinaryDocValues blocks = DocValues.getBinary(leaf.reader(), IndexSchema.BLOCK);
        if (!blocks.advanceExact(document - leaf.docBase)) {
            throw new IllegalArgumentException("not a document: " + document);
        }
        return Block.read(blocks.binaryValue());
    }
}
