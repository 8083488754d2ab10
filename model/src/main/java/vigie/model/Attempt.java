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
        @Nullable String reason) {

    /**
     * What the address counts as: read, blocked by robots.txt, unreadable because it is beyond our limits of size, or
     * unreachable for every other reason.
     */
    public CoverageState state() {
        return switch (outcome) {
            case FETCHED, NOT_MODIFIED -> CoverageState.READ;
            case FAILED -> CoverageState.UNREACHABLE;
            case REFUSED ->
                switch (kind()) {
                    case "robots", "crawl-delay" -> CoverageState.BLOCKED;
                    case "too-large", "ratio" -> CoverageState.UNREADABLE;
                    default -> CoverageState.UNREACHABLE;
                };
        };
    }

    /** Whether the server said that there is nothing at the address: 404 or 410. */
    public boolean missing() {
        return outcome == AttemptOutcome.FAILED && (kind().equals("not-found") || kind().equals("gone"));
    }

    private String kind() {
        return reason == null ? "" : reason.replaceFirst(":.*", "");
    }
}
