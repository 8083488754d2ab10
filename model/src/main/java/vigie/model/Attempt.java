package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to fetch one URL, whatever came of it; kept in the archive, so that "nothing found" can be told from
 * "nothing read".
 *
 * @param source id of the source
 * @param status HTTP status, or 0 where there was no response
 * @param reason for {@code REFUSED} and {@code FAILED}: kind and cause, such as {@code robots} or
 *     {@code connect: refused}; else null
 */
public record Attempt(
        String source,
        String url,
        Instant time,
        AttemptOutcome outcome,
        int status,
        @Nullable String reason) {}
