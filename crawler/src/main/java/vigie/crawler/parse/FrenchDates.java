package vigie.crawler.parse;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.PartialDate;

/** Reads days as French pages write them: {@code 12 mars 2024}, {@code 1er mars 2024}, {@code 12/03/2024}, ISO. */
final class FrenchDates {

    /** A day, for use inside other patterns; {@link #day} reads what it matches. */
    static final String DAY =
            "(?:\\d{1,2}(?:er)?[\\s\\u00a0]+\\p{L}{3,9}\\.?[\\s\\u00a0]+\\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{4}-\\d{2}-\\d{2})";

    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,2})(?:er)?[\\s\\u00a0]+(\\p{L}{3,9})\\.?[\\s\\u00a0]+(\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:\\D.*)?", Pattern.DOTALL);
    private static final List<String> MONTHS =
            List.of("janv", "fevr", "mars", "avri", "mai", "juin", "juil", "aout", "sept", "octo", "nove", "dece");

    private FrenchDates() {}

    /** The day that {@code text} begins with or is. */
    static Optional<PartialDate> day(String text) {
        String trimmed = text.strip();
        Matcher iso = ISO.matcher(trimmed);
        if (iso.matches()) {
            return day(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
        }
        Matcher digits = DIGITS.matcher(trimmed);
        if (digits.lookingAt()) {
            return day(digits.group(3), Integer.parseInt(digits.group(2)), digits.group(1));
        }
        Matcher words = WORDS.matcher(trimmed);
        return words.lookingAt() ? day(words.group(3), month(words.group(2)), words.group(1)) : Optional.empty();
    }

    private static int month(String word) {
        String plain = Normalizer.normalize(word.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        for (int i = 0; i < MONTHS.size(); i++) {
            String stem = MONTHS.get(i);
            if (plain.startsWith(stem) || (plain.length() == 3 && stem.startsWith(plain))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Optional<PartialDate> day(String year, int month, String day) {
        int y = Integer.parseInt(year);
        try {
            return y < 1980 || y > 2100
                    ? Optional.empty()
                    : Optional.of(new PartialDate(y, month, Integer.valueOf(day)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
