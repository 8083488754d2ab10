package vigie.crawler.nutch;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.nutch.crawl.CrawlDatum;
import org.jspecify.annotations.Nullable;
import vigie.crawler.parse.ParsedDocument;
import vigie.crawler.parse.Unread;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Capture;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.archive.SegmentWriter;

/** Writes what became of pages into one segment of the archive, counts it and tells what a person should look at. Thread-safe. */
final class ArchivedPages {

    private final CrawlParts parts;
    private final SegmentWriter writer;
    private final SiteTally tally;
    private final Consumer<Issue> issues;
    private final Set<String> written = new HashSet<>();
    private boolean empty = true;

    ArchivedPages(CrawlParts parts, SegmentWriter writer, SiteTally tally, Consumer<Issue> issues) {
        this.parts = parts;
        this.writer = writer;
        this.tally = tally;
        this.issues = issues;
    }

    /** Writes an attempt, and what follows where it brought no page. */
    synchronized void attempt(String url, CrawlDatum datum, Attempt attempt) throws IOException {
        empty = false;
        writer.attempt(attempt);
        tally.add(attempt, Fields.has(datum, Fields.SEED));
        String sha256 = Fields.get(datum, Fields.SHA256);
        if (attempt.outcome() == AttemptOutcome.NOT_MODIFIED && sha256 != null) {
            writer.revisit(url, attempt.time(), attempt.status(), sha256);
        } else if (attempt.outcome() == AttemptOutcome.REFUSED) {
            limits(attempt);
        }
    }

    /** Whether nothing was asked for. */
    synchronized boolean isEmpty() {
        return empty;
    }

    /**
     * Writes a page; several addresses may lead to it, it is kept once.
     *
     * @param parsed null of a sitemap, which is no document
     * @param platform of a seed's page; null of others
     */
    synchronized void page(
            String url,
            CrawlDatum datum,
            Source source,
            Response response,
            byte[] body,
            @Nullable ParsedDocument parsed,
            @Nullable String platform)
            throws IOException {
        if (!written.add(response.answered())) {
            return;
        }
        Capture capture = writer.response(
                response.answered(),
                response.time(),
                response.status(),
                response.headers(),
                response.mediaType(),
                body);
        if (parsed != null) {
            document(url, source, capture, parsed.called(Fields.get(datum, Fields.LABEL)));
            platform(url, source, Fields.get(datum, Fields.PLATFORM), platform);
        }
    }

    private void document(String url, Source source, Capture capture, ParsedDocument parsed) throws IOException {
        SourceDocument document = Documents.of(source, url, capture, parsed);
        writer.document(document);
        tally.add(document);
        Unread.issue(document, parts.clock().instant()).ifPresent(issues);
    }

    /** A town that changes its supplier moves its acts, and what was learnt of its site holds no more. */
    private void platform(String url, Source source, @Nullable String former, @Nullable String now) {
        if (former != null && now != null && !now.isEmpty() && !now.equals(former)) {
            issues.accept(new Issue(
                    parts.clock().instant(),
                    "crawl",
                    source.id(),
                    url,
                    "platform-changed",
                    "the site was on " + former + " and is on " + now,
                    "look whether its acts have moved, and correct starts: and hosts: of its seed"));
        }
    }

    private void limits(Attempt attempt) {
        String reason = attempt.reason() == null ? "" : attempt.reason();
        if (Statuses.isBeyondLimits(reason)) {
            issues.accept(new Issue(
                    parts.clock().instant(),
                    "crawl",
                    attempt.source(),
                    attempt.url(),
                    "beyond-limits",
                    "not fetched: " + reason,
                    "raise the limit in config/crawl.yml if the document is worth it"));
        }
    }
}
