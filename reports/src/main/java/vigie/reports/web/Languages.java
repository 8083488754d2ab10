package vigie.reports.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In what language a visit is answered: as its address asks for, as it was asked before, as the browser asks, or French. */
final class Languages {

    private static final String NAME = "lang";
    private static final int YEAR = 365 * 24 * 3600;

    private final Map<String, WebTexts> texts =
            Map.of("fr", new WebTexts(Locale.FRENCH), "en", new WebTexts(Locale.ENGLISH));

    /** The words for that request; a choice in its address is remembered. */
    WebTexts of(Context context) {
        WebTexts asked = find(context.queryParam(NAME));
        if (asked != null) {
            Cookie cookie = new Cookie(NAME, asked.language(), "/", YEAR);
            cookie.setSameSite(SameSite.LAX);
            cookie.setHttpOnly(true);
            context.cookie(cookie);
            return asked;
        }
        WebTexts before = find(context.cookie(NAME));
        return before == null ? ofBrowser(context.header("Accept-Language")) : before;
    }

    private @Nullable WebTexts find(@Nullable String language) {
        return language == null ? null : texts.get(language);
    }

    private WebTexts ofBrowser(@Nullable String header) {
        WebTexts french = texts.getOrDefault("fr", new WebTexts(Locale.FRENCH));
        if (header == null) {
            return french;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), List.of(Locale.FRENCH, Locale.ENGLISH));
            return found == null ? french : texts.getOrDefault(found.getLanguage(), french);
        } catch (IllegalArgumentException e) {
            return french;
        }
    }
}
