package vigie.reports.export;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneRef;
import vigie.model.Contract;
import vigie.model.Departement;
import vigie.model.Deployment;
import vigie.model.ReviewState;

/**
 * All that is exported of one town: the unit that every format speaks. Names of people are masked in it, what people
 * rejected is not in it.
 *
 * @param commune from the register; null where it does not know the code
 * @param claims those behind the deployments, each once
 * @param deploymentOf by id of a claim, the deployment that it stands in
 * @param contracts of the deployments, each once; may stand in other towns too, as documents and firms may
 * @param documents that the claims and contracts cite, by id
 * @param firms makers, integrators and holders that are named by an id, by id
 */
record Town(
        CommuneRef ref,
        @Nullable Commune commune,
        @Nullable Departement departement,
        List<Deployment> deployments,
        List<Claim> claims,
        Map<String, ReviewState> reviews,
        Map<String, Deployment> deploymentOf,
        List<Contract> contracts,
        Map<String, CitedDocument> documents,
        Map<String, Firm> firms) {

    /** The name of a firm, by id; an id that nobody knows is its own name. */
    String firm(String id) {
        Firm firm = firms.get(id);
        return firm == null ? id : firm.name();
    }

    /** The documents of those ids that are cited. */
    List<CitedDocument> documents(List<String> ids) {
        return ids.stream().filter(documents::containsKey).map(documents::get).toList();
    }

    /** The deployment that one of the claims stands in. */
    Deployment deployment(Claim claim) {
        return Objects.requireNonNull(deploymentOf.get(claim.id()));
    }

    /** What people said of one of the claims. */
    ReviewState review(Claim claim) {
        return Objects.requireNonNull(reviews.get(claim.id()));
    }

    /** The claims behind a deployment. */
    List<Claim> claims(Deployment deployment) {
        return claims.stream()
                .filter(claim -> deployment.equals(deploymentOf.get(claim.id())))
                .toList();
    }

    /** The claims that speak of a contract. */
    List<Claim> claims(Contract contract) {
        return claims.stream()
                .filter(claim -> contract.claims().contains(claim.id()))
                .toList();
    }

    /** The deployments that a contract bought something for. */
    List<Deployment> deployments(Contract contract) {
        return deployments.stream()
                .filter(deployment ->
                        deployment.contracts().stream().anyMatch(one -> one.id().equals(contract.id())))
                .toList();
    }
}
