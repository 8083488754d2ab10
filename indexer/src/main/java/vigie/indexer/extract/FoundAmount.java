package vigie.indexer.extract;

import java.math.BigDecimal;
import vigie.model.Amount;

/**
 * A sum of money in a text.
 *
 * @param start offset of the surface form
 * @param end exclusive
 * @param bound whether it is the sum itself or a limit
 * @param perYear whether it is due every year
 */
public record FoundAmount(int start, int end, Amount amount, Bound bound, boolean perYear) {

    /** The same as the upper end of a range, unless it is one already. */
    FoundAmount from(BigDecimal least) {
        return amount.least() == null ? new FoundAmount(start, end, amount.from(least), bound, perYear) : this;
    }

    /** What a sum says about the sum that will be paid. */
    public enum Bound {
        EXACT,
        MINIMUM,
        MAXIMUM
    }
}
