package vigie.indexer.index;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.SourceCoverage;
import vigie.model.Tries;

/** What the attempts of one run say about one source, on top of what earlier runs said. */
final class SourceTally {

    private final String source;
    private long notModified;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable Instant success;
    private final SortedMap<YearMonth, Tries> tries = new TreeMap<>();

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
        tries.merge(
                YearMonth.from(attempt.time().atZone(ZoneOffset.UTC)),
                Tries.none().plus(attempt),
                Tries::plus);
        open.put(attempt.url(), got ? Optional.empty() : Optional.of(attempt));
    }

    void startFrom(SourceCoverage before) {
        notModified += before.notModified();
        first = before.firstTried() == null ? first : earlier(first, before.firstTried());
        last = before.lastTried() == null ? last : later(last, before.lastTried());
        success = before.lastSuccess() == null ? success : later(success, before.lastSuccess());
        before.tries().forEach((month, earlier) -> tries.merge(month, earlier, Tries::plus));
    }

    Map<String, Optional<Attempt>> addresses() {
        return open;
    }

    SortedMap<YearMonth, Tries> tries() {
        return tries;
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
