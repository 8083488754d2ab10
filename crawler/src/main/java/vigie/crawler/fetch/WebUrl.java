package vigie.crawler.fetch;

import java.util.Optional;
import okhttp3.HttpUrl;

/** Parses http and https addresses as browsers do, but refuses what only a browser would make something of. */
final class WebUrl {

    private WebUrl() {}

    static Optional<HttpUrl> parse(String url) {
        return Optional.ofNullable(HttpUrl.parse(url)).map(WebUrl::bare);
    }

    static Optional<HttpUrl> resolve(HttpUrl base, String reference) {
        return Optional.ofNullable(base.resolve(reference)).map(WebUrl::bare);
    }

    /** Without user, password and fragment: nothing that we fetch needs them. */
    private static HttpUrl bare(HttpUrl url) {
        return url.newBuilder().username("").password("").fragment(null).build();
    }
}
