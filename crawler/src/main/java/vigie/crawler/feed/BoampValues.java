package vigie.crawler.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Sum;
import vigie.model.PartialDate;

/** The values of BOAMP's fields: sums, days, codes, numbers of notices. */
final class BoampValues {

    /** A number as people and machines write it, with spaces between thousands and comma or point before cents. */
    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,3}(?:[ \u00a0\u202f]\\d{3})+(?:[.,]\\d+)?|-?\\d+(?:[.,]\\d+)?");

    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2})?.*)?");
    private static final Pattern FRENCH_DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})");
    private static final Pattern CPV = Pattern.compile("(\\d{8})(?:-\\d)?");

    /** A whole number of a notice: the end of a date such as 2014-10-15 looks like one. */
    private static final Pattern IDWEB = Pattern.compile("(\\d{2})-(\\d{1,7})");

    private BoampValues() {}

    /** A leaf as one would write it: a sum with its currency, a criterion with its weight. */
    static String text(Element leaf) {
        String weight = attribute(leaf, "poids");
        return sum(leaf)
                        .filter(sum -> attribute(leaf, "devise") != null)
                        .map(Sum::text)
                        .orElse(leaf.allText())
                + (weight == null ? "" : " (" + weight.replaceFirst("\\s*%$", "") + " %)");
    }

    /** The sum in a leaf, in euros where it names no currency; whether with VAT is not told. */
    static Optional<Sum> sum(Element leaf) {
        String currency = attribute(leaf, "devise");
        return number(leaf.text()).map(value -> new Sum(value, currency == null ? "EUR" : currency, null));
    }

    /** The number that a text is, whatever unit follows. */
    static Optional<BigDecimal> number(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        return number.lookingAt()
                ? Optional.of(new BigDecimal(
                        number.group().replaceAll("[ \u00a0\u202f]", "").replace(',', '.')))
                : Optional.empty();
    }

    private static @Nullable String attribute(Element leaf, String name) {
        return leaf.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().equalsIgnoreCase(name)
                        || (name.equals("devise") && attribute.getKey().equals("currencyID")))
                .map(attribute -> attribute.getValue().strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The day that a text begins with: ISO, with or without time, or 1/10/26. */
    static Optional<PartialDate> day(String text) {
        Matcher iso = DAY.matcher(text.strip());
        Matcher french = FRENCH_DAY.matcher(text.strip());
        try {
            if (iso.matches()) {
                return Optional.of(PartialDate.parse(iso.group(1)));
            }
            if (french.lookingAt()) {
                int year = Integer.parseInt(french.group(3));
                return Optional.of(new PartialDate(
                        year < 100 ? 2000 + year : year,
                        Integer.parseInt(french.group(2)),
                        Integer.parseInt(french.group(1))));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** A moment without seconds and zone: BOAMP writes local time, now and then with the mark of another zone. */
    static String moment(String text) {
        Matcher iso = DAY.matcher(text.strip());
        if (!iso.matches()) {
            return text;
        }
        return iso.group(2) == null ? iso.group(1) : iso.group(1) + " " + iso.group(2);
    }

    /** The code without its check digit. */
    static Stream<String> cpv(String text) {
        Matcher cpv = CPV.matcher(text.strip());
        return cpv.matches() ? Stream.of(cpv.group(1)) : Stream.empty();
    }

    /** The département of a postcode. */
    static @Nullable String departement(String postcode) {
        String digits = postcode.strip();
        if (!digits.matches("\\d{5}")) {
            return null;
        }
        if (digits.startsWith("20")) {
            return digits.charAt(2) < '2' ? "2A" : "2B";
        }
        return digits.startsWith("97") || digits.startsWith("98") ? digits.substring(0, 3) : digits.substring(0, 2);
    }

    static boolean isIdweb(String text) {
        return IDWEB.matcher(text).matches();
    }

    /** Whether notice {@code one} was numbered before {@code other}. */
    static boolean isBefore(String one, String other) {
        Matcher a = IDWEB.matcher(one);
        Matcher b = IDWEB.matcher(other);
        if (!a.matches() || !b.matches()) {
            return true;
        }
        int years = a.group(1).compareTo(b.group(1));
        return years != 0 ? years < 0 : Integer.parseInt(a.group(2)) < Integer.parseInt(b.group(2));
    }

    /** The first that holds something. */
    @SafeVarargs
    static @Nullable String first(Optional<String>... candidates) {
        for (Optional<String> candidate : candidates) {
            if (candidate.isPresent()) {
                return candidate.get();
            }
        }
        return null;
    }
}
