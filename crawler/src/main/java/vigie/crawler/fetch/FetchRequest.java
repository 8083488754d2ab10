package vigie.crawler.fetch;

import java.net.URI;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vigie.model.Source;

/**
 * What to fetch, for whom.
 *
 * @param source decides gap and allowed addresses
 * @param body sent by POST unless empty, then by GET
 * @param headers further request headers
 * @param etag validators of the last capture, or null
 * @param lastModified the same
 * @param knownSha256 digest of the last capture's payload: the same bytes again are {@code NotModified}
 * @param known asked first, because it is cheaper than a digest; bytes that it does not know may still have that digest
 */
public record FetchRequest(
        Source source,
        URI url,
        byte[] body,
        Map<String, String> headers,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String knownSha256,
        Predicate<byte[]> known) {

    public FetchRequest {
        headers = Map.copyOf(headers);
    }

    /** One that is known by its digest alone. */
    public FetchRequest(
            Source source,
            URI url,
            byte[] body,
            Map<String, String> headers,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String knownSha256) {
        this(source, url, body, headers, etag, lastModified, knownSha256, bytes -> false);
    }

    /** A plain GET. */
    public static FetchRequest get(Source source, URI url) {
        return new FetchRequest(source, url, new byte[0], Map.of(), null, null, null);
    }
}
