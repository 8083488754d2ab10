package vigie.crawler.nutch;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vigie.crawler.focus.DocumentKinds;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.Capture;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.SourceDocument;

/** Makes the document of a page out of what was captured and read. */
final class Documents {

    private Documents() {}

    static SourceDocument of(Source source, String requested, Capture capture, ParsedDocument parsed) {
        Map<String, String> metadata = new HashMap<>(parsed.metadata());
        if (!requested.equals(capture.url())) {
            metadata.put(SourceDocument.REQUESTED, requested);
        }
        return new SourceDocument(
                SourceDocument.idOf(capture.url(), ""),
                source.id(),
                capture,
                "",
                DocumentKinds.guess(capture.url(), parsed.mediaType(), parsed.title(), parsed.text()),
                parsed.title(),
                DocumentDates.guess(parsed.published(), capture.url(), parsed.title()),
                source.publisher(),
                parsed.outcome(),
                parsed.cause(),
                parsed.text(),
                parsed.pageStarts(),
                parsed.links(),
                metadata);
    }

    /** What a person should know about a document that gave no text. */
    static Optional<Issue> issue(SourceDocument document, Instant now) {
        String why = document.cause() == null ? "" : ": " + document.cause();
        return switch (document.outcome()) {
            case TEXT, UNSUPPORTED -> Optional.empty();
            case NO_TEXT ->
                issue(document, now, "no-text-layer", "the document is a scan without text", "run OCR on it");
            case NEEDS_PASSWORD ->
                issue(
                        document,
                        now,
                        "needs-password",
                        "the document is encrypted",
                        "ask the publisher for an open copy");
            case FAILED ->
                issue(document, now, "document-failed", "the document cannot be read" + why, "open it by hand");
            case TIMED_OUT ->
                issue(
                        document,
                        now,
                        "document-timed-out",
                        "reading the document took too long",
                        "open it by hand, or raise the limit of time in config/crawl.yml");
        };
    }

    private static Optional<Issue> issue(
            SourceDocument document, Instant now, String kind, String message, String remedy) {
        return Optional.of(
                new Issue(now, "crawl", document.source(), document.capture().url(), kind, message, remedy));
    }
}
