package vigie.crawler.feed;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.model.Source;

/**
 * Asks a data set of Opendatasoft's Explore API v2.1 for its records: at most {@value #PAGE} a page and {@value #MOST} in
 * all; where a window holds more it is exported week by week.
 */
final class Opendatasoft {

    private static final int PAGE = 100;
    private static final int MOST = 10_000;
    private static final Period EXPORT = Period.ofWeeks(1);

    private Opendatasoft() {}

    /**
     * @param where condition in ODSQL for a window of days
     * @param order fields, separated by commas: such that pages do not overlap, and later versions come later
     */
    static void collect(Source source, Window window, FeedPages pages, Function<Window, String> where, String order)
            throws IOException {
        String records = source.url().toString();
        // How many there are must be known: corrections stand on any page, whether or not the first has changed.
        Optional<Reading> first = pages.getAnew(page(records, where.apply(window), order, 0));
        Long total = first.map(Reading::total).orElse(null);
        if (total == null) {
            return;
        }
        if (total > MOST) {
            String export = records.replaceFirst("/records/?$", "/exports/json");
            List<Optional<Integer>> weeks = new ArrayList<>();
            for (Window week : window.slices(EXPORT)) {
                weeks.add(pages.get(URI.create(export + query(where.apply(week), order)))
                        .map(Reading::records));
            }
            compare(weeks, total, pages);
            return;
        }
        List<Optional<Integer>> all = new ArrayList<>(List.of(first.map(Reading::records)));
        for (int offset = PAGE; offset < Math.min(total, MOST) && pages.isWhole(); offset += PAGE) {
            Optional<Reading> page = pages.get(page(records, where.apply(window), order, offset));
            total = page.map(Reading::total).orElse(total);
            all.add(page.map(Reading::records));
        }
        compare(all, total, pages);
    }

    /** Where no page failed and none is as it was: whether they hold as many records as the interface says there are. */
    private static void compare(List<Optional<Integer>> read, long total, FeedPages pages) {
        long given = read.stream()
                .flatMap(Optional::stream)
                .mapToLong(Integer::longValue)
                .sum();
        if (pages.isWhole() && read.stream().allMatch(Optional::isPresent) && given < total) {
            pages.truncated(
                    given + " of " + total + " records were given",
                    "compare with the interface by hand; correct the reader if it pages in another way now");
        }
    }

    /** The values of an option, as a condition each, joined by {@code or}; empty where the seed gives none. */
    static String any(Source source, String option, Function<String, String> condition) {
        return Arrays.stream(source.options().getOrDefault(option, "").split(",", -1))
                .map(value -> value.strip().replaceAll("[\"\\\\]", ""))
                .filter(value -> !value.isEmpty())
                .map(condition)
                .collect(Collectors.joining(" or "));
    }

    /** Conditions of which one must hold, those that are empty left out; empty if all are. */
    static String or(String... conditions) {
        return Stream.of(conditions).filter(condition -> !condition.isEmpty()).collect(Collectors.joining(" or "));
    }

    private static URI page(String records, String where, String order, int offset) {
        return URI.create(records + query(where, order) + "&limit=" + PAGE + "&offset=" + offset);
    }

    private static String query(String where, String order) {
        return "?where=" + encoded(where) + "&order_by=" + encoded(order);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
