package vigie.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money.
 *
 * @param value ≥ 0; 0 means stated to be free
 * @param currency ISO 4217, {@code EUR} throughout so far
 * @param vat HT (without VAT), TTC (with), or null where the text does not say
 */
public record Amount(
        BigDecimal value, String currency, @Nullable Vat vat) {

    /** Whether value added tax is included. */
    public enum Vat {
        HT,
        TTC
    }

    /** An amount in euros. */
    public static Amount euros(BigDecimal value, @Nullable Vat vat) {
        return new Amount(value, "EUR", vat);
    }
}
