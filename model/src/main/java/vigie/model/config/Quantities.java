package vigie.model.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.config.Node.Scalar;
import vigie.model.config.Node.ScalarType;

/** Reads numbers, durations such as {@code 5s} and sizes such as {@code 150MB}. */
public final class Quantities {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,8})(B|kB|MB|GB)");
    private static final Pattern MEGABYTES = Pattern.compile("\\d{1,5}MB|\\d{1,2}GB");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

    private final Values values;

    Quantities(Values values) {
        this.values = values;
    }

    /** The duration that a text such as {@code 90m} or {@code 2h} says; empty if it says none. */
    public static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        return matcher.matches()
                ? Optional.of(duration(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** The bytes that a text such as {@code 20GB} says, units being powers of 1024; empty if it says none. */
    public static Optional<Long> size(String text) {
        Matcher matcher = SIZE.matcher(text);
        return matcher.matches()
                ? Optional.of(Long.parseLong(matcher.group(1)) << shift(matcher.group(2)))
                : Optional.empty();
    }

    Optional<Duration> duration(Node node) {
        return values.word(node).flatMap(word -> duration(word).or(() -> values.fault(node, Fault.BAD_DURATION, word)));
    }

    private static Duration duration(long count, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** A duration that is more than nothing. */
    Optional<Duration> time(Node node) {
        return duration(node)
                .flatMap(time -> time.isZero() ? values.fault(node, Fault.BAD_DURATION, "0") : Optional.of(time));
    }

    /** Bytes; units are powers of 1024. */
    Optional<Long> size(Node node) {
        return values.word(node).flatMap(word -> size(word).or(() -> values.fault(node, Fault.BAD_SIZE, word)));
    }

    /** A size in megabytes or gigabytes, below 100 GB, as megabytes. */
    Optional<Integer> megabytes(Node node) {
        return size(node)
                .flatMap(bytes -> values.word(node)
                                .filter(word -> MEGABYTES.matcher(word).matches())
                                .isPresent()
                        ? Optional.of((int) (bytes >> 20))
                        : values.fault(node, Fault.BAD_SIZE, bytes + "B"));
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "B" -> 0;
            case "kB" -> 10;
            case "MB" -> 20;
            default -> 30;
        };
    }

    /** A whole number of that range. */
    Optional<Integer> whole(Node node, int least, int most) {
        return number(node, least, most)
                .flatMap(number -> number == Math.rint(number)
                        ? Optional.of(number.intValue())
                        : values.fault(node, Fault.NOT_A_NUMBER, number.toString()));
    }

    /** A number of that range. */
    Optional<Double> number(Node node, double least, double most) {
        boolean number = node instanceof Scalar scalar
                && scalar.type() == ScalarType.NUMBER
                && NUMBER.matcher(scalar.text()).matches();
        if (!number) {
            return values.word(node).flatMap(word -> values.fault(node, Fault.NOT_A_NUMBER, word));
        }
        double value = Double.parseDouble(((Scalar) node).text());
        return value >= least && value <= most
                ? Optional.of(value)
                : values.fault(node, Fault.NUMBER_OUT_OF_RANGE, plain(value), plain(least), plain(most));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
