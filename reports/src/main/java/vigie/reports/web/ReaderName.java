package vigie.reports.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a reader calls themselves, kept by their browser and sent back to the review pages only. */
final class ReaderName {

    /** Characters of it that are kept. */
    static final int LONGEST = 80;

    private static final String COOKIE = "vigie-reader";
    private static final int YEAR = 365 * 24 * 3600;

    private ReaderName() {}

    /** As it was given last, or empty. */
    static String of(Context context) {
        String kept = context.cookie(COOKIE);
        try {
            String name = kept == null ? "" : URLDecoder.decode(kept, StandardCharsets.UTF_8);
            return name.length() > LONGEST ? "" : name;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Remembers it. */
    static void keep(String name, Context context) {
        Cookie cookie = new Cookie(COOKIE, URLEncoder.encode(name, StandardCharsets.UTF_8), ReviewQueuePage.PATH, YEAR);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
    }
}
