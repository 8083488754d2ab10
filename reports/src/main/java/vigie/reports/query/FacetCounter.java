package vigie.reports.query;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Counts all values of fields over all documents that match, segment by segment, without a global table of values. */
final class FacetCounter {

    static final Comparator<SearchResult.Count> MOST_FREQUENT = Comparator.comparingInt(
                    (SearchResult.Count count) -> -count.documents())
            .thenComparing(SearchResult.Count::value);

    private FacetCounter() {}

    /** Field → all its values with their counts, the most frequent first. */
    static Map<String, List<SearchResult.Count>> count(IndexSearcher searcher, Query query, Set<String> fields)
            throws IOException {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (String field : new TreeSet<>(fields)) {
            counts.put(field, new HashMap<>());
        }
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        Matching matching = new Matching();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            matching.collect(weight, leaf);
            for (Map.Entry<String, Map<String, Integer>> field : counts.entrySet()) {
                count(matching, DocValues.getSortedSet(leaf.reader(), field.getKey()), field.getValue());
            }
        }
        Map<String, List<SearchResult.Count>> sorted = new LinkedHashMap<>();
        counts.forEach((field, values) -> sorted.put(
                field,
                values.entrySet().stream()
                        .map(value -> new SearchResult.Count(value.getKey(), value.getValue()))
                        .sorted(MOST_FREQUENT)
                        .toList()));
        return sorted;
    }

    private static void count(Matching matching, SortedSetDocValues values, Map<String, Integer> into)
            throws IOException {
        int[] counts = matching.count(values);
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] > 0) {
                into.merge(values.lookupOrd(ordinal).utf8ToString(), counts[ordinal], Integer::sum);
            }
        }
    }
}
