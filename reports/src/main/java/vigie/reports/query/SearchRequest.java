package vigie.reports.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search for documents.
 *
 * @param query in the query language; may be empty where there is a filter
 * @param filters field, as in the query language → values of which one must be there
 * @param since documents of that day or later; null = any
 * @param until documents of that day or earlier; null = any
 * @param knownBy documents that had been captured before that moment, in whatever version is the newest; null = any
 * @param snippets how many passages to show per hit, 0 to 10
 * @param facets fields to count over all hits, as in the query language; counting costs, so none by default
 * @param counts how many values of each of these to tell, the most frequent
 */
public record SearchRequest(
        String query,
        Map<String, List<String>> filters,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable Instant knownBy,
        int limit,
        int offset,
        Order order,
        int snippets,
        Set<String> facets,
        int counts) {

    /** In what order hits come. */
    public enum Order {
        RELEVANCE,
        NEWEST,
        OLDEST,
        /** What came in last comes first. */
        ARRIVAL
    }

    public SearchRequest {
        filters = Map.copyOf(filters);
        facets = Set.copyOf(facets);
    }

    /** The ten most relevant documents for {@code query}. */
    public static SearchRequest of(String query) {
        return new SearchRequest(
                query, Map.of(), null, null, null, 10, 0, Order.RELEVANCE, 2, Set.of(), Integer.MAX_VALUE);
    }

    /** The same, where {@code field} has one of {@code values}. */
    public SearchRequest where(String field, List<String> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(filters);
        more.put(field, List.copyOf(values));
        return new SearchRequest(query, more, since, until, knownBy, limit, offset, order, snippets, facets, counts);
    }

    /** The same between two days, each null for any. */
    public SearchRequest between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new SearchRequest(query, filters, first, last, knownBy, limit, offset, order, snippets, facets, counts);
    }

    /** The same of what had been captured before a moment, null for any. */
    public SearchRequest knownBy(@Nullable Instant moment) {
        return new SearchRequest(query, filters, since, until, moment, limit, offset, order, snippets, facets, counts);
    }

    /** Another page of it. */
    public SearchRequest page(int count, int from) {
        return new SearchRequest(query, filters, since, until, knownBy, count, from, order, snippets, facets, counts);
    }

    /** The same in another order. */
    public SearchRequest in(Order other) {
        return new SearchRequest(query, filters, since, until, knownBy, limit, offset, other, snippets, facets, counts);
    }

    /** The same with so many passages per hit. */
    public SearchRequest showing(int count) {
        return new SearchRequest(query, filters, since, until, knownBy, limit, offset, order, count, facets, counts);
    }

    /** The same with these fields counted, all their values. */
    public SearchRequest counting(Set<String> fields) {
        return counting(fields, Integer.MAX_VALUE);
    }

    /** The same with these fields counted, the most frequent values of each. */
    public SearchRequest counting(Set<String> fields, int most) {
        return new SearchRequest(query, filters, since, until, knownBy, limit, offset, order, snippets, fields, most);
    }
}
