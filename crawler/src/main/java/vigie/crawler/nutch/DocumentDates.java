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
import vigie.model.PartialDate;

/**
 * Finds the date of a document where its page names none: in its title, then in its address; the day on which a file was saved is the
 * last resort.
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
    private static final Pattern DIACRITICS = Pattern.compile("\\p{Mn}+");

    private DocumentDates() {}

    /** @param saved whether {@code published} is only the day on which the file was saved */
    static @Nullable PartialDate guess(
            @Nullable PartialDate published, boolean saved, String url, @Nullable String title) {
        if (published != null && !saved) {
            return published;
        }
        String path = decoded(url);
        String name = path.substring(path.lastIndexOf('/') + 1);
        Optional<PartialDate> named =
                in(title == null ? "" : title).or(() -> in(name)).or(() -> in(path));
        return published == null
                ? named.or(() -> uploaded(path)).orElse(null)
                : named.filter(date -> date.day() != null).orElse(published);
    }

    private static Optional<PartialDate> in(String text) {
        String plain = DIACRITICS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return numbers(YEAR_FIRST, plain, 1, 3, 4)
                .or(() -> numbers(DAY_FIRST, plain, 4, 3, 1))
                .or(() -> numbers(COMPACT_DAY_FIRST, plain, 3, 2, 1))
                .or(() -> words(plain));
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
