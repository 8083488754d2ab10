package vigie.indexer.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.indexer.extract.FoundAmount.Bound;
import vigie.model.Amount;
import vigie.model.Amount.Vat;

/**
 * Finds sums of money in raw text, in all forms that French documents use, with what their surroundings say of VAT,
 * limits and yearly payment. What a sum is for is not decided here. Stateless; time is linear in the length of the text.
 */
public final class Amounts {

    private static final String BLANK = "[ \\u00A0\\u202F\\u2007-\\u200A]";
    private static final String GAP = "[\\s\\u00A0\\u202F\\u2007-\\u200A]*";
    private static final String DIGIT = "[\\dOo]";
    /** Groups of three, with letters that character recognition reads for digits. */
    private static final String GROUPED = "(?:\\d[\\dOolI]{0,2}|[lI]\\d{1,2})(?:(?:" + BLANK
            + "|[.'’]|\\n(?=\\d{3}))(?=[\\dOolI]{0,2}[\\dOo])[\\dOolI]{3}(?![\\dA-Za-z])){1,4}+";

    private static final String NUMBER = "(?<![\\d.,/\\p{L}-])(?<number>" + GROUPED + "|\\d" + DIGIT + "{0,11}+)"
            + "(?:[,.](?<decimals>" + DIGIT + "{1,3})(?!" + DIGIT + "))?";
    private static final String UNIT = "(?<unit>millions?|milliards?|milliers?|mille|Mds?|MM|M|[kK])?";
    private static final String EURO = "(?:€|euros?(?!\\p{L})|EUR(?:OS?)?(?!\\p{L}))";
    private static final Pattern FIGURES = Pattern.compile(
            NUMBER + GAP + UNIT + GAP + "(?:d['’]" + GAP + ")?(?:" + EURO
                    + "|(?=(?:HT|TTC|H\\.T|T\\.T\\.C|hors taxes?|toutes taxes)(?!\\p{L})))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String FIGURES_BEGIN = "0123456789lIiL";
    private static final Pattern SIGN_FIRST = Pattern.compile(
            "(?:€|\\bEUR)" + BLANK + "?" + NUMBER + "(?:" + BLANK + "?(?<unit>millions?|M|k)(?!\\p{L}))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile(
            "(?<!\\p{L})(?<number>" + NumberWords.NUMBER + ")" + GAP + "(?:d['’]" + GAP + ")?" + EURO,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** "entre 10 000 et 15 000 €", "de 10 000 à 15 000 €": the first has no sign of its own. */
    private static final Pattern RANGE_START = Pattern.compile(
            "(?:entre|de)" + GAP + NUMBER + GAP + UNIT + GAP + "(?:et|à)" + GAP + "$", Pattern.CASE_INSENSITIVE);

    private static final int LOOK_BEHIND = 60;

    private Amounts() {}

    /** All sums in {@code [from, to)}, in order. */
    public static List<FoundAmount> find(String text, int from, int to) {
        List<FoundAmount> found = new ArrayList<>();
        each(FIGURES, FIGURES_BEGIN, text, from, to, matcher -> collect(matcher, text, from, to, found));
        each(SIGN_FIRST, "€eE", text, from, to, matcher -> collect(matcher, text, from, to, found));
        each(WORDS, NumberWords.BEGIN, text, from, to, matcher -> collectWords(matcher, text, from, to, found));
        found.sort((a, b) -> a.start() != b.start() ? Integer.compare(a.start(), b.start()) : b.end() - a.end());
        return withoutOverlaps(found);
    }

    /** All sums in the text, in order. */
    public static List<FoundAmount> find(String text) {
        return find(text, 0, text.length());
    }

    /**
     * All matches in turn. The pattern is tried only where one of the characters stands with which it begins and no letter
     * or digit is before it: a look costs a hundredth of a try.
     */
    private static void each(Pattern pattern, String begin, String text, int from, int to, Consumer<Matcher> taker) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true);
        int at = from;
        while (at < to) {
            boolean may = begin.indexOf(text.charAt(at)) >= 0
                    && (at == 0 || text.charAt(at) == '€' || !Character.isLetterOrDigit(text.charAt(at - 1)));
            if (may && matcher.region(at, to).lookingAt()) {
                taker.accept(matcher);
                at = matcher.end();
            } else {
                at++;
            }
        }
    }

