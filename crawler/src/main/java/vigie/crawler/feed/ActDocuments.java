package vigie.crawler.feed;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.config.Communes;
import vigie.model.id.Siren;
import vigie.model.id.Siret;

/** What readers of lists of acts share: who publishes, what day, whether the words of the seed are in it. */
final class ActDocuments {

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d{2})[-/](\\d{2})(?:[T ].*)?");
    private static final Pattern FRENCH = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?: .*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DIACRITICS = Pattern.compile("\\p{Mn}+");

    private final Communes communes;

    ActDocuments(Communes communes) {
        this.communes = communes;
    }

    /** By SIREN or SIRET; the number alone where the register does not know it; the seed's where there is none. */
    Publisher publisher(Source source, @Nullable String name, @Nullable String number) {
        String digits = number == null ? "" : number.replaceAll("\\s", "");
        Siren siren =
                Siret.isValid(digits) ? new Siret(digits).siren() : Siren.isValid(digits) ? new Siren(digits) : null;
        if (siren == null) {
            return name == null ? source.publisher() : new Publisher(name, null, null, null);
        }
        Commune commune = communes.bySiren(siren).orElse(null);
        String known = commune == null ? name : commune.name();
        return new Publisher(
                known == null ? source.publisher().name() : known,
                commune == null ? null : commune.code(),
                siren,
                commune == null ? null : commune.departement());
    }

    /** Whether {@code number} is a SIREN or SIRET. */
    static boolean isNumber(String number) {
        String digits = number.replaceAll("\\s", "");
        return Siret.isValid(digits) || Siren.isValid(digits);
    }

    /** A day as lists of acts write it: ISO with or without time, {@code dd/mm/yyyy}, {@code yyyymmdd}. */
    static Optional<PartialDate> day(String text) {
        String clean = text.strip();
        Matcher iso = ISO.matcher(clean);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher french = FRENCH.matcher(clean);
        if (french.matches()) {
            return day(french.group(3), french.group(2), french.group(1));
        }
        Matcher compact = COMPACT.matcher(clean);
        return compact.matches() ? day(compact.group(1), compact.group(2), compact.group(3)) : Optional.empty();
    }

    private static Optional<PartialDate> day(String year, String month, String day) {
        try {
            String iso = year + "-" + "0".repeat(2 - month.length()) + month + "-" + "0".repeat(2 - day.length()) + day;
            return Optional.of(PartialDate.of(LocalDate.parse(iso, DateTimeFormatter.ISO_LOCAL_DATE)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The seed's {@code words}, separated by commas. */
    static List<String> words(Source source) {
        return Arrays.stream(source.options().getOrDefault("words", "").split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether {@code text} holds one of the seed's words, or the seed names none; case and accents do not count. */
    static boolean isWanted(Source source, String text) {
        List<String> words = words(source);
        String plain = plain(text);
        return words.isEmpty() || words.stream().anyMatch(word -> plain.contains(plain(word)));
    }

    /** Lower case without accents; signs between words as one space, as file names join words by underscores. */
    static String plain(String text) {
        return folded(text).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** Lower case without accents. */
    static String folded(String text) {
        return DIACRITICS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
