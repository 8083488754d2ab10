package vigie.reports.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * Finds the most frequent values of fields over all documents that match, as {@link FacetCounter} does for all values. Counts by
 * number and reads only the values that are told: a table of those of each field is kept as long as the index stays the same.
 * Thread-safe.
 */
final class FrequentValues {

    private volatile @Nullable Tables tables;

    /** The tables of one state of the index, by field. */
    private record Tables(IndexReader reader, ConcurrentMap<String, OrdinalMap> byField) {}

    /** Field → its {@code most} most frequent values with their counts, the most frequent first. */
    Map<String, List<SearchResult.Count>> count(IndexSearcher searcher, Query query, Set<String> fields, int most)
            throws IOException {
        Map<String, Counted> counted = new LinkedHashMap<>();
        for (String field : new TreeSet<>(fields)) {
            counted.put(field, counted(searcher.getIndexReader(), field));
        }
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        Matching matching = new Matching();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            matching.collect(weight, leaf);
            for (Counted field : counted.values()) {
                field.add(matching, leaf.ord);
            }
        }
        Map<String, List<SearchResult.Count>> best = new LinkedHashMap<>();
        for (Map.Entry<String, Counted> field : counted.entrySet()) {
            best.put(field.getKey(), field.getValue().best(most));
        }
        return best;
    }

    private Counted counted(IndexReader reader, String field) throws IOException {
        SortedSetDocValues[] segments = new SortedSetDocValues[reader.leaves().size()];
        for (LeafReaderContext leaf : reader.leaves()) {
            segments[leaf.ord] = DocValues.getSortedSet(leaf.reader(), field);
        }
        Tables last = tables;
        if (last == null || !last.reader().equals(reader)) {
            last = new Tables(reader, new ConcurrentHashMap<>());
            tables = last;
        }
        OrdinalMap table = last.byField().get(field);
        if (table == null) {
            table = OrdinalMap.build(null, segments, PackedInts.FAST);
            last.byField().put(field, table);
        }
        return new Counted(segments, table);
    }

    /** One field: its values in each segment and in all, and how many documents have them. */
    private static final class Counted {

        private final SortedSetDocValues[] segments;
        private final OrdinalMap table;
        private final int[] counts;

        Counted(SortedSetDocValues[] segments, OrdinalMap table) {
            this.segments = segments;
            this.table = table;
            this.counts = new int[Math.toIntExact(table.getValueCount())];
        }

        void add(Matching matching, int segment) throws IOException {
            int[] here = matching.count(segments[segment]);
            LongValues all = table.getGlobalOrds(segment);
            for (int ordinal = 0; ordinal < here.length; ordinal++) {
                counts[(int) all.get(ordinal)] += here[ordinal];
            }
        }

        /** Values are numbered in their order, so that of two as frequent ones the first has the lower number. */
        List<SearchResult.Count> best(int most) throws IOException {
            PriorityQueue<Long> best = new PriorityQueue<>();
            for (int ordinal = 0; ordinal < counts.length; ordinal++) {
                long rank = ((long) counts[ordinal] << Integer.SIZE) | (Integer.MAX_VALUE - ordinal);
                Long least = best.peek();
                if (counts[ordinal] > 0 && (best.size() < most || least == null || rank > least)) {
                    best.add(rank);
                    if (best.size() > most) {
                        best.remove();
                    }
                }
            }
            Long[] ascending = best.toArray(Long[]::new);
            Arrays.sort(ascending);
            List<SearchResult.Count> values = new ArrayList<>();
            for (int i = ascending.length - 1; i >= 0; i--) {
                values.add(count(Integer.MAX_VALUE - ascending[i].intValue()));
            }
            return values;
        }

        private SearchResult.Count count(int ordinal) throws IOException {
            SortedSetDocValues segment = segments[table.getFirstSegmentNumber(ordinal)];
            return new SearchResult.Count(
                    segment.lookupOrd(table.getFirstSegmentOrd(ordinal)).utf8ToString(), counts[ordinal]);
        }
    }
}
