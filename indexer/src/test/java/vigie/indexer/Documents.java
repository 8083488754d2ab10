package vigie.indexer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

/** Documents for tests. */
public final class Documents {

    private Documents() {}

    /** A document without a known publisher. */
    public static SourceDocument of(String text, @Nullable String date) {
        return of(text, date, Publisher.unknown());
    }

    /** A document without a known publisher, of which nothing tells the date but when its file was saved. */
    public static SourceDocument saved(String text, String date) {
        return of(text, date, Publisher.unknown(), Map.of(SourceDocument.PUBLISHED_FROM, SourceDocument.SAVED));
    }

    /** A document of that publisher. */
    public static SourceDocument of(String text, @Nullable String date, Publisher publisher) {
        return of(text, date, publisher, Map.of());
    }

    private static SourceDocument of(
            String text, @Nullable String date, Publisher publisher, Map<String, String> metadata) {
        Capture capture = new Capture(
                "https://mairie.example/pv", Instant.EPOCH, 200, "text/plain", "00", text.length(), null, null, null);
        return new SourceDocument(
                "d-1",
                "roquebelle",
                capture,
                "",
                DocumentKind.PROCES_VERBAL,
                null,
                date == null ? null : PartialDate.parse(date),
                publisher,
                TextOutcome.TEXT,
                null,
                text,
                List.of(),
                List.of(),
                metadata);
    }
}
