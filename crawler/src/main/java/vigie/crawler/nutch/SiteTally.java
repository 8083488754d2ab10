package vigie.crawler.nutch;

import java.util.Map;
import java.util.TreeMap;
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
        private @Nullable String lastFailure;
    }

    void round() {
        rounds++;
    }

    void add(Attempt attempt) {
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
                }
            }
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

    SiteReport report() {
        Map<String, String> unreachable = new TreeMap<>();
        reach.forEach((source, site) -> {
            if (!site.answered && site.lastFailure != null) {
                unreachable.put(source, site.lastFailure);
            }
        });
        return new SiteReport(
                rounds, reach.size(), fetched, notModified, refused, missing, failed, documents, withText, unreachable);
    }
}
