package vigie.crawler.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Term;

/** What came of one request: exactly one of these, never an exception for what the network or a server does. */
public sealed interface FetchOutcome {

    /** The address that was asked for. */
    URI url();

    /** When it was over. */
    Instant time();

    /**
     * A response with status 2xx.
     *
     * @param answered the address that answered, after redirects
     * @param headers as received, names in their original spelling
     * @param mediaType declared, without parameters, lower case
     * @param body with the content encoding undone
     * @param sha256 of {@code body}
     */
    record Fetched(
            URI url,
            Instant time,
            URI answered,
            int status,
            Map<String, List<String>> headers,
            @Nullable String mediaType,
            byte[] body,
            String sha256)
            implements FetchOutcome {}

    /** The server answered 304, or with the very bytes that we know. */
    record NotModified(
            URI url,
            Instant time,
            int status,
            @Nullable String etag,
            @Nullable String lastModified) implements FetchOutcome {}

    /** We did not ask, or stopped asking, by our own rules. */
    record Refused(URI url, Instant time, Refusal reason, String detail) implements FetchOutcome {}

    /**
     * We asked and got nothing usable.
     *
     * @param status HTTP status, 0 where there was no response
     */
    record Failed(URI url, Instant time, Failure kind, int status, String cause) implements FetchOutcome {}

    /** Why we refuse. */
    enum Refusal implements Term {
        ROBOTS,
        ROBOTS_UNREACHABLE,
        CRAWL_DELAY,
        ADDRESS,
        SCHEME,
        REDIRECTS,
        TOO_LARGE,
        RATIO,
        BACK_OFF
    }

    /** How a request fails. */
    enum Failure implements Term {
        DNS,
        CONNECT,
        TLS,
        TIMEOUT,
        TOO_SLOW,
        BROKEN,
        NOT_FOUND,
        GONE,
        CLIENT_ERROR,
        SERVER_ERROR
    }
}
