package vigie.indexer.index;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.SourceCoverage;

/** What the attempts of one run say about one source, on top of what earlier runs said. */
final class SourceTally {

    private final String source;
    private long notModified;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable Instant success;

    /** Addresses that the last try could not get; an address that was got maps to empty. */
    private final Map<String, Optional<Attempt>> open = new LinkedHashMap<>();

    SourceTally(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    void add(Attempt attempt) {
        AttemptOutcome outcome = attempt.outcome();
        boolean got = outcome == AttemptOutcome.FETCHED || outcome == AttemptOutcome.NOT_MODIFIED;
        notModified += outcome == AttemptOutcome.NOT_MODIFIED ? 1 : 0;
        first = earlier(first, attempt.time());
        last = later(last, attempt.time());
        if (got) {
            success = later(success, attempt.time());
        }
        open.put(attempt.url(), got ? Optional.empty() : Optional.of(attempt));
    }

    void startFrom(SourceCoverage before) {
        notModified += before.notModified();
        first = before.firstTried() == null ? first : earlier(first, before.firstTried());
        last = before.lastTried() == null ? last : later(last, before.lastTried());
        success = before.lastSuccess() == null ? success : later(success, before.lastSuccess());
    }

    Map<String, Optional<Attempt>> addresses() {
        return open;
    }

    long notModified() {
        return notModified;
    }

    @Nullable
    Instant first() {
        return first;
    }

    @Nullable
    Instant last() {
        return last;
    }

    @Nullable
    Instant success() {
        return success;
    }

    private static Instant earlier(@Nullable Instant a, Instant b) {
        return a == null || b.isBefore(a) ? b : a;
    }

    private static Instant later(@Nullable Instant a, Instant b) {
        return a == null || b.isAfter(a) ? b : a;
    }
}
