package vigie.reports.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** Counts values of fields over all documents that match, segment by segment, without a global table of values. */
final class FacetCounter {

    private static final Comparator<SearchResult.Count> MOST_FREQUENT = Comparator.comparingInt(
                    (SearchResult.Count count) -> -count.documents())
            .thenComparing(SearchResult.Count::value);

    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    private final int most;
    private final boolean alone;
    private int[] matches = new int[1024];
    private int size;

    private FacetCounter(int most, boolean alone) {
        this.most = most;
        this.alone = alone;
    }

    /** Field → all its values with their counts, the most frequent first. */
    static Map<String, List<SearchResult.Count>> count(IndexSearcher searcher, Query query, Set<String> fields)
            throws IOException {
        return count(searcher, query, fields, Integer.MAX_VALUE);
    }

    /** Field → its {@code most} most frequent values with their counts, the most frequent first. */
    static Map<String, List<SearchResult.Count>> count(
            IndexSearcher searcher, Query query, Set<String> fields, int most) throws IOException {
        FacetCounter counter = new FacetCounter(most, searcher.getLeafContexts().size() == 1);
        for (String field : new TreeSet<>(fields)) {
            counter.counts.put(field, new HashMap<>());
        }
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            counter.collect(weight, leaf);
            for (Map.Entry<String, Map<String, Integer>> field : counter.counts.entrySet()) {
                counter.count(leaf.reader(), field.getKey(), field.getValue());
            }
        }
        return counter.sorted();
    }

    private void collect(Weight weight, LeafReaderContext leaf) throws IOException {
        size = 0;
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null) {
            return;
        }
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator found = scorer.iterator();
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (live == null || live.get(doc)) {
                if (size == matches.length) {
                    matches = Arrays.copyOf(matches, size * 2);
                }
                matches[size++] = doc;
            }
        }
    }

    private void count(LeafReader leaf, String field, Map<String, Integer> into) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(leaf, field);
        int[] byOrdinal = new int[Math.toIntExact(values.getValueCount())];
        if (size == 0 || byOrdinal.length == 0) {
            return;
        }
        SortedDocValues single = DocValues.unwrapSingleton(values);
        if (single != null) {
            countSingle(single, byOrdinal);
        } else {
            countMany(values, byOrdinal);
        }
        int least = least(byOrdinal);
        for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
            if (byOrdinal[ordinal] >= least) {
                into.merge(values.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal], Integer::sum);
            }
        }
    }

    /** How often a value must be there to be told; where other segments may add to it, once. */
    private int least(int[] byOrdinal) {
        if (!alone || most >= byOrdinal.length) {
            return 1;
        }
        int[] ascending = byOrdinal.clone();
        Arrays.sort(ascending);
        return Math.max(1, ascending[ascending.length - most]);
    }

    private void countSingle(SortedDocValues values, int[] byOrdinal) throws IOException {
        for (int i = 0; i < size; i++) {
            if (values.advanceExact(matches[i])) {
                byOrdinal[values.ordValue()]++;
            }
        }
    }

    private void countMany(SortedSetDocValues values, int[] byOrdinal) throws IOException {
        for (int i = 0; i < size; i++) {
            if (values.advanceExact(matches[i])) {
                for (int n = values.docValueCount(); n > 0; n--) {
                    byOrdinal[(int) values.nextOrd()]++;
                }
            }
        }
    }

    private Map<String, List<SearchResult.Count>> sorted() {
        Map<String, List<SearchResult.Count>> sorted = new LinkedHashMap<>();
        counts.forEach((field, values) -> {
            PriorityQueue<SearchResult.Count> best = new PriorityQueue<>(MOST_FREQUENT.reversed());
            values.forEach((value, count) -> {
                SearchResult.Count least = best.peek();
                if (best.size() < most || least == null || count >= least.documents()) {
                    best.add(new SearchResult.Count(value, count));
                    if (best.size() > most) {
                        best.remove();
                    }
                }
            });
            sorted.put(field, best.stream().sorted(MOST_FREQUENT).toList());
        });
        return sorted;
    }
}
