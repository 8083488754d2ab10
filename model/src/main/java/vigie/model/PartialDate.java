package vigie.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date known to the year, the month or the day; written {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}.
 *
 * <p>Order: by earliest day, the less precise first.
 */
public record PartialDate(
        int year, @Nullable Integer month, @Nullable Integer day) implements Comparable<PartialDate> {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Comparator<PartialDate> ORDER =
            Comparator.comparing(PartialDate::earliest).thenComparing(PartialDate::toString);

    /**
     * Takes the parts.
     *
     * @throws IllegalArgumentException if there is no such day in the calendar
     */
    public PartialDate {
        if (year < 1 || year > 9999 || (month == null && day != null)) {
            throw new IllegalArgumentException("no such date: " + year + "-" + month + "-" + day);
        }
        if (month != null) {
            if (month < 1
                    || month > 12
                    || (day != null && !YearMonth.of(year, month).isValidDay(day))) {
                throw new IllegalArgumentException("no such date: " + year + "-" + month + "-" + day);
            }
        }
    }

    /** A day. */
    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /**
     * Reads one of the three forms.
     *
     * @throws IllegalArgumentException if it is none of them, or there is no such day
     */
    @JsonCreator
    public static PartialDate parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("not a date (YYYY, YYYY-MM or YYYY-MM-DD): '" + text + "'");
        }
        return new PartialDate(
                Integer.parseInt(m.group(1)),
                m.group(2) == null ? null : Integer.valueOf(m.group(2)),
                m.group(3) == null ? null : Integer.valueOf(m.group(3)));
    }

    /** The first day that this date can mean. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The last day that this date can mean. */
    public LocalDate latest() {
        if (day != null) {
            return earliest();
        }
        return month == null
                ? LocalDate.of(year, 12, 31)
                : YearMonth.of(year, month).atEndOfMonth();
    }

    @Override
    public int compareTo(PartialDate other) {
        return ORDER.compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        if (month == null) {
            return String.format(Locale.ROOT, "%04d", year);
        }
        return day == null
                ? String.format(Locale.ROOT, "%04d-%02d", year, month)
                : String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }
}
