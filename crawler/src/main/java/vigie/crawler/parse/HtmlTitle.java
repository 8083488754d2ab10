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

    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final int MAX = 500;

    private HtmlTitle() {}

    static @Nullable String of(Document page, URI url) {
        String site = content(page, "meta[property=og:site_name], meta[name=application-name]");
        String heading = heading(page);
        String social = content(page, "meta[property=og:title]");
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
        List<Element> all = page.select("h1");
        List<Element> inMain = page.select("main h1, article h1, [role=main] h1");
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

    private static String content(Document page, String query) {
        Element meta = page.selectFirst(query);
        return meta == null ? "" : clean(meta.attr("content"));
    }

    private static String clean(String text) {
        String line = BLANKS.matcher(CleanText.of(text.substring(0, Math.min(text.length(), MAX))))
                .replaceAll(" ");
        return line.strip();
    }
}
