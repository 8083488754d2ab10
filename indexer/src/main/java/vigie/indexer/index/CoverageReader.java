package vigie.indexer.index;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Source;
import vigie.model.SourceCoverage;
import vigie.model.TextOutcome;

/** Counts what the index holds of a source. */
final class CoverageReader {

    private final IndexSearcher searcher;
    private final StoredRecords records;

    CoverageReader(IndexSearcher searcher, StoredRecords records) {
        this.searcher = searcher;
        this.records = records;
    }

    SourceCoverage of(String id, Optional<Source> source, SourceTally tally) throws IOException {
        Query documents = StoredRecords.where(IndexSchema.TYPE_DOCUMENT, IndexSchema.SOURCE, id);
        int all = searcher.count(documents);
        int read = count(id, TextOutcome.TEXT);
        int noText = count(id, TextOutcome.NO_TEXT);
        List<Attempt> open = records.all(
                searcher, StoredRecords.where(IndexSchema.TYPE_ATTEMPT, IndexSchema.SOURCE, id), Attempt.class);
        int refused = (int) open.stream()
                .filter(attempt -> attempt.outcome() == AttemptOutcome.REFUSED)
                .count();
        return new SourceCoverage(
                id,
                source.map(Source::name).orElse(id),
                source.map(found -> found.url().toString()).orElse(null),
                source.map(found -> found.publisher().insee()).orElse(null),
                source.map(Source::kind).orElse(null),
                source.map(found -> found.publisher().departement()).orElse(null),
                read,
                noText,
                all - read - noText,
                refused,
                open.size() - refused,
                tally.notModified(),
                tally.first(),
                tally.last(),
                tally.success(),
                lastNew(documents),
                DateRange.oldest(searcher, documents),
                DateRange.newest(searcher, documents),
                reasons(open),
                tally.tries());
    }

    private @Nullable Instant lastNew(Query documents) throws IOException {
        Sort newest = new Sort(new SortField(IndexSchema.FIRST_SEEN, SortField.Type.LONG, true));
        TopFieldDocs found = searcher.search(documents, 1, newest);
        return found.scoreDocs.length == 0
                ? null
                : Instant.ofEpochMilli((Long) ((FieldDoc) found.scoreDocs[0]).fields[0]);
    }

    private int count(String source, TextOutcome outcome) throws IOException {
        return searcher.count(new BooleanQuery.Builder()
                .add(StoredRecords.where(IndexSchema.TYPE_DOCUMENT, IndexSchema.SOURCE, source), Occur.FILTER)
                .add(new TermQuery(new Term(IndexSchema.OUTCOME, outcome.id())), Occur.FILTER)
                .build());
    }

    private static Map<String, Integer> reasons(List<Attempt> open) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (Attempt attempt : open) {
            reasons.merge(attempt.reason() == null ? attempt.outcome().id() : attempt.reason(), 1, Integer::sum);
        }
        return reasons;
    }
}
