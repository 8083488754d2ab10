package vigie.reports.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.IndexSchema;
import vigie.model.PartialDate;
import vigie.reports.query.SearchRequest;
import vigie.reports.query.SearchRequest.Order;
import vigie.reports.web.Refusal.Reason;

/**
 * A search as its address says it; the address is its permalink. Filters are called as in the query language.
 *
 * @param filters field → values of which one must be there
 * @param since date of year, month or day as it was typed, or empty
 * @param until the same
 * @param known only what had been captured by the end of that day, as it was typed, or empty
 * @param page from 1
 */
public record SearchForm(
        String query,
        Map<String, List<String>> filters,
        String since,
        String until,
        String known,
        Order order,
        int page) {

    /** Documents on one page. */
    static final int PAGE = 20;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int SNIPPETS = 3;
    private static final int MOST_PAGES = 500;

    /** Reads the parameters of an address. */
    static SearchForm of(Map<String, List<String>> parameters) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String field : IndexSchema.FACETS) {
            List<String> values = parameters.getOrDefault(field, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                filters.put(field, values);
            }
        }
        return new SearchForm(
                first(parameters, "q"),
                filters,
                first(parameters, "since"),
                first(parameters, "until"),
                first(parameters, "known"),
                order(first(parameters, "sort")),
                page(first(parameters, "page")));
    }

    /** The search for these words in what has one of these values of each field. */
    static SearchForm of(String query, Map<String, List<String>> filters) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(filters);
        parameters.put("q", List.of(query));
        return of(parameters);
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    private static Order order(String text) {
        for (Order order : Order.values()) {
            if (id(order).equals(text)) {
                return order;
            }
        }
        if (!text.isEmpty()) {
            throw new Refusal(Reason.BAD_VALUE, text, "sort");
        }
        return Order.RELEVANCE;
    }

    private static int page(String text) {
        if (!text.isEmpty() && !text.matches("[1-9]\\d{0,2}")) {
            throw new Refusal(Reason.BAD_VALUE, text, "page");
        }
        return text.isEmpty() ? 1 : Math.min(MOST_PAGES, Integer.parseInt(text));
    }

    static String id(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    /** How an order is called in addresses. */
    public String sort() {
        return id(order);
    }

    /** Whether nothing is asked for yet. */
    public boolean isEmpty() {
        return query.isEmpty() && filters.isEmpty() && since.isEmpty() && until.isEmpty() && known.isEmpty();
    }

    /** Whether more than words is asked for. */
    public boolean isNarrowed() {
        return !(since.isEmpty() && until.isEmpty() && known.isEmpty());
    }

    /**
     * What to ask the index.
     *
     * @throws Refusal if a date is none
     */
    SearchRequest request() {
        SearchRequest request = SearchRequest.of(query)
                .between(day(since, false), day(until, true))
                .knownBy(end(known))
                .page(PAGE, (page - 1) * PAGE)
                .in(order)
                .showing(SNIPPETS)
                .counting(Set.copyOf(IndexSchema.FACETS), FacetRows.MOST);
        for (Map.Entry<String, List<String>> filter : filters.entrySet()) {
            request = request.where(filter.getKey(), filter.getValue());
        }
        return request;
    }

    private static @Nullable LocalDate day(String text, boolean last) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            PartialDate date = PartialDate.parse(text);
            return last ? date.latest() : date.earliest();
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.BAD_DATE, text);
        }
    }

    /**
     * The end of a year, month or day, in Paris; null for nothing.
     *
     * @throws Refusal if it is no date
     */
    static @Nullable Instant end(String text) {
        LocalDate day = day(text, true);
        return day == null ? null : day.plusDays(1).atStartOfDay(PARIS).toInstant();
    }

    /** The address of this search on {@code path}, from its first page. */
    Href href(String path) {
        return new Href(path, new LinkedHashMap<>(filters))
                .with("q", query)
                .with("since", since)
                .with("until", until)
                .with("known", known)
                .with("sort", order == Order.RELEVANCE ? "" : sort());
    }
}
