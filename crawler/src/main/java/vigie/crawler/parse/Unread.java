package vigie.crawler.parse;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vigie.model.Issue;
import vigie.model.SourceDocument;

/** What is told of documents, of sites and of feeds, that could not be read or not whole. */
public final class Unread {

    /** What belongs to pages and is no document of its own. */
    private static final Pattern NO_PAPER =
            Pattern.compile(".*: (?:(?:image|audio|video|font)/.*|.*/(?:css|(?:x-)?javascript|ecmascript))");

    private Unread() {}

    /** What a person should know about a document that gave no text. */
    public static Optional<Issue> issue(SourceDocument document, Instant now) {
        String why = document.cause() == null ? "" : ": " + document.cause();
        return switch (document.outcome()) {
            case UNSUPPORTED ->
                NO_PAPER.matcher(why).matches()
                        ? Optional.empty()
                        : issue(
                                document,
                                now,
                                "document-unsupported",
                                "the document is of a type that is not read" + why,
                                "open it by hand");
            case TEXT -> cut(document, now).or(() -> parts(document, now));
            case NO_TEXT -> noText(document, now);
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

    /** The document is an image, or has pages that are, and they were not recognised. */
    private static Optional<Issue> noText(SourceDocument document, Instant now) {
        String reason = document.metadata().getOrDefault("ocr", "");
        String remedy = switch (reason) {
            case "off" -> "switch ocr on in config/crawl.yml";
            case "not-installed" -> "install the packages tesseract-ocr tesseract-ocr-fra";
            case "no-french" -> "install the package tesseract-ocr-fra";
            case "cut" -> "raise the limits of ocr in config/crawl.yml";
            case "gave-up" -> "raise the limits of ocr, or parse-memory, in config/crawl.yml";
            default -> "open it by hand";
        };
        String message = reason.equals("nothing-recognised")
                ? "the document is a scan in which no text could be recognised"
                : "the document is a scan without text";
        return issue(document, now, "no-text-layer", message, remedy);
    }

    private static Optional<Issue> cut(SourceDocument document, Instant now) {
        Map<String, String> facts = document.metadata();
        String pages = facts.getOrDefault("pages-without-text", "");
        String reason = facts.getOrDefault("ocr", "");
        boolean onlyAttached =
                facts.getOrDefault(SourceDocument.ATTACHED_FROM, "").equals("0");
        if (onlyAttached && !pages.isEmpty()) {
            return noText(document, now);
        }
        return reason.equals("cut") || reason.equals("gave-up")
                ? issue(
                        document,
                        now,
                        "pages-not-recognised",
                        "pages " + pages + " are images and were not recognised: a limit was reached, or it failed",
                        "raise the limits of ocr, or parse-memory, in config/crawl.yml")
                : Optional.empty();
    }

    /** The document has text, and files in it have none that we have read. */
    private static Optional<Issue> parts(SourceDocument document, Instant now) {
        Map<String, String> facts = document.metadata();
        String attached = facts.getOrDefault("attachments-unread", "0");
        String unread = facts.getOrDefault("archive-unread", "0");
        if (!attached.equals("0")) {
            return issue(
                    document,
                    now,
                    "attachments-unread",
                    "of " + facts.get("attachments") + " files that the document carries gave no text: " + attached,
                    "open it by hand");
        }
        return unread.equals("0")
                ? Optional.empty()
                : issue(
                        document,
                        now,
                        "archive-partly-read",
                        "of " + facts.get("archive-files") + " files in the archive gave no text: " + unread,
                        "open it by hand");
    }

    private static Optional<Issue> issue(
            SourceDocument document, Instant now, String kind, String message, String remedy) {
        return Optional.of(
                new Issue(now, "crawl", document.source(), document.capture().url(), kind, message, remedy));
    }
}
