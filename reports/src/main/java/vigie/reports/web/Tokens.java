package vigie.reports.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a change is asked for by a page of ours: a token that only our pages hold, tied to a cookie that other sites'
 * pages cannot send. Cookie and token are made when a page first asks for one, so readers get none. Thread-safe.
 */
final class Tokens {

    /** Of the form's field. */
    static final String FIELD = "csrf";
    /** Of the header, for scripts. */
    static final String HEADER = "X-CSRF-Token";

    private static final String COOKIE = "vigie-session";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SESSION = Pattern.compile("[0-9a-f]{32}");

    private final RandomGenerator random;
    private final SecretKeySpec key;

    Tokens(RandomGenerator random) {
        this.random = random;
        this.key = new SecretKeySpec(bytes(32), ALGORITHM);
    }

    /** The token for pages answered to that request. */
    String of(Context context) {
        String session = session(context);
        if (session == null) {
            session = HexFormat.of().formatHex(bytes(16));
            Cookie cookie = new Cookie(COOKIE, session, "/");
            cookie.setHttpOnly(true);
            cookie.setSameSite(SameSite.STRICT);
            context.cookie(cookie);
            context.attribute(COOKIE, session);
        }
        return token(session);
    }

    /** Whether a request for a change comes from one of our pages. */
    boolean proves(Context context) {
        String session = session(context);
        String given = context.header(HEADER);
        String shown = given == null ? context.formParam(FIELD) : given;
        return session != null
                && shown != null
                && MessageDigest.isEqual(
                        token(session).getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String session(Context context) {
        String drawn = context.attribute(COOKIE);
        String session = drawn == null ? context.cookie(COOKIE) : drawn;
        return session != null && SESSION.matcher(session).matches() ? session : null;
    }

    private String token(String session) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(session.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
