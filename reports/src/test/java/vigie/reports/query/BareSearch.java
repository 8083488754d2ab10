package vigie.reports.query;

import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import vigie.indexer.index.IndexSchema;

/**
 * What {@code vigie search WORD} costs at least: a virtual machine that opens the index, asks for one term and prints what is stored of ten
 * documents. Run by {@code tools/measure/search.sh}.
 */
final class BareSearch {

    private BareSearch() {}

    public static void main(String[] arguments) throws Exception {
        try (FSDirectory directory = FSDirectory.open(Path.of(arguments[0]));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            BooleanQuery query = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(IndexSchema.WORDS, arguments[1])), Occur.MUST)
                    .add(new TermQuery(new Term(IndexSchema.TYPE, IndexSchema.TYPE_DOCUMENT)), Occur.FILTER)
                    .build();
            for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
                System.out.println(hit.score + " " + searcher.storedFields().document(hit.doc));
            }
        }
    }
}
