package vigie.indexer.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Numbers written out in French. */
final class NumberWords {

    /** One word of a number; case and accents as in careful, careless and capital spelling. */
    static final String WORD =
            "(?:z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze"
                    + "|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|octante|nonante|cents?|mille|millions?)";
    /** With what such a word begins. */
    static final String BEGIN = "zudtqcshnovmZUDTQCSHNOVM";

    /** Several of them. */
    static final String NUMBER =
            WORD + "(?:(?:[\\s\u00A0]*[-–\u2011][\\s\u00A0]*|[\\s\u00A0]+(?:et[\\s\u00A0]+)?)" + WORD + "){0,12}";

    private static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("un", 1),
            Map.entry("une", 1),
            Map.entry("deux", 2),
            Map.entry("trois", 3),
            Map.entry("quatre", 4),
            Map.entry("cinq", 5),
            Map.entry("six", 6),
            Map.entry("sept", 7),
            Map.entry("huit", 8),
            Map.entry("neuf", 9),
            Map.entry("dix", 10),
            Map.entry("onze", 11),
            Map.entry("douze", 12),
            Map.entry("treize", 13),
            Map.entry("quatorze", 14),
            Map.entry("quinze", 15),
            Map.entry("seize", 16),
            Map.entry("trente", 30),
            Map.entry("quarante", 40),
            Map.entry("cinquante", 50),
            Map.entry("soixante", 60),
            Map.entry("septante", 70),
            Map.entry("octante", 80),
            Map.entry("nonante", 90));

    private NumberWords() {}

    /** The value of a number, empty if the words make none. */
    static OptionalLong value(String words) {
        long total = 0;
        long below = 0;
        for (String word : plain(words).split("[^a-z]+", -1)) {
            switch (word) {
                case "et", "" -> {}
                case "vingt", "vingts" -> below = below % 100 == 4 ? below - 4 + 80 : below + 20;
                case "cent", "cents" -> below = Math.max(1, below) * 100;
                case "mille", "mil" -> {
                    total += Math.max(1, below) * 1_000;
                    below = 0;
                }
                case "million", "millions" -> {
                    total += Math.max(1, below) * 1_000_000;
                    below = 0;
                }
                default -> {
                    Integer unit = UNITS.get(word);
                    if (unit == null) {
                        return OptionalLong.empty();
                    }
                    below += unit;
                }
            }
        }
        return OptionalLong.of(total + below);
    }

    private static String plain(String words) {
        return Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
