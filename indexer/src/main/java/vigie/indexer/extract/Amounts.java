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
    private static final String EURO = "(?:€|eu(?:-\\s{1,3})?ros?(?!\\p{L})|EUR(?:OS?)?(?!\\p{L}))";
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
    private static final String SIGN =
            "(?:" + GAP + EURO + "(?:" + GAP + "(?:H\\.?T\\.?|T\\.?T\\.?C\\.?)(?!\\p{L}))?)?";
    /** "entre 10 000 et 15 000 €", "de 10 000 € à 15 000 €", "15 à 18 k€": the first may have no sign of its own. */
    private static final Pattern RANGE_START = Pattern.compile(
            "(?<word>(?<!\\p{L})(?:entre|de|d['’]environ|environ)" + GAP + ")?+" + NUMBER + GAP + UNIT + SIGN + GAP
                    + "(?<between>et|à|[-–])" + GAP + "$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** What rises or falls from one sum to another is no range. */
    private static final Sought CHANGE = Sought.of(
            "(?:pass|port|augment|major|baiss|ramen|r[ée]dui|relev|r[ée][ée]valu|diminu|hauss|[ée]volu)\\p{L}*[^.;€\\d]{0,40}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final BigDecimal WIDEST = BigDecimal.valueOf(4);
    private static final BigDecimal WITH_TAX = new BigDecimal("1.20");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final Pattern LIMITS = Pattern.compile("max|mini|plafon|au plus|au moins", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile("[;\\n]|\\p{Ll}[.] ");
    /** Between the limits of one sum: "minimum 20 000 €, maximum 80 000 €". */
    private static final int APART = 60;

    private static final int LOOK_BEHIND = 60;

    private Amounts() {}

    /** All sums in {@code [from, to)}, in order. */
    public static List<FoundAmount> find(String text, int from, int to) {
        List<FoundAmount> found = new ArrayList<>();
        each(FIGURES, FIGURES_BEGIN, text, from, to, matcher -> collect(matcher, text, from, to, found));
        each(SIGN_FIRST, "€eE", text, from, to, matcher -> collect(matcher, text, from, to, found));
        each(WORDS, NumberWords.BEGIN, text, from, to, matcher -> collectWords(matcher, text, from, to, found));
        found.sort((a, b) -> a.start() != b.start() ? Integer.compare(a.start(), b.start()) : b.end() - a.end());
        return limited(withoutOverlaps(found), text);
    }

    /** Limits that one sentence gives a sum are the ends of one range. */
    private static List<FoundAmount> limited(List<FoundAmount> found, String text) {
        List<FoundAmount> all = new ArrayList<>(found);
        for (int i = 0; i + 1 < all.size(); i++) {
            FoundAmount one = all.get(i);
            FoundAmount next = all.get(i + 1);
            String between = text.substring(one.end(), Math.max(one.end(), next.start()));
            boolean limits = between.length() <= APART
                    && LIMITS.matcher(between).find()
                    && !ENDS.matcher(between).find();
            if (limits) {
                if (one.bound() == Bound.MINIMUM && next.bound() == Bound.MAXIMUM) {
                    all.set(i + 1, next.from(one.amount().value()));
                } else if (one.bound() == Bound.MAXIMUM && next.bound() == Bound.MINIMUM) {
                    all.set(i, one.from(next.amount().value()));
                }
            }
        }
        return List.copyOf(all);
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
            Matcher range = rangeStart(text, matcher, from);
            FoundAmount least = range == null
                    ? null
                    : least(range, matcher, value, amount.amount().vat());
            if (range != null && least != null) {
                found.removeIf(one -> one.end() > least.start());
                found.add(least);
                amount = around.amount(value, Bound.MAXIMUM);
                boolean changes = CHANGE.in(text.substring(Math.max(from, range.start() - LOOK_BEHIND), range.start()));
                amount = changes ? amount : amount.from(least.amount().value());
            }
            found.add(amount);
        }
    }

    private static @Nullable Matcher rangeStart(String text, Matcher matcher, int from) {
        int word = matcher.start();
        while (word > from && isGap(text.charAt(word - 1))) {
            word--;
        }
        if (word == from || "tTàÀ-–".indexOf(text.charAt(word - 1)) < 0) {
            return null;
        }
        int left = Math.max(from, matcher.start() - LOOK_BEHIND);
        Matcher range = RANGE_START.matcher(text).useTransparentBounds(true).region(left, matcher.start());
        return range.find() ? range : null;
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The lower end; null where the two are no range: a year, the number of a lot, something far smaller. */
    private static @Nullable FoundAmount least(Matcher range, Matcher matcher, BigDecimal most, @Nullable Vat vat) {
        String unit = range.group("unit") == null && !range.group().matches("(?is).*(?:€|eur).*")
                ? matcher.group("unit")
                : range.group("unit");
        BigDecimal value = value(range.group("number"), range.group("decimals"), unit);
        boolean told = range.group("word") != null;
        boolean parted =
                range.group("between").equals("-") || range.group("between").equals("–");
        boolean both = range.group("between").equalsIgnoreCase("et")
                && !(told && range.group("word").toLowerCase(Locale.ROOT).startsWith("entre"));
        if (value == null
                || both
                || (parted && value.multiply(WITH_TAX).compareTo(most) == 0)
                || (!told && !isNear(value, most, range.group("number")))) {
            return null;
        }
        boolean inThousands = told
                && unit == null
                && value.multiply(THOUSAND).compareTo(most) < 0
                && isNear(value.multiply(THOUSAND), most, "");
        return new FoundAmount(
                range.start("number"),
                range.end("number"),
                Amount.euros(inThousands ? value.multiply(THOUSAND) : value, vat),
                Bound.MINIMUM,
                false);
    }

    private static boolean isNear(BigDecimal value, BigDecimal most, String number) {
        return value.compareTo(most) < 0
                && value.multiply(WIDEST).compareTo(most) >= 0
                && !number.matches("(?:19|20)\\d\\d");
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
