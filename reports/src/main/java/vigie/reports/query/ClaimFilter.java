package vigie.reports.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.id.InseeCode;

/**
 * Which claims; null = any.
 *
 * @param document id of the document that claims
 * @param vendor id of the publisher or the integrator
 * @param since the fact is of that day or later
 * @param minConfidence 0 = any
 */
public record ClaimFilter(
        @Nullable InseeCode commune,
        @Nullable String document,
        @Nullable String departement,
        @Nullable String vendor,
        @Nullable Technology technology,
        @Nullable Stage stage,
        @Nullable LocalDate since,
        double minConfidence) {

    /** All of them. */
    public static ClaimFilter all() {
        return new ClaimFilter(null, null, null, null, null, null, null, 0);
    }

    /** Those about one commune. */
    public static ClaimFilter of(InseeCode commune) {
        return new ClaimFilter(commune, null, null, null, null, null, null, 0);
    }

    /** Those of one document. */
    public static ClaimFilter ofDocument(String document) {
        return new ClaimFilter(null, document, null, null, null, null, null, 0);
    }

    /** Whether a claim is one of them. */
    public boolean matches(Claim claim) {
        InseeCode insee = claim.commune() == null ? null : claim.commune().insee();
        return (commune == null || commune.equals(insee))
                && (document == null || document.equals(claim.document()))
                && (departement == null || (insee != null && departement.equalsIgnoreCase(insee.departement())))
                && (vendor == null || vendor.equals(claim.vendor()) || vendor.equals(claim.integrator()))
                && (technology == null || technology == claim.technology())
                && (stage == null || stage == claim.stage())
                && (since == null
                        || (claim.date() != null && !claim.date().earliest().isBefore(since)))
                && claim.confidence() >= minConfidence;
    }
}
