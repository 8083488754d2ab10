package vigie.indexer.extract;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** The names of the months, whole, short, Roman and in digits. */
final class Months {

    /** The names as they stand in texts, and where character recognition took m for rn. */
    static final String NAME =
            "(?:janv(?:ier|\\.|(?!\\p{L}))|f[ée]vr?(?:ier|\\.|(?!\\p{L}))|(?:m|rn)ars|avr(?:il|\\.)|(?:m|rn)ai|juin"
                    + "|juil(?:let|\\.|l\\.)|ao[ûu]t|sept(?:e(?:m|rn)bre|\\.)|oct(?:obre|\\.)|nov(?:e(?:m|rn)bre|\\.)"
                    + "|d[ée]c(?:e(?:m|rn)bre|\\.))(?!\\p{L})";

    private static final List<String> STARTS =
            List.of("jan", "fev", "mars", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec");
    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    private Months() {}

    /** The number of a month, 0 if there is none of that name. */
    static int number(String name) {
        if (Character.isDigit(name.charAt(0))) {
            return Integer.parseInt(name);
        }
        if (ROMAN.contains(name)) {
            return ROMAN.indexOf(name) + 1;
        }
        String plain = Normalizer.normalize(name.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("rn", "m");
        for (int i = 0; i < STARTS.size(); i++) {
            if (plain.startsWith(STARTS.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Whether the name is cut short. */
    static boolean isShort(String name) {
        return name.endsWith(".");
    }
}
