package vigie.reports.query;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import vigie.indexer.index.Block;
import vigie.indexer.index.IndexSchema;
import vigie.indexer.index.StoredRecords;
import vigie.model.SourceDocument;

/** Puts a document together again from its record and its passages. */
final class WholeDocument {

    private WholeDocument() {}

    static Optional<SourceDocument> read(IndexSearcher searcher, StoredRecords records, String id) throws IOException {
        TopDocs found = searcher.search(new TermQuery(new Term(IndexSchema.ID, id)), 1, Sort.INDEXORDER);
        Optional<SourceDocument> record = records.one(searcher, IndexSchema.TYPE_DOCUMENT, id, SourceDocument.class);
        if (found.scoreDocs.length == 0 || record.isEmpty()) {
            return Optional.empty();
        }
        int number = found.scoreDocs[0].doc;
        return Optional.of(withText(record.get(), text(searcher, number)));
    }

    private static String text(IndexSearcher searcher, int number) throws IOException {
        Block block = Blocks.of(searcher, number);
        StoredFields stored = searcher.storedFields();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < block.passages(); i++) {
            text.append(stored.document(block.passage(number, i), Set.of(IndexSchema.PASSAGE))
                    .get(IndexSchema.PASSAGE));
        }
        return text.toString();
    }

    private static SourceDocument withText(SourceDocument document, String text) {
        return new SourceDocument(
                document.id(),
                document.source(),
                document.capture(),
                document.locator(),
                document.kind(),
                document.title(),
                document.date(),
                document.publisher(),
                document.outcome(),
                document.cause(),
                text,
                document.pageStarts(),
                document.links(),
                document.metadata());
    }
}
