package vigie.reports.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vigie.indexer.index.DateRange;
import vigie.indexer.index.IndexSchema;
import vigie.indexer.index.StoredRecords;
import vigie.model.SourceCoverage;
import vigie.model.TextOutcome;
import vigie.model.id.InseeCode;

/** What was read that concerns one commune. */
final class CommuneCoverage {

    private static final String SOURCE_ID = "s-";

    private final IndexSearcher searcher;
    private final StoredRecords records;

    CommuneCoverage(IndexSearcher searcher, StoredRecords records) {
        this.searcher = searcher;
        this.records = records;
    }

    List<SourceCoverage> of(InseeCode commune) throws IOException {
        Query own = StoredRecords.where(IndexSchema.TYPE_SOURCE, IndexSchema.COMMUNE, commune.value());
        List<SourceCoverage> coverage = new ArrayList<>(records.all(searcher, own, SourceCoverage.class));
        Set<String> known = coverage.stream().map(SourceCoverage::source).collect(Collectors.toSet());
        Query about = StoredRecords.where(IndexSchema.TYPE_DOCUMENT, IndexSchema.COMMUNE, commune.value());
        Set<String> others = new TreeSet<>(counts(about, IndexSchema.SOURCE).keySet());
        others.removeAll(known);
        for (String source : others) {
            Optional<SourceCoverage> whole =
                    records.one(searcher, IndexSchema.TYPE_SOURCE, SOURCE_ID + source, SourceCoverage.class);
            if (whole.isPresent()) {
                coverage.add(narrowed(whole.get(), about));
            }
        }
        coverage.sort(Comparator.comparing(SourceCoverage::source));
        return coverage;
    }

    private SourceCoverage narrowed(SourceCoverage whole, Query about) throws IOException {
        Query here = new BooleanQuery.Builder()
                .add(about, Occur.FILTER)
                .add(new TermQuery(new Term(IndexSchema.SOURCE, whole.source())), Occur.FILTER)
                .build();
        Map<String, Integer> outcomes = counts(here, IndexSchema.OUTCOME);
        int all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        int read = outcomes.getOrDefault(TextOutcome.TEXT.id(), 0);
        int noText = outcomes.getOrDefault(TextOutcome.NO_TEXT.id(), 0);
        return new SourceCoverage(
                whole.source(),
                whole.name(),
                whole.url(),
                whole.commune(),
                read,
                noText,
                all - read - noText,
                whole.refused(),
                whole.failed(),
                whole.notModified(),
                whole.firstTried(),
                whole.lastTried(),
                whole.lastSuccess(),
                DateRange.oldest(searcher, here),
                DateRange.newest(searcher, here),
                whole.reasons());
    }

    private Map<String, Integer> counts(Query query, String field) throws IOException {
        return FacetCounter.count(searcher, query, Set.of(field)).getOrDefault(field, List.of()).stream()
                .collect(Collectors.toMap(SearchResult.Count::value, SearchResult.Count::documents));
    }
}
