package vigie.reports.query;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.IndexSchema;
import vigie.indexer.index.Shown;
import vigie.reports.query.QueryException.Fault;

/** Runs a {@link SearchRequest}. Thread-safe. */
final class DocumentSearch {

    private static final int DEEPEST_HIT = 10_000;
    private static final int MOST_SNIPPETS = 10;

    private final QueryTranslation translation;
    private final FrequentValues frequent;

    DocumentSearch(QueryTranslation translation) {
        this(translation, new FrequentValues());
    }

    private DocumentSearch(QueryTranslation translation, FrequentValues frequent) {
        this.translation = translation;
        this.frequent = frequent;
    }

    /** Searches among documents as reviews leave them. */
    SearchResult search(IndexSearcher searcher, SearchRequest request, ReviewedValues reviewed) throws IOException {
        return new DocumentSearch(translation.as(reviewed), frequent).searched(searcher, request, reviewed);
    }

    private SearchResult searched(IndexSearcher searcher, SearchRequest request, ReviewedValues reviewed)
            throws IOException {
        int last = request.offset() + request.limit();
        if (request.limit() < 0 || request.offset() < 0 || last > DEEPEST_HIT || last < 0) {
            throw new QueryException(Fault.BAD_PAGE, request.limit(), request.offset(), DEEPEST_HIT);
        }
        QueryNode written = QuerySyntax.parse(request.query()).orElse(null);
        Query words = written == null ? QueryTranslation.documents() : translation.translate(written);
        Query query = restricted(words, written, request);
        Query ranked = written == null ? query : restricted(translation.withTitles(words, written), written, request);
        Map<String, List<SearchResult.Count>> facets = facets(searcher, query, request, reviewed);
        if (request.limit() == 0) {
            return new SearchResult(searcher.count(query), true, List.of(), facets);
        }
        TopDocs top = top(searcher, ranked, request, last);
        List<Hit> hits = hits(searcher, words, top, request);
        return new SearchResult(
                top.totalHits.value, top.totalHits.relation == TotalHits.Relation.EQUAL_TO, hits, facets);
    }

    private Query restricted(Query words, @Nullable QueryNode written, SearchRequest request) {
        boolean filtered = !request.filters().isEmpty()
                || request.since() != null
                || request.until() != null
                || request.knownBy() != null;
        if (written == null && !filtered) {
            throw new QueryException(Fault.EMPTY);
        }
        if (!filtered && written != null && !QueryTranslation.namesField(written)) {
            return words;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder()
                .add(words, written == null ? Occur.FILTER : Occur.MUST)
                .add(QueryTranslation.documents(), Occur.FILTER);
        request.filters().forEach((field, values) -> all.add(translation.filter(field, values), Occur.FILTER));
        if (request.since() != null || request.until() != null) {
            all.add(QueryFields.dated(request.since(), request.until()), Occur.FILTER);
        }
        if (request.knownBy() != null) {
            all.add(knownBy(request.knownBy()), Occur.FILTER);
        }
        return all.build();
    }

    private static Query knownBy(Instant moment) {
        return NumericDocValuesField.newSlowRangeQuery(
                IndexSchema.FIRST_SEEN, Long.MIN_VALUE, moment.toEpochMilli() - 1);
    }

    private Map<String, List<SearchResult.Count>> facets(
            IndexSearcher searcher, Query query, SearchRequest request, ReviewedValues reviewed) throws IOException {
        if (request.facets().isEmpty()) {
            return Map.of();
        }
        Map<String, String> fields =
                request.facets().stream().collect(Collectors.toMap(name -> name, QueryFields::facet));
        Map<String, List<SearchResult.Count>> counts =
                reviewed.count(searcher, query, Set.copyOf(fields.values()), request.counts(), frequent);
        Map<String, List<SearchResult.Count>> named = new LinkedHashMap<>();
        fields.forEach((name, field) -> named.put(name, counts.getOrDefault(field, List.of())));
        return named;
    }

    private static TopDocs top(IndexSearcher searcher, Query query, SearchRequest request, int count)
            throws IOException {
        if (request.order() == SearchRequest.Order.RELEVANCE) {
            return searcher.search(query, count);
        }
        if (request.order() == SearchRequest.Order.ARRIVAL) {
            return searcher.search(
                    query, count, new Sort(new SortField(IndexSchema.FIRST_SEEN, SortField.Type.LONG, true)));
        }
        boolean newest = request.order() == SearchRequest.Order.NEWEST;
        SortField byDate = new SortedNumericSortField(IndexSchema.DATE, SortField.Type.LONG, newest);
        byDate.setMissingValue(newest ? Long.MIN_VALUE : Long.MAX_VALUE);
        return searcher.search(query, count, new Sort(byDate));
    }

    private List<Hit> hits(IndexSearcher searcher, Query words, TopDocs top, SearchRequest request) throws IOException {
        List<Hit> hits = new ArrayList<>();
        int most = Math.min(request.snippets(), MOST_SNIPPETS);
        Snippets snippets = new Snippets(searcher, words, translation.exact());
        for (int i = request.offset(); i < top.scoreDocs.length; i++) {
            ScoreDoc found = top.scoreDocs[i];
            List<Snippet> shown = most <= 0 ? List.of() : snippets.of(found.doc, Blocks.of(searcher, found.doc), most);
            hits.add(hit(Blocks.shown(searcher, found.doc), found.score, shown));
        }
        return hits;
    }

    private static Hit hit(Shown shown, float score, List<Snippet> snippets) {
        return new Hit(
                shown.document(),
                shown.title(),
                shown.url(),
                shown.date(),
                shown.commune(),
                shown.source(),
                shown.kind(),
                snippets.isEmpty() ? null : snippets.get(0).page(),
                Float.isNaN(score) ? 0 : score,
                snippets);
    }
}
