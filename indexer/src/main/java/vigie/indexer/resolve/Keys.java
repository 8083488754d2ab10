package vigie.indexer.resolve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Buyer;
import vigie.model.Claim;
import vigie.model.PartialDate;
import vigie.model.Purchase;
import vigie.model.Stage;
import vigie.model.config.Communes;

/** What claims have in common that speak of one contract, as words that are equal then. */
final class Keys {

    /** A council's vote, the award and its notice lie no farther apart; renewals of a year do. */
    private static final int DAYS = 274;

    private static final BigDecimal VAT = new BigDecimal("1.20");

    private Keys() {}

    /** The buyer and the number of the contract; "2023/014" and "2023-14" are the same. */
    static Set<String> numbers(Claim claim) {
        String number = purchase(claim).number();
        return number == null ? Set.of() : Set.of(buyer(claim) + " " + plain(number));
    }

    /** The notices that it is or refers to, whose numbers are unique in the country. */
    static Set<String> notices(Claim claim) {
        return Set.copyOf(purchase(claim).notices());
    }

    /** The passage and the holder. */
    static Set<String> passages(Claim claim, Firms firms) {
        String holder = firms.holder(claim);
        return holder == null
                ? Set.of()
                : Set.of(claim.document() + " " + claim.evidence().start() + " " + holder);
    }

    /** Buyer, firm and price, for each firm named; a price is told by its figure, and by what it is without tax. */
    static Set<String> firmsAndSums(Claim claim, Firms firms) {
        Amount amount = claim.amount();
        boolean act = claim.stage() == Stage.APPROVED || claim.stage() == Stage.AWARDED;
        if (!act
                || amount == null
                || amount.value().signum() <= 0
                || purchase(claim).amendment()) {
            return Set.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        for (String firm : firms.all(claim)) {
            prices(amount).forEach(price -> keys.add(buyer(claim) + " " + firm + " " + price));
        }
        return keys;
    }

    /** Buyer, day and price of an award whose firm is not known. */
    static Set<String> daysAndSums(Claim claim, Firms firms) {
        Amount amount = claim.amount();
        PartialDate date = claim.date();
        if (amount == null || amount.value().signum() <= 0 || date == null || date.day() == null) {
            return Set.of();
        }
        return claim.stage() == Stage.AWARDED && firms.all(claim).isEmpty()
                ? Set.of(buyer(claim) + " " + date + " " + amount.value().stripTrailingZeros())
                : Set.of();
    }

    private static List<String> prices(Amount amount) {
        String figure = "=" + amount.value().stripTrailingZeros().toPlainString();
        if (amount.vat() == null) {
            return List.of(figure);
        }
        BigDecimal without =
                amount.vat() == Amount.Vat.HT ? amount.value() : amount.value().divide(VAT, 2, RoundingMode.HALF_UP);
        return List.of(
                figure,
                without.setScale(0, RoundingMode.FLOOR).toPlainString(),
                without.setScale(0, RoundingMode.CEILING).toPlainString());
    }

    /** Whether two claims of one firm can mean the same price, paid once. */
    static boolean isOnePrice(Claim one, Claim other) {
        return one.amount() != null
                && other.amount() != null
                && one.amount().isSamePriceAs(other.amount())
                && isNear(one.date(), other.date());
    }

    /** Whether two dates are near whatever days they mean; an unknown one is near to none. */
    private static boolean isNear(@Nullable PartialDate one, @Nullable PartialDate other) {
        return one != null
                && other != null
                && ChronoUnit.DAYS.between(one.earliest(), other.latest()) <= DAYS
                && ChronoUnit.DAYS.between(other.earliest(), one.latest()) <= DAYS;
    }

    /** Who buys: another body if one is told, else the commune. */
    static String buyer(Claim claim) {
        Buyer buyer = purchase(claim).buyer();
        return buyer == null ? Objects.requireNonNull(claim.commune()).insee().value() : Communes.fold(buyer.name());
    }

    /** A number as buyers compare them: capitals, one kind of separator, no zeros in front. */
    static String plain(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "-").replaceAll("(?<!\\d)0+(?=\\d)", "");
    }

    static Purchase purchase(Claim claim) {
        return Objects.requireNonNullElse(claim.purchase(), Purchase.UNTOLD);
    }
}
