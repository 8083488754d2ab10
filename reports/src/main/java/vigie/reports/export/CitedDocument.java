package vigie.reports.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;

/**
 * A document that is cited, without its text.
 *
 * @param id as {@code SourceDocument.id}
 * @param source id of the source; null where the index has no such document any more
 * @param sourceName how the source is called
 * @param title people named in it are masked
 * @param url that answered; null for a local file
 * @param sha256 of the bytes that were read
 */
record CitedDocument(
        String id,
        @Nullable String source,
        @Nullable String sourceName,
        @Nullable DocumentKind kind,
        @Nullable String title,
        @Nullable PartialDate date,
        @Nullable String url,
        @Nullable Instant fetched,
        @Nullable String sha256,
        @Nullable String mediaType) {}
