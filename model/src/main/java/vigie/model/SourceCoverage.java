package vigie.model;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.model.id.InseeCode;

/**
 * What was read of a source, so that "nothing found" is never taken for "nothing there".
 *
 * @param source id of the source
 * @param name of the source; its id where the seeds no longer hold it
 * @param url the source's address, or null where the seeds no longer hold it
 * @param commune that the source publishes for, or null
 * @param kind of source, or null where the seeds no longer hold it
 * @param departement code of the publisher's, where that is known
 * @param read documents whose text was read
 * @param noText scans and other documents without a text layer
 * @param unreadable documents that are encrypted, broken, too large or of a kind that we do not read
 * @param refused addresses that the last try did not ask for: robots.txt, limits of ours
 * @param failed addresses that the last try could not reach
 * @param notModified how often an address was found unchanged, over all runs
 * @param firstTried when the source was first tried, or null if it never was
 * @param lastTried when the source was last tried, or null if it never was
 * @param lastSuccess when the source last answered, or null if it never did
 * @param lastNew when it last brought a document that was not known before, or null if it never did
 * @param oldest date of the oldest dated document, or null
 * @param newest date of the newest dated document, or null
 * @param reasons why addresses were refused or failed: reason → number of addresses
 * @param tries how often addresses were tried, by the month of the try (UTC)
 */
public record SourceCoverage(
        String source,
        String name,
        @Nullable String url,
        @Nullable InseeCode commune,
        @Nullable SourceKind kind,
        @Nullable String departement,
        int read,
        int noText,
        int unreadable,
        int refused,
        int failed,
        long notModified,
        @Nullable Instant firstTried,
        @Nullable Instant lastTried,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNew,
        @Nullable PartialDate oldest,
        @Nullable PartialDate newest,
        Map<String, Integer> reasons,
        SortedMap<YearMonth, Tries> tries) {

    public SourceCoverage {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
        tries = Collections.unmodifiableSortedMap(new TreeMap<>(tries));
    }

    /** Why nothing is had of a source. */
    public enum Silence implements Term {
        /** It answers that there is nothing at its address: 404 or 410. */
        MISSING,
        /** It was not asked: robots.txt or limits of ours forbid it. */
        REFUSED,
        /** It does not answer. */
        UNREACHABLE
    }

    /** Why nothing is had of it; null where it gives something. */
    public @Nullable Silence silence() {
        if (!unreachable()) {
            return null;
        }
        if (failed == 0 && refused > 0) {
            return Silence.REFUSED;
        }
        return refused == 0 && !reasons.isEmpty() && reasons.keySet().stream().allMatch(SourceCoverage::isMissing)
                ? Silence.MISSING
                : Silence.UNREACHABLE;
    }

    /** Whether a reason says that there is nothing at the address. */
    public static boolean isMissing(String reason) {
        return reason.matches("(?:not-found|gone)(?::.*)?");
    }

    /** Whether the source was tried and its last answer is older than its last try. */
    public boolean unreachable() {
        return lastTried != null && (lastSuccess == null || (lastTried.isAfter(lastSuccess) && read == 0));
    }
}
