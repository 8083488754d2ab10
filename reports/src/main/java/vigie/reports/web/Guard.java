package vigie.reports.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;
import vigie.reports.web.Refusal.Reason;

/** Looks at every request before a page does, and puts on every answer what browsers need to protect its reader. */
final class Guard {

    /** Characters of a query string that are looked at. */
    static final int LONGEST_QUERY = 8 * 1024;

    private final Address address;
    private final Tokens tokens;

    Guard(Address address, Tokens tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    /** On every answer but Jetty's bare refusal of what is no HTTP. */
    static void protect(HttpFields.Mutable headers) {
        headers.put(
                "Content-Security-Policy",
                "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    /**
     * Lets a request pass. Queries to the API may be longer: they are answered by the limits of the query language.
     *
     * @throws Refusal if it does not
     */
    void check(Context context) {
        String host = context.header("Host");
        if (host == null || !address.answersTo(host)) {
            throw new Refusal(Reason.WRONG_HOST, String.valueOf(host));
        }
        String query = context.queryString();
        boolean api = Api.covers(context.path());
        if (!api && query != null && query.length() > LONGEST_QUERY) {
            throw new Refusal(Reason.TOO_LONG, query.length(), LONGEST_QUERY);
        }
        if (context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD)) {
            return;
        }
        if (!context.method().equals(HandlerType.POST)) {
            context.header("Allow", "GET, HEAD, POST");
            throw new Refusal(Reason.WRONG_METHOD, context.method().name());
        }
        if (!isOurs(context.header("Origin")) || (!api && !tokens.proves(context))) {
            throw new Refusal(Reason.FORGED);
        }
        if (api && !isJson(context.contentType())) {
            throw new Refusal(Reason.NOT_JSON);
        }
    }

    /** What no form of a stranger's page can send, and no script of it without our consent, which nobody gets. */
    private static boolean isJson(@Nullable String type) {
        return type != null
                && type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip().equals("application/json");
    }

    private boolean isOurs(@Nullable String origin) {
        try {
            return origin == null || address.answersTo(String.valueOf(new URI(origin).getRawAuthority()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
