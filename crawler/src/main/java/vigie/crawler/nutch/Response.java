package vigie.crawler.nutch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.FetchOutcome.Fetched;

/**
 * What goes with a body through Nutch: everything of {@link Fetched} but the body itself.
 *
 * @param answered the address that answered, after redirects
 * @param spool name of the file that holds the body, or null where the record itself does
 */
record Response(
        String answered,
        Instant time,
        int status,
        Map<String, List<String>> headers,
        @Nullable String mediaType,
        String sha256,
        @Nullable String spool) {

    static Response of(Fetched fetched, @Nullable String spool) {
        return new Response(
                fetched.answered().toString(),
                fetched.time(),
                fetched.status(),
                fetched.headers(),
                fetched.mediaType(),
                fetched.sha256(),
                spool);
    }

    /** The declared content type with its parameters, or null. */
    @Nullable
    String contentType() {
        return header("content-type");
    }

    @Nullable
    String header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> name.equalsIgnoreCase(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .findFirst()
                .orElse(null);
    }
}
