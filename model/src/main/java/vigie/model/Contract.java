package vigie.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract (<em>marché</em>): what claims that speak of it tell together. That something was bought does not say that it
 * is in use.
 *
 * @param id stable
 * @param number by which the buyer calls it, as it is written first, or null
 * @param part lot or <em>marché subséquent</em>, or null where it is one whole
 * @param holder vendor id or name of the <em>titulaire</em>, or null
 * @param integrator id of the vendor that installs, or null
 * @param amounts each sum once, oldest first: the price, then those of amendments
 * @param awarded day of the award, or null
 * @param months for which it is made, without what it may be prolonged by, or null
 * @param end last day, where a source names it, or null
 * @param notices document ids of the notices, oldest first
 * @param amendments document ids of the amendments (<em>avenants</em>), oldest first
 * @param claims ids of all claims that speak of it, oldest first, undated last
 * @param ties why they are held to speak of the same; none where there is one claim
 */
public record Contract(
        String id,
        Buyer buyer,
        @Nullable String number,
        @Nullable String part,
        @Nullable String holder,
        @Nullable String integrator,
        List<Amount> amounts,
        @Nullable PartialDate awarded,
        @Nullable Integer months,
        @Nullable PartialDate end,
        List<String> notices,
        List<String> amendments,
        List<String> claims,
        List<Tie> ties) {

    public Contract {
        amounts = List.copyOf(amounts);
        notices = List.copyOf(notices);
        amendments = List.copyOf(amendments);
        claims = List.copyOf(claims);
        ties = List.copyOf(ties);
    }

    /**
     * Why a claim is held to speak of the contract.
     *
     * @param claim its id
     * @param to id of the claim that it is tied to
     * @param by the number that they share, or null where it is no number that ties them
     */
    public record Tie(
            String claim, String to, TieRule rule, @Nullable String by) {}
}
