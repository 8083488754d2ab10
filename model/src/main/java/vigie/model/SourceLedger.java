package vigie.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one source for one commune, month by month, so that "was March 2024 read?" has an answer.
 *
 * <p>A document counts in the month of its own date; an address that could not be had in the month that its text tells
 * ({@code /2024/03/}). What bears no month is in {@code undated} and may belong to any.
 *
 * @param source id of the source
 * @param name of the source; its id where the seeds no longer hold it
 * @param url the source's address, or null where the seeds no longer hold it
 * @param lastTried when the source was last tried, or null if it never was
 * @param lastSuccess when the source last answered, or null if it never did
 * @param undated what tells no month
 * @param outside what is dated before the first or after the last of {@code months}
 * @param changed documents of which more than one version was seen
 * @param vanished documents that are no longer online; their archived copies stay
 * @param months without gaps, ascending
 */
public record SourceLedger(
        String source,
        String name,
        @Nullable String url,
        @Nullable Instant lastTried,
        @Nullable Instant lastSuccess,
        MonthCounts undated,
        MonthCounts outside,
        int changed,
        int vanished,
        List<LedgerMonth> months) {

    public SourceLedger {
        months = List.copyOf(months);
    }
}
