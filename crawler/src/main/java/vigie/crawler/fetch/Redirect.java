package vigie.crawler.fetch;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Refusal;

/** Reads where a redirect leads. */
final class Redirect {

    private static final Pattern OTHER_SCHEME = Pattern.compile("^\\s*(?!https?:)[a-zA-Z][a-zA-Z0-9+.-]*:.*");

    private Redirect() {}

    /** @throws StopException if it leads nowhere, or away from http and https */
    static HttpUrl target(Answer answer) throws StopException {
        @Nullable String location = answer.headers().get("Location");
        if (location == null) {
            throw StopException.failed(Failure.BROKEN, answer.status(), "a redirect without Location");
        }
        if (OTHER_SCHEME.matcher(location).matches()) {
            throw StopException.refused(Refusal.SCHEME, "redirect to " + location);
        }
        return WebUrl.resolve(answer.url(), location)
                .orElseThrow(() ->
                        StopException.failed(Failure.BROKEN, answer.status(), "redirect to a malformed " + location));
    }
}
