package vigie.crawler.parse;

import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The title of a page without the name of its site. */
final class HtmlTitle {

    private static final Pattern SEPARATOR = Pattern.compile("\\s+[-–—|•·»«:]+\\s+|\\s*\\|\\s*");
    private static final Pattern SITE_WORDS = Pattern.compile(
            "(?:site (?:officiel|internet|web) .*|.*\\bsite officiel\\b.*|(?:ville|mairie|commune|village) (?:de |d'|d’|du |des ).*"
                    + "|bienvenue .*|accueil)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Query HEADINGS = Query.of("h1");
    private static final Query MAIN_HEADINGS = Query.of("main h1, article h1, [role=main] h1");
    private static final Query SITE_NAME = Query.of("meta[property=og:site_name], meta[name=application-name]");
    private static final Query SOCIAL = Query.of("meta[property=og:title]");

    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final int MAX = 500;

    private HtmlTitle() {}

    static @Nullable String of(Document page, URI url) {
        String site = content(page, SITE_NAME);
        String heading = heading(page);
        String social = content(page, SOCIAL);
        String whole = social.isEmpty() ? clean(page.title()) : social;
        if (heading.length() >= 4 && contains(whole, heading)) {
            return heading;
        }
        String bare = withoutSite(whole, site, host(url));
        if (!bare.isEmpty()) {
            return bare;
        }
        String last = heading.isEmpty() ? whole : heading;
        return last.isEmpty() ? null : last;
    }

    private static String heading(Document page) {
        List<Element> all = HEADINGS.in(page);
        List<Element> inMain = MAIN_HEADINGS.in(page);
        List<Element> candidates = inMain.isEmpty() ? all : inMain;
        return candidates.stream()
                .map(e -> clean(e.text()))
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String withoutSite(String title, String site, String host) {
        List<String> parts = new ArrayList<>(List.of(SEPARATOR.split(title, -1)));
        parts.removeIf(part -> isSite(part, site, host));
        if (parts.size() == SEPARATOR.split(title, -1).length) {
            return title;
        }
        return String.join(" - ", parts).strip();
    }

    private static boolean isSite(String part, String site, String host) {
        String letters = letters(part);
        return letters.isEmpty()
                || letters.equals(letters(site))
                || (letters.length() >= 4 && host.contains(letters))
                || SITE_WORDS.matcher(part.strip()).matches();
    }

    private static boolean contains(String whole, String part) {
        return letters(whole).contains(letters(part));
    }

    private static String host(URI url) {
        return url.getHost() == null ? "" : letters(url.getHost());
    }

    private static String letters(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String content(Document page, Query query) {
        Element meta = query.firstIn(page);
        return meta == null ? "" : clean(meta.attr("content"));
    }

    private static String clean(String text) {
        String line = BLANKS.matcher(CleanText.of(text.substring(0, Math.min(text.length(), MAX))))
                .replaceAll(" ");
        return line.strip();
    }
}
