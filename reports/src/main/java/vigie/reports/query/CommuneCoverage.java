package vigie.reports.query;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.DateRange;
import vigie.indexer.index.IndexSchema;
import vigie.indexer.index.Presences;
import vigie.indexer.index.StoredRecords;
import vigie.model.SourceCoverage;
import vigie.model.SourceKind;
import vigie.model.TextOutcome;
import vigie.model.id.InseeCode;

/** What was read that concerns one commune. */
final class CommuneCoverage {

    static final String SOURCE_ID = "s-";

    private final IndexSearcher searcher;
    private final StoredRecords records;
    private final @Nullable Instant moment;

    /** @param moment only what was captured before it, and sources tried before it; null = all */
    CommuneCoverage(IndexSearcher searcher, StoredRecords records, @Nullable Instant moment) {
        this.searcher = searcher;
        this.records = records;
        this.moment = moment;
    }

    /**
     * Sources that publish for the commune first; of all others only the documents about it are counted. How often a source
     * refused or failed is not kept by day: that is as it is now, whatever the moment.
     */
    List<SourceCoverage> of(InseeCode commune) throws IOException {
        List<SourceCoverage> coverage = new ArrayList<>();
        for (SourceCoverage source : sources(commune)) {
            boolean own = commune.equals(source.commune());
            if (own && moment == null) {
                coverage.add(source);
            } else {
                coverage.add(narrowed(source, own ? new MatchAllDocsQuery() : about(commune)));
            }
        }
        return coverage;
    }

    /**
     * The sources that concern the commune, whole: its own first, then every other that has documents about it, then the
     * feeds that would bring such documents if there were any.
     */
    List<SourceCoverage> sources(InseeCode commune) throws IOException {
        Map<String, SourceCoverage> found = new TreeMap<>();
        for (String source : counts(about(commune), IndexSchema.SOURCE).keySet()) {
            records.one(searcher, IndexSchema.TYPE_SOURCE, SOURCE_ID + source, SourceCoverage.class)
                    .ifPresent(whole -> found.put(source, whole));
        }
        all(IndexSchema.KIND, SourceKind.FEED.id()).stream()
                .filter(feed -> reaches(feed, commune))
                .forEach(feed -> found.put(feed.source(), feed));
        List<SourceCoverage> own = all(IndexSchema.COMMUNE, commune.value()).stream()
                .sorted(Comparator.comparing(SourceCoverage::source))
                .toList();
        own.forEach(source -> found.remove(source.source()));
        return Stream.concat(own.stream(), found.values().stream())
                .filter(this::tried)
                .toList();
    }

    private List<SourceCoverage> all(String field, String value) throws IOException {
        return records.all(searcher, StoredRecords.where(IndexSchema.TYPE_SOURCE, field, value), SourceCoverage.class);
    }

    private boolean tried(SourceCoverage source) {
        return moment == null
                || (source.firstTried() != null && source.firstTried().isBefore(moment));
    }

    private static boolean reaches(SourceCoverage feed, InseeCode commune) {
        return feed.commune() == null
                && (feed.departement() == null || feed.departement().equals(commune.departement()));
    }

    private static Query about(InseeCode commune) {
        return StoredRecords.where(IndexSchema.TYPE_DOCUMENT, IndexSchema.COMMUNE, commune.value());
    }

    private SourceCoverage narrowed(SourceCoverage whole, Query which) throws IOException {
        BooleanQuery.Builder narrow = new BooleanQuery.Builder()
                .add(which, Occur.FILTER)
                .add(StoredRecords.where(IndexSchema.TYPE_DOCUMENT, IndexSchema.SOURCE, whole.source()), Occur.FILTER);
        if (moment != null) {
            narrow.add(Presences.firstSeenBefore(moment), Occur.FILTER);
        }
        Query here = narrow.build();
        Map<String, Integer> outcomes = counts(here, IndexSchema.OUTCOME);
        int all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        int read = outcomes.getOrDefault(TextOutcome.TEXT.id(), 0);
        int noText = outcomes.getOrDefault(TextOutcome.NO_TEXT.id(), 0);
        return new SourceCoverage(
                whole.source(),
                whole.name(),
                whole.url(),
                whole.commune(),
                whole.kind(),
                whole.departement(),
                read,
                noText,
                all - read - noText,
                whole.refused(),
                whole.failed(),
                whole.notModified(),
                whole.firstTried(),
                whole.lastTried(),
                whole.lastSuccess(),
                whole.lastNew(),
                DateRange.oldest(searcher, here),
                DateRange.newest(searcher, here),
                whole.reasons(),
                whole.tries());
    }

    private Map<String, Integer> counts(Query query, String field) throws IOException {
        return FacetCounter.count(searcher, query, Set.of(field)).getOrDefault(field, List.of()).stream()
                .collect(Collectors.toMap(SearchResult.Count::value, SearchResult.Count::documents));
    }
}
