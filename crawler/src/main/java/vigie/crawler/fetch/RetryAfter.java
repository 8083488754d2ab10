package vigie.crawler.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: seconds or a date. */
final class RetryAfter {

    /** Where a host says that it is overloaded but not for how long. */
    static final Duration UNSTATED = Duration.ofMinutes(1);

    /** No host is given up for longer by one header. */
    static final Duration LONGEST = Duration.ofDays(30);

    private RetryAfter() {}

    /** When to come back: the header's time, or {@link #UNSTATED} from {@code now} where it says nothing readable. */
    static Instant until(@Nullable String header, Instant now) {
        Instant latest = now.plus(LONGEST);
        Instant until = header == null ? now.plus(UNSTATED) : read(header.strip(), now);
        return until.isAfter(latest) ? latest : until;
    }

    private static Instant read(String value, Instant now) {
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return value.length() > 9 ? now.plus(LONGEST) : now.plusSeconds(Long.parseLong(value));
        }
        try {
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return now.plus(UNSTATED);
        }
    }
}
