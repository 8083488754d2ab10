package vigie.reports.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Deployment;

/**
 * How many deployments have each value of something.
 *
 * @param bars the most frequent first
 */
public record Tally(String title, List<Bar> bars) {

    public Tally {
        bars = List.copyOf(bars);
    }

    /**
     * One value.
     *
     * @param tone class of its colour, or empty
     * @param count of deployments
     * @param most the greatest count of the tally, for its length
     */
    public record Bar(String label, String tone, String href, long count, long most) {}

    /** Counts {@code deployments} by what {@code value} says of each, null left out; {@code bar} names a value. */
    static <T> Tally of(
            String title,
            List<Deployment> deployments,
            Function<Deployment, @Nullable T> value,
            Comparator<T> order,
            Function<Map.Entry<T, Long>, Bar> bar) {
        Map<T, Long> counts = deployments.stream()
                .map(value)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(
                        Objects::requireNonNull, () -> new TreeMap<>(order), Collectors.counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return new Tally(
                title,
                counts.entrySet().stream()
                        .map(bar)
                        .map(one -> new Bar(one.label(), one.tone(), one.href(), one.count(), most))
                        .toList());
    }

    /** The same, the most frequent first, {@code n} at most. */
    Tally top(int n) {
        return new Tally(
                title,
                bars.stream()
                        .sorted(Comparator.comparingLong(Bar::count).reversed())
                        .limit(n)
                        .toList());
    }
}
