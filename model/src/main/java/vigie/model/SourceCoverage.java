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

    /** Whether the source was tried and its last answer is older than its last try. */
    public boolean unreachable() {
        return lastTried != null && (lastSuccess == null || (lastTried.isAfter(lastSuccess) && read == 0));
    }
}
