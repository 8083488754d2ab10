package vigie.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a passage tells of the contract behind its claim: what it is called by, with whom, for how long. Only what belongs
 * to the purchase that the claim is about; the numbers of deliberations and decisions never do. Unknown values are null.
 *
 * @param number of the contract (<em>marché</em>), as it is written, without blanks
 * @param part of the contract that is meant: {@code lot 2}, {@code marché subséquent 3}
 * @param notices numbers of notices: that of the document itself first, then those it refers to
 * @param notice whether the document is a notice
 * @param amendment whether it tells of an amendment (<em>avenant</em>)
 * @param holder vendor id of the <em>titulaire</em>, where the passage says that it is one
 * @param buyer where that is another body than the commune of the claim
 * @param months for which the contract is made, > 0, without what it may be prolonged by
 * @param end last day of the contract
 */
public record Purchase(
        @Nullable String number,
        @Nullable String part,
        List<String> notices,
        boolean notice,
        boolean amendment,
        @Nullable String holder,
        @Nullable Buyer buyer,
        @Nullable Integer months,
        @Nullable PartialDate end) {

    /** Of a purchase of which nothing is told. */
    public static final Purchase UNTOLD = new Purchase(null, null, List.of(), false, false, null, null, null, null);

    public Purchase {
        notices = List.copyOf(notices);
        if (months != null && months <= 0) {
            throw new IllegalArgumentException("a contract lasts longer: " + months);
        }
    }

    /** The same, bought by {@code other}; null stands for the commune of the claim. */
    public Purchase by(@Nullable Buyer other) {
        return new Purchase(number, part, notices, notice, amendment, holder, other, months, end);
    }
}
