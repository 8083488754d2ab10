package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fetch that brought bytes, and where they are kept.
 *
 * @param url the address that answered, after redirects
 * @param fetched when the response was complete
 * @param status HTTP status
 * @param mediaType as the server declared it, without parameters, lower case; null if it did not
 * @param sha256 of the payload (content encoding undone), lower-case hex
 * @param length of the payload in bytes
 * @param etag validators of the response for the next conditional request, or null
 * @param warc null only for a file that was never fetched ({@code vigie extract})
 */
public record Capture(
        String url,
        Instant fetched,
        int status,
        @Nullable String mediaType,
        String sha256,
        long length,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable WarcPosition warc) {}
