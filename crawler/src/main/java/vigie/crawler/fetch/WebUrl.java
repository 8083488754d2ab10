package vigie.crawler.fetch;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Parses http and https addresses as the WHATWG's standard says, by OkHttp and with what OkHttp leaves out: stray control
 * characters, hosts that are numbers, characters that no host has. User, password and fragment are dropped: nothing that
 * we fetch needs them.
 */
final class WebUrl {

    private static final Pattern AT_THE_ENDS = Pattern.compile("^[\\x00-\\x20]+|[\\x00-\\x20]+$");
    private static final int LAST_BLANK = ' ';
    private static final Pattern ANYWHERE = Pattern.compile("[\\t\\n\\r]");
    private static final Pattern FORBIDDEN_IN_HOST = Pattern.compile("[\\x00-\\x20\"#%/:<>?@\\[\\\\\\]^`{|}\\x7f]");
    private static final Pattern ESCAPE_IN_BRACKETS =
            Pattern.compile("(?is)^(https?:)?[/\\\\]*[^/\\\\?#\\[]*\\[[^/\\\\?#\\]]*%.*");

    /** Longer ones are traps or mistakes: servers give up long before. */
    private static final int LONGEST = 8192;

    private WebUrl() {}

    static Optional<HttpUrl> parse(String url) {
        String clean = clean(url);
        return checked(clean, HttpUrl.parse(clean));
    }

    static Optional<HttpUrl> resolve(HttpUrl base, String reference) {
        String clean = clean(reference);
        return checked(clean, base.resolve(clean));
    }

    private static String clean(String url) {
        if (url.chars().noneMatch(character -> character <= LAST_BLANK)) {
            return url;
        }
        String trimmed = AT_THE_ENDS.matcher(url).replaceAll("");
        return ANYWHERE.matcher(trimmed).replaceAll("");
    }

    private static Optional<HttpUrl> checked(String text, @Nullable HttpUrl url) {
        if (url == null
                || text.length() > LONGEST
                || (text.indexOf('[') >= 0 && ESCAPE_IN_BRACKETS.matcher(text).matches())) {
            return Optional.empty();
        }
        return host(url.host()).map(host -> isBare(url, host) ? url : bare(url, host));
    }

    private static boolean isBare(HttpUrl url, String host) {
        return host.equals(url.host())
                && url.encodedUsername().isEmpty()
                && url.encodedPassword().isEmpty()
                && url.encodedFragment() == null;
    }

    private static HttpUrl bare(HttpUrl url, String host) {
        return url.newBuilder()
                .host(host)
                .username("")
                .password("")
                .fragment(null)
                .build();
    }

    /** The host in its canonical form, or empty if it cannot be one. */
    private static Optional<String> host(String host) {
        boolean isAddress6 = host.indexOf(':') >= 0;
        if (isAddress6) {
            return Optional.of(host);
        }
        if (FORBIDDEN_IN_HOST.matcher(host).find()) {
            return Optional.empty();
        }
        return NumericHost.isMeant(host) ? NumericHost.dotted(host) : Optional.of(host);
    }
}
