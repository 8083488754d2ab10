package vigie.crawler.nutch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.PartialDate;
import vigie.model.SourceDocument;

/**
 * Finds the date of a document where it does not say when it was published: in its title, in its address, in the line at
 * its head that names the sitting. When a file was saved counts only where nothing else tells, and says until when the
 * session may have been: agendas are written before it.
 */
final class DocumentDates {

    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");
    private static final Pattern WORDS = Pattern.compile(
            "(?:\\b(\\d{1,2})(?:er)?[ _-])?(" + String.join("|", MONTHS) + ")[ _-]((?:19|20)\\d\\d)\\b");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)([-_./]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(0?[1-9]|[12]\\d|3[01])([-_./])(0?[1-9]|1[0-2])\\2((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern COMPACT_DAY_FIRST =
            Pattern.compile("(?<!\\d)(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])(20\\d\\d)(?!\\d)");
    private static final Pattern UPLOAD_FOLDER = Pattern.compile("/((?:19|20)\\d\\d)/(0[1-9]|1[0-2])/");
    /** So far into a text its heading may reach. */
    private static final int HEAD = 600;

    private static final Pattern SITTING =
            Pattern.compile("\\b(?:seance|reunion|conseil|proces[- ]verbal|compte[- ]rendu)\\b"
                    + "[^.;,]{0,60}?\\b(?:du|le) (?:[a-z]+di |dimanche )?"
                    + "(\\d{1,2}(?:er)? (?:" + String.join("|", MONTHS)
                    + ") (?:19|20)\\d\\d\\b|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d\\d\\b)");

    /** What comes before a sitting that is another one. */
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:approbation|adoption|approuv\\w+|adopt\\w+|arret du|vu|depuis|lors|prochain\\w*)\\b[^.;]*$");

    private static final int BEFORE = 60;

    /** An agenda is written so many days before its session at most. */
    private static final int WRITTEN_AHEAD = 45;

    private static final Pattern DIACRITICS = Pattern.compile("\\p{Mn}+");

    private DocumentDates() {}

    static @Nullable PartialDate guess(ParsedDocument parsed, String url) {
        PartialDate published = parsed.published();
        if (published == null) {
            return told(parsed, url).or(() -> uploaded(decoded(url))).orElse(null);
        }
        return SourceDocument.SAVED.equals(parsed.metadata().get(SourceDocument.PUBLISHED_FROM))
                ? told(parsed, url)
                        .filter(date ->
                                !date.earliest().isAfter(published.latest().plusDays(WRITTEN_AHEAD)))
                        .orElse(published)
                : published;
    }

    private static Optional<PartialDate> told(ParsedDocument parsed, String url) {
        String path = decoded(url);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return in(parsed.title() == null ? "" : parsed.title())
                .or(() -> in(name))
                .or(() -> sitting(parsed))
                .or(() -> in(path));
    }

    /** A page may list sittings; a file is of the one that it names first. */
    private static Optional<PartialDate> sitting(ParsedDocument parsed) {
        if (parsed.mediaType().equals("text/html")) {
            return Optional.empty();
        }
        String text = parsed.text();
        String head = plain(text.substring(0, Math.min(text.length(), HEAD))).replaceAll("\\s+", " ");
        Matcher m = SITTING.matcher(head);
        while (m.find()) {
            String before = head.substring(Math.max(0, m.start() - BEFORE), m.start());
            if (!OTHERS.matcher(before).find()) {
                return in(m.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<PartialDate> in(String text) {
        String plain = plain(text);
        return numbers(YEAR_FIRST, plain, 1, 3, 4)
                .or(() -> numbers(DAY_FIRST, plain, 4, 3, 1))
                .or(() -> numbers(COMPACT_DAY_FIRST, plain, 3, 2, 1))
                .or(() -> words(plain));
    }

    private static String plain(String text) {
        return DIACRITICS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<PartialDate> numbers(Pattern pattern, String text, int year, int month, int day) {
        Matcher m = pattern.matcher(text);
        return m.find() ? date(m.group(year), Integer.valueOf(m.group(month)), m.group(day)) : Optional.empty();
    }

    private static Optional<PartialDate> words(String text) {
        Matcher m = WORDS.matcher(text);
        return m.find() ? date(m.group(3), MONTHS.indexOf(m.group(2)) + 1, m.group(1)) : Optional.empty();
    }

    private static Optional<PartialDate> uploaded(String path) {
        Matcher m = UPLOAD_FOLDER.matcher(path);
        return m.find() ? date(m.group(1), Integer.valueOf(m.group(2)), null) : Optional.empty();
    }

    /** Empty where the calendar has no such day. */
    private static Optional<PartialDate> date(String year, int month, @Nullable String day) {
        try {
            return Optional.of(
                    new PartialDate(Integer.parseInt(year), month, day == null ? null : Integer.valueOf(day)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String url) {
        try {
            return URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
