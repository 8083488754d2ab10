package vigie.reports.query;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vigie.indexer.index.IndexSchema;
import vigie.indexer.index.Presences;
import vigie.indexer.index.StoredRecords;
import vigie.model.Claim;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;

/** Finds the files of the archive that hold proof. */
final class EvidenceFiles {

    private final IndexSearcher searcher;
    private final StoredRecords records;

    EvidenceFiles(IndexSearcher searcher, StoredRecords records) {
        this.searcher = searcher;
        this.records = records;
    }

    /** WARC files with a capture that a claim cites or that is no longer online. */
    Set<String> names() throws IOException {
        Query documents = new TermQuery(new Term(IndexSchema.TYPE, IndexSchema.TYPE_DOCUMENT));
        Query claims = new TermQuery(new Term(IndexSchema.TYPE, IndexSchema.TYPE_CLAIM));
        Query vanished = new BooleanQuery.Builder()
                .add(documents, Occur.FILTER)
                .add(Presences.vanished(), Occur.FILTER)
                .build();
        Set<String> files = new TreeSet<>();
        records.all(searcher, vanished, SourceDocument.class).forEach(document -> add(document, files));
        Set<String> cited = records.all(searcher, claims, Claim.class).stream()
                .map(Claim::document)
                .collect(Collectors.toCollection(HashSet::new));
        for (String id : cited) {
            records.one(searcher, IndexSchema.TYPE_DOCUMENT, id, SourceDocument.class)
                    .ifPresent(document -> add(document, files));
        }
        return files;
    }

    private static void add(SourceDocument document, Set<String> files) {
        WarcPosition position = document.capture().warc();
        if (position != null) {
            files.add(position.file());
        }
    }
}
