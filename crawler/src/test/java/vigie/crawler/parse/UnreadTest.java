package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.Issue;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

class UnreadTest {

    private static final Capture CAPTURE =
            new Capture("https://v.example/a.pdf", Instant.EPOCH, 200, null, "0".repeat(64), 1, null, null, null);

    @Test
    void attachmentsThatGaveNoTextAreTold() {
        assertThat(told(Map.of("attachments", "3"))).isEmpty();
        assertThat(told(Map.of("attachments", "3", "attachments-unread", "2")))
                .get()
                .satisfies(issue -> assertThat(issue.kind()).isEqualTo("attachments-unread"))
                .satisfies(issue -> assertThat(issue.message()).endsWith(": 2"));
    }

    @Test
    void filesOfAnArchiveThatGaveNoTextAreTold() {
        assertThat(told(Map.of("archive-files", "3", "archive-unread", "1")))
                .get()
                .extracting(Issue::kind)
                .isEqualTo("archive-partly-read");
        assertThat(told(Map.of("archive-files", "3", "archive-unread", "0"))).isEmpty();
        assertThat(told(Map.of())).isEmpty();
    }

    @Test
    void scanOfWhichOnlyAttachmentsAreReadIsTold() {
        Map<String, String> scan = Map.of("attached-from", "0", "pages-without-text", "1", "ocr", "off");

        assertThat(told(scan)).get().extracting(Issue::kind).isEqualTo("no-text-layer");
        assertThat(told(Map.of("attached-from", "0"))).isEmpty();
        assertThat(told(Map.of("attached-from", "70", "pages-without-text", "1", "ocr", "off")))
                .isEmpty();
    }

    private static Optional<Issue> told(Map<String, String> metadata) {
        return Unread.issue(
                new SourceDocument(
                        "d",
                        "feed",
                        CAPTURE,
                        "",
                        DocumentKind.AUTRE,
                        null,
                        null,
                        Publisher.unknown(),
                        TextOutcome.TEXT,
                        null,
                        "Texte",
                        List.of(),
                        List.of(),
                        metadata),
                Instant.EPOCH);
    }
}
