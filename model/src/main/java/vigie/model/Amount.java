package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money.
 *
 * @param value ≥ 0; 0 means stated to be free; of a range its upper end
 * @param currency ISO 4217, {@code EUR} throughout so far
 * @param vat HT (without VAT), TTC (with), or null where the text does not say
 * @param least the lower end of a range ("de 20 000 à 25 000 €", "minimum 20 000 €, maximum 80 000 €"), else null
 */
public record Amount(
        BigDecimal value,
        String currency,
        @Nullable Vat vat,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal least) {

    /** Whether value added tax is included. */
    public enum Vat {
        HT,
        TTC
    }

    private static final BigDecimal WITH_VAT = new BigDecimal("1.20");

    /** What rounding to whole euros, before or after tax, may make of a sum. */
    private static final BigDecimal ROUNDING = BigDecimal.ONE;

    /** One sum, no range. */
    public Amount(BigDecimal value, String currency, @Nullable Vat vat) {
        this(value, currency, vat, null);
    }

    /** The range from {@code lower} to this sum; itself where that is not less. */
    public Amount from(BigDecimal lower) {
        return lower.compareTo(value) < 0 ? new Amount(value, currency, vat, lower) : this;
    }

    /**
     * Whether both can be the same price: the same figure on the same or an unknown basis, or one with and one without
     * value added tax of 20 %, the rate for goods and services of this kind, up to a euro of rounding.
     */
    public boolean isSamePriceAs(Amount other) {
        if (!currency.equals(other.currency)) {
            return false;
        }
        if (vat == null || other.vat == null || vat == other.vat) {
            return value.compareTo(other.value) == 0;
        }
        BigDecimal without = vat == Vat.HT ? value : other.value;
        BigDecimal with = vat == Vat.TTC ? value : other.value;
        return without.multiply(WITH_VAT).subtract(with).abs().compareTo(ROUNDING) <= 0;
    }

    /** An amount in euros. */
    public static Amount euros(BigDecimal value, @Nullable Vat vat) {
        return new Amount(value, "EUR", vat);
    }
}
