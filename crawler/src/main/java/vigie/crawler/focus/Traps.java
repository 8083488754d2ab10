package vigie.crawler.focus;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows addresses that are not worth a request: files without text, views that repeat other pages, and spaces without
 * end such as calendars and paths that grow.
 */
public final class Traps {

    private static final int LONGEST = 512;
    private static final int DEEPEST = 14;
    private static final int MOST_PARAMETERS = 6;
    private static final int MOST_REPEATS = 2;

    private static final Pattern NOISE = Pattern.compile("(?i).*\\.(?:css|js|mjs|map|gif|svg|webp|avif|ico|bmp"
            + "|woff2?|ttf|eot|otf|mp[34]|m4[av]|avi|mov|wm[av]|webm|ogg|wav|flv|rar|7z|gz|tgz|tar|exe|msi|dmg|apk|iso"
            + "|ics|vcf|swf|psd|dwg|shp|kml|gpx)$");
    private static final Pattern VIEW = Pattern.compile(
            "(?i)(?:^|.*/)(?:wp-(?:admin|login|json|includes)|xmlrpc\\.php|feed"
                    + "|trackback|login|logout|connexion|inscription|mon-compte|panier|print|imprimer|cdn-cgi)(?:[/.].*|$)");
    private static final Pattern VIEW_QUERY =
            Pattern.compile("(?i)(?:^|.*&)(?:replytocom|print|share|add-to-cart|tmpl=component"
                    + "|action=(?:edit|history|login)|format=(?:feed|pdf&print)|sort|order(?:by)?|dir|tri|filter\\[|fontsize|theme)"
                    + "(?:[=&].*|$)");
    private static final Pattern CALENDAR =
            Pattern.compile("(?i).*(?:calend[ar][a-z]*|agenda|evenements?|events?|tribe).*");
    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d\\d[-/]?(?:0?[1-9]|1[0-2])(?:[-/]?\\d{1,2})?");
    private static final Pattern CALENDAR_QUERY =
            Pattern.compile("(?i)(?:^|.*&)(?:ical|mois|month|jour|day|semaine|week|an|annee"
                    + "|year|date|tribe-bar-date|eventdate|ai1ec|start|debut)(?:=.*|&.*|$)");

    private static final Pattern IMAGE = Pattern.compile("(?i)[^?#]*\\.(?:jpe?g|png|tiff?)(?:[?#].*)?");

    private static final Pattern ARCHIVE = Pattern.compile("(?i)[^?#]*\\.zip(?:[?#].*)?");

    private Traps() {}

    /** Whether an address names an image: only worth a request where something else says that a paper was scanned into it. */
    public static boolean isImage(String url) {
        return IMAGE.matcher(url).matches();
    }

    /** Whether an address names an archive: only worth a request where something else says that papers were packed into it. */
    public static boolean isArchive(String url) {
        return ARCHIVE.matcher(url).matches();
    }

    /** Whether {@code url}, in the form of {@link vigie.crawler.fetch.UrlNormalizer}, is not to be asked for. */
    public static boolean is(String url) {
        return of(url).isPresent() || isUseless(URI.create(url));
    }

    /** Whether {@code url}, which is in no trap, has no text of its own. */
    static boolean isUseless(String url) {
        return isUseless(URI.create(url));
    }

    private static boolean isUseless(URI uri) {
        return NOISE.matcher(path(uri)).matches()
                || VIEW.matcher(path(uri)).matches()
                || VIEW_QUERY.matcher(query(uri)).matches();
    }

    /** The space without end that {@code url} is a part of, if it is one. */
    public static Optional<Trap> of(String url) {
        if (url.length() > LONGEST) {
            return Optional.of(Trap.TOO_LONG);
        }
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            return Optional.of(Trap.TOO_LONG);
        }
        if (isUseless(uri)) {
            return Optional.empty();
        }
        if (isCalendar(path(uri), query(uri))) {
            return Optional.of(Trap.CALENDAR);
        }
        if (hasManyParameters(query(uri))) {
            return Optional.of(Trap.MANY_PARAMETERS);
        }
        return grows(path(uri)) ? Optional.of(Trap.GROWING_PATH) : Optional.empty();
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null ? "" : uri.getRawPath();
    }

    private static String query(URI uri) {
        return uri.getRawQuery() == null ? "" : uri.getRawQuery();
    }

    private static boolean isCalendar(String path, String query) {
        boolean isDated =
                DATE.matcher(path).find() || CALENDAR_QUERY.matcher(query).matches();
        return isDated && CALENDAR.matcher(path).matches() && !isFile(path);
    }

    /** Minutes may well lie under {@code /agenda/2024/}: a named file is no view of a calendar. */
    private static boolean isFile(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".pdf")
                || lower.endsWith(".odt")
                || lower.endsWith(".doc")
                || lower.endsWith(".docx")
                || lower.endsWith(".zip");
    }

    private static boolean hasManyParameters(String query) {
        return query.chars().filter(c -> c == '&').count() >= MOST_PARAMETERS;
    }

    /** A relative link that is wrong in a template makes paths that grow for ever, repeating themselves. */
    private static boolean grows(String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        Map<String, Integer> seen = new HashMap<>();
        for (String part : parts) {
            if (seen.merge(part, 1, Integer::sum) > MOST_REPEATS) {
                return true;
            }
        }
        return parts.size() > DEEPEST || repeatsAPair(parts);
    }

    private static boolean repeatsAPair(List<String> parts) {
        for (int i = 0; i + 3 < parts.size(); i++) {
            if (parts.subList(i, i + 2).equals(parts.subList(i + 2, i + 4))) {
                return true;
            }
        }
        return false;
    }
}
