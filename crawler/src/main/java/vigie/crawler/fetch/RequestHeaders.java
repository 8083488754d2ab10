package vigie.crawler.fetch;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.Headers;

/** The headers that we send with every request, and those of one request. */
final class RequestHeaders {

    /** What is ours or the connection's to say; a caller's word on it is not heard. */
    private static final Set<String> OURS = caseless(
            "User-Agent",
            "Accept-Encoding",
            "Host",
            "Connection",
            "Content-Length",
            "Transfer-Encoding",
            "Range",
            "If-None-Match",
            "If-Modified-Since");

    private final Headers standard;

    RequestHeaders(String userAgent) {
        this.standard = new Headers.Builder()
                .addUnsafeNonAscii("User-Agent", userAgent)
                .add("Accept", "*/*")
                .add("Accept-Language", "fr, en;q=0.5")
                .add("Accept-Encoding", "gzip")
                .build();
    }

    Headers standard() {
        return standard;
    }

    Headers of(FetchRequest request) {
        Headers.Builder headers = standard.newBuilder();
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            if (!OURS.contains(header.getKey())) {
                headers.set(header.getKey(), header.getValue());
            }
        }
        if (request.body().length == 0) {
            addValidators(request, headers);
        }
        return headers.build();
    }

    private static void addValidators(FetchRequest request, Headers.Builder headers) {
        if (request.etag() != null) {
            headers.addUnsafeNonAscii("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            headers.addUnsafeNonAscii("If-Modified-Since", request.lastModified());
        }
    }

    /** Leaves only the standard headers and those of {@code kept}. */
    void removeOthers(Headers.Builder headers, Collection<String> kept) {
        for (String name : headers.build().names()) {
            if (standard.get(name) == null && !kept.contains(name)) {
                headers.removeAll(name);
            }
        }
    }

    private static Set<String> caseless(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return Collections.unmodifiableSet(set);
    }
}
