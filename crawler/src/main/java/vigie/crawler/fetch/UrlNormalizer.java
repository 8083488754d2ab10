package vigie.crawler.fetch;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Gives every page one address: the forms in which sites link to the same page become equal, and what is no http or
 * https address is recognised.
 *
 * <p>Reads addresses as browsers do (white space, backslashes, international and numeric hosts, dot segments, default
 * ports), then drops fragment, user and password, session ids and campaign marks, evens out percent-encoding and sorts
 * query parameters. Normalising twice changes nothing. Thread-safe.
 */
public final class UrlNormalizer {

    /** Parameters that name a visit or an advertisement, never a page. */
    private static final List<String> NOT_OF_THE_PAGE = List.of(
            "phpsessid",
            "jsessionid",
            "aspsessionid",
            "sessionid",
            "session_id",
            "cfid",
            "cftoken",
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_term",
            "utm_content",
            "mtm_campaign",
            "mtm_source",
            "mtm_medium",
            "pk_campaign",
            "pk_kwd",
            "fbclid",
            "gclid",
            "msclkid",
            "sid",
            "_wpnonce",
            "nonce",
            "refresh",
            "mc_cid",
            "mc_eid",
            "_ga",
            "xtor");

    private static final Pattern SESSION_IN_PATH =
            Pattern.compile("(?i);(jsessionid|phpsessid|sid)=[^/?;]*|/\\((?:S|F|A)\\([a-z0-9_-]{20,}\\)\\)");

    private final BasicURLNormalizer basic = BasicURLNormalizer.newBuilder().build();

    /** The one form of {@code url}, or empty if it is not an absolute http or https address. */
    public Optional<URI> normalize(String url) {
        return WebUrl.parse(url).flatMap(this::normalize);
    }

    /** The same of a reference as it stands in a page at {@code base}. */
    public Optional<URI> resolve(URI base, String reference) {
        return WebUrl.parse(base.toString())
                .flatMap(page -> WebUrl.resolve(page, reference))
                .flatMap(this::normalize);
    }

    private Optional<URI> normalize(HttpUrl url) {
        HttpUrl.Builder page = url.newBuilder();
        for (String name : url.queryParameterNames()) {
            if (NOT_OF_THE_PAGE.contains(name.toLowerCase(Locale.ROOT))) {
                page.removeAllQueryParameters(name);
            }
        }
        page.encodedPath(SESSION_IN_PATH.matcher(url.encodedPath()).replaceAll(""));
        return Optional.ofNullable(basic.filter(page.build().toString()))
                .flatMap(WebUrl::parse)
                .map(HttpUrl::uri);
    }
}
