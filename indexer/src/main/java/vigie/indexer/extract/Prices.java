package vigie.indexer.extract;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;

/** Prices in cells and fields that hold nothing else; their unit may stand in the head. */
final class Prices {

    private static final Pattern HEAD = Pattern.compile(
            "^(?!.*\\b(?:notes?|points?|pts|criteres?)\\b|.*/).*\\b(?:montants?(?: ?ht| ?ttc)?|prix(?:ht|ttc)?|couts?|valeurs?|offres? financieres?|sommes?|maximum|ht|ttc)\\b");

    private static final Pattern PRICE = Pattern.compile(
            "^(\\d{1,3}(?:[ .]\\d{3})+|\\d{3,9})(?:[.,](\\d{1,2}))? ?(?:€|eur\\w*)? ?(ht|hors taxes?|ttc)?$");

    private static final Pattern NO_CENTS = Pattern.compile("0+");

    private static final Pattern BEFORE_TAX = Pattern.compile("(?:\\b|montant|prix)ht\\b|hors tax");
    private static final Pattern WITH_TAX = Pattern.compile("(?:\\b|montant|prix)ttc\\b");

    /** Marks are smaller. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(500);

    private Prices() {}

    /** Whether {@code head}, in plain form, is that of a column of prices. */
    static boolean isHead(String head) {
        return HEAD.matcher(head).find();
    }

    /** The price that {@code cell} is, in plain form, under {@code head}. */
    static Optional<Amount> in(String head, String cell) {
        Matcher price = PRICE.matcher(cell);
        if (!price.matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(price.group(1).replaceAll("[ .]", "")
                + (price.group(2) == null || NO_CENTS.matcher(price.group(2)).matches() ? "" : "." + price.group(2)));
        String unit = price.group(3) == null ? head : price.group(3);
        return Optional.of(value)
                .filter(found -> found.compareTo(LEAST) >= 0)
                .map(found -> Amount.euros(found, vat(unit)));
    }

    private static Amount.@Nullable Vat vat(String unit) {
        if (BEFORE_TAX.matcher(unit).find()) {
            return Amount.Vat.HT;
        }
        return WITH_TAX.matcher(unit).find() ? Amount.Vat.TTC : null;
    }
}
