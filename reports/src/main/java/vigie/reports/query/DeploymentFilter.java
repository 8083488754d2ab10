package vigie.reports.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vigie.model.Deployment;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.id.InseeCode;

/**
 * Which deployments; null = any.
 *
 * @param vendor id of the publisher or the integrator
 * @param since the current stage began on that day or later
 * @param minConfidence 0 = any
 */
public record DeploymentFilter(
        @Nullable InseeCode commune,
        @Nullable String departement,
        @Nullable String vendor,
        @Nullable Technology technology,
        @Nullable Stage stage,
        @Nullable LocalDate since,
        double minConfidence) {

    /** All of them. */
    public static DeploymentFilter all() {
        return new DeploymentFilter(null, null, null, null, null, null, 0);
    }

    /** Those of one commune. */
    public static DeploymentFilter of(InseeCode commune) {
        return new DeploymentFilter(commune, null, null, null, null, null, 0);
    }

    /** The claims about what this filter asks for. */
    public ClaimFilter claims() {
        return new ClaimFilter(commune, null, departement, vendor, technology, stage, since, minConfidence);
    }

    /** Whether a deployment is one of them. */
    public boolean matches(Deployment deployment) {
        InseeCode insee = deployment.commune().insee();
        return (commune == null || commune.equals(insee))
                && (departement == null || departement.equalsIgnoreCase(insee.departement()))
                && (vendor == null || vendor.equals(deployment.vendor()) || vendor.equals(deployment.integrator()))
                && (technology == null || technology == deployment.technology())
                && (stage == null || stage == deployment.stage())
                && (since == null
                        || (deployment.since() != null
                                && !deployment.since().earliest().isBefore(since)))
                && deployment.confidence() >= minConfidence;
    }

    /** The same, of one commune only. */
    public DeploymentFilter in(InseeCode other) {
        return new DeploymentFilter(other, departement, vendor, technology, stage, since, minConfidence);
    }
}