    private static void collect(Matcher matcher, String text, int from, int to, List<FoundAmount> found) {
        BigDecimal value = value(matcher);
        if (value != null) {
            Surroundings around = new Surroundings(text, matcher.start(), matcher.end(), from, to);
            FoundAmount amount = around.amount(value);
            FoundAmount least = rangeStart(text, matcher, from, amount.amount().vat());
            if (least != null) {
                found.add(least);
                amount = around.amount(value, Bound.MAXIMUM);
            }
            found.add(amount);
        }
    }

    private static @Nullable FoundAmount rangeStart(String text, Matcher matcher, int from, @Nullable Vat vat) {
        int word = matcher.start();
        while (word > from && !Character.isLetter(text.charAt(word - 1)) && !Character.isDigit(text.charAt(word - 1))) {
            word--;
        }
        if (word == from || "tTà".indexOf(text.charAt(word - 1)) < 0) {
            return null;
        }
        int left = Math.max(from, matcher.start() - LOOK_BEHIND);
        Matcher range = RANGE_START.matcher(text).region(left, matcher.start());
        if (!range.find()) {
            return null;
        }
        String unit = range.group("unit") == null ? matcher.group("unit") : range.group("unit");
        BigDecimal value = value(range.group("number"), range.group("decimals"), unit);
        return value == null
                ? null
                : new FoundAmount(
                        range.start("number"), range.end("number"), Amount.euros(value, vat), Bound.MINIMUM, false);
    }

    private static void collectWords(Matcher matcher, String text, int from, int to, List<FoundAmount> found) {
        OptionalLong value = NumberWords.value(matcher.group("number"));
        if (value.isPresent()) {
            found.add(new Surroundings(text, matcher.start(), matcher.end(), from, to)
                    .amount(BigDecimal.valueOf(value.getAsLong())));
        }
    }

    private static @Nullable BigDecimal value(Matcher matcher) {
        return value(matcher.group("number"), matcher.group("decimals"), matcher.group("unit"));
    }

    /** The value, or null where it is not sure what the comma means: "12,500 €". */
    private static @Nullable BigDecimal value(String number, @Nullable String decimals, @Nullable String unit) {
        String digits = repaired(number).replaceAll("\\D", "");
        boolean thousandths = decimals != null && decimals.length() == 3;
        if (thousandths && unit == null && !digits.equals("0")) {
            return null;
        }
        BigDecimal value = new BigDecimal(decimals == null ? digits : digits + "." + repaired(decimals));
        BigDecimal full = value.multiply(factor(unit));
        return full.stripTrailingZeros().scale() <= 0 ? full.setScale(0) : full.stripTrailingZeros();
    }

    private static String repaired(String number) {
        return number.replaceAll("[Oo]", "0").replaceAll("[lI]", "1");
    }

    private static BigDecimal factor(@Nullable String unit) {
        String u = unit == null ? "" : unit.toLowerCase(Locale.ROOT);
        if (u.isEmpty()) {
            return BigDecimal.ONE;
        }
        if (u.startsWith("milliard") || u.startsWith("md")) {
            return BigDecimal.valueOf(1_000_000_000);
        }
        boolean thousand = u.equals("k") || (u.startsWith("mill") && !u.startsWith("million"));
        return BigDecimal.valueOf(thousand ? 1_000 : 1_000_000);
    }

    private static List<FoundAmount> withoutOverlaps(List<FoundAmount> sorted) {
        List<FoundAmount> kept = new ArrayList<>();
        int end = -1;
        for (FoundAmount amount : sorted) {
            if (amount.start() >= end) {
                kept.add(amount);
                end = amount.end();
            }
        }
        return List.copyOf(kept);
    }
}
