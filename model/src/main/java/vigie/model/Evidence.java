package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a claim.
 *
 * @param quote verbatim {@code text.substring(start, end)} of the document
 * @param page from 1, or null where the document has no pages
 * @param sha256 of the captured bytes
 * @param url where they were fetched, or null for a local file
 * @param fetched when, or null for a local file
 */
public record Evidence(
        String quote,
        int start,
        int end,
        @Nullable Integer page,
        String sha256,
        @Nullable String url,
        @Nullable Instant fetched) {}
