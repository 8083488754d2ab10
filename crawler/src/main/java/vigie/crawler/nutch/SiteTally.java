package vigie.crawler.nutch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Attempt;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

/** Counts what became of a crawl; not thread-safe. */
final class SiteTally {

    private final Map<String, Reach> reach = new TreeMap<>();
    private int rounds;
    private long fetched;
    private long notModified;
    private long refused;
    private long missing;
    private long failed;
    private long documents;
    private long withText;

    private static final class Reach {
        private boolean answered;
        private int failures;
        private @Nullable String lastFailure;
        private @Nullable Attempt startUnread;

        boolean isUnreachable() {
            return !answered && lastFailure != null;
        }
    }

    void round() {
        rounds++;
    }

    /** @param isStart whether it is of an address where its source starts */
    void add(Attempt attempt, boolean isStart) {
        Reach site = reach.computeIfAbsent(attempt.source(), id -> new Reach());
        String reason = attempt.reason() == null ? "" : attempt.reason();
        switch (attempt.outcome()) {
            case FETCHED -> fetched++;
            case NOT_MODIFIED -> notModified++;
            case REFUSED -> refused++;
            case FAILED -> {
                if (Statuses.isMissing(reason)) {
                    missing++;
                } else {
                    failed++;
                    site.failures++;
                }
            }
        }
        // A delay is asked for the whole host, wherever it was met.
        boolean told = Statuses.isBeyondLimits(reason) || Statuses.isForbidden(reason);
        if (Statuses.isDelayed(reason) || (isStart && !reason.isEmpty() && !told)) {
            site.startUnread = attempt;
        }
        if (Statuses.isUnreachable(reason)) {
            site.lastFailure = reason;
        } else {
            site.answered = true;
        }
    }

    void add(SourceDocument document) {
        documents++;
        withText += document.outcome() == TextOutcome.TEXT ? 1 : 0;
    }

    /**
     * The failed start of each source that has one, unless the report says that the source is unreachable, or the start
     * is told for its size, or is only forbidden.
     */
    List<Attempt> startsUnread() {
        return reach.values().stream()
                .filter(site -> !site.isUnreachable())
                .flatMap(site -> Stream.ofNullable(site.startUnread))
                .toList();
    }

    SiteReport report() {
        Map<String, String> unreachable = new TreeMap<>();
        long again = 0;
        for (Map.Entry<String, Reach> source : reach.entrySet()) {
            Reach site = source.getValue();
            if (site.isUnreachable()) {
                unreachable.put(source.getKey(), String.valueOf(site.lastFailure));
                again += Math.max(0, site.failures - 1);
            }
        }
        return new SiteReport(
                rounds,
                reach.size(),
                fetched,
                notModified,
                refused,
                missing,
                failed - again,
                documents,
                withText,
                unreachable);
    }
}
