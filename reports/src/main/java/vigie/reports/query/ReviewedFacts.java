package vigie.reports.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Deployment;
import vigie.model.ReviewState;
import vigie.model.Reviews;
import vigie.model.id.InseeCode;

/**
 * The facts of one state of the index as people's reviews leave them. Only communes with a reviewed claim are concluded
 * anew; all others are as the index has them. Immutable.
 */
final class ReviewedFacts {

    private final Map<String, Optional<Claim>> claims = new HashMap<>();
    private final Map<String, ReviewState> states = new HashMap<>();
    private final Map<InseeCode, List<Deployment>> deployments = new HashMap<>();
    private final Set<String> documents = new HashSet<>();

    /**
     * Applies reviews.
     *
     * @param extracted the claims of the index that match, as they were extracted
     */
    ReviewedFacts(Reviews reviews, Reviewing reviewing, Function<ClaimFilter, List<Claim>> extracted) {
        Set<InseeCode> communes = new LinkedHashSet<>();
        for (String document : reviews.documents()) {
            for (Claim claim : extracted.apply(ClaimFilter.ofDocument(document))) {
                ReviewState state = reviews.state(claim);
                if (state != ReviewState.UNREVIEWED) {
                    Optional<Claim> reviewed = reviews.reviewed(claim, reviewing.communes());
                    states.put(claim.id(), state);
                    claims.put(claim.id(), reviewed);
                    add(communes, claim.commune());
                    reviewed.ifPresent(other -> add(communes, other.commune()));
                }
            }
        }
        for (InseeCode commune : communes) {
            List<Claim> now = claims(extracted.apply(ClaimFilter.of(commune)), ClaimFilter.of(commune));
            deployments.put(
                    commune,
                    reviewing.conclusions().apply(now).stream()
                            .map(this::judged)
                            .toList());
        }
    }

    /** What of the facts is admitted: all communes are concluded anew, from admitted claims alone. */
    ReviewedFacts(
            BiPredicate<Claim, ReviewState> admitted,
            Reviews reviews,
            Reviewing reviewing,
            Function<ClaimFilter, List<Claim>> extracted) {
        Map<InseeCode, List<Claim>> known = new TreeMap<>();
        for (Claim claim : extracted.apply(ClaimFilter.all())) {
            ReviewState state = reviews.state(claim);
            Optional<Claim> shown =
                    admitted.test(claim, state) ? reviews.reviewed(claim, reviewing.communes()) : Optional.empty();
            states.put(claim.id(), state);
            claims.put(claim.id(), shown);
            concern(known, claim);
            shown.ifPresent(one -> {
                documents.add(one.document());
                concern(known, one).add(one);
            });
        }
        known.forEach((commune, now) -> deployments.put(
                commune,
                reviewing.conclusions().apply(List.copyOf(now)).stream()
                        .map(this::judged)
                        .toList()));
    }

    /** The list of the commune that a claim is about; it is concluded anew, be there anything in it or not. */
    private static List<Claim> concern(Map<InseeCode, List<Claim>> known, Claim claim) {
        return claim.commune() == null
                ? new ArrayList<>()
                : known.computeIfAbsent(claim.commune().insee(), code -> new ArrayList<>());
    }

    /** Whether one of the admitted claims stands in the document of that id. */
    boolean cites(String document) {
        return documents.contains(document);
    }

    private static void add(Set<InseeCode> communes, @Nullable CommuneRef commune) {
        if (commune != null) {
            communes.add(commune.insee());
        }
    }

    /** What became of claims that the index found for a filter: those rejected left out, those corrected let in or out. */
    List<Claim> claims(List<Claim> found, ClaimFilter filter) {
        if (claims.isEmpty()) {
            return found;
        }
        List<Claim> all = new ArrayList<>();
        found.stream().filter(claim -> !claims.containsKey(claim.id())).forEach(all::add);
        claims.values().stream()
                .flatMap(Optional::stream)
                .filter(filter::matches)
                .forEach(all::add);
        return all;
    }

    /** What became of the claim of that id that the index has. */
    Optional<Claim> claim(Claim extracted) {
        return claims.getOrDefault(extracted.id(), Optional.of(extracted));
    }

    /** What became of deployments that the index found for a filter. */
    List<Deployment> deployments(List<Deployment> found, DeploymentFilter filter) {
        if (deployments.isEmpty()) {
            return found;
        }
        return Stream.concat(
                        found.stream()
                                .filter(deployment -> !deployments.containsKey(
                                        deployment.commune().insee())),
                        deployments.values().stream().flatMap(List::stream).filter(filter::matches))
                .toList();
    }

    /** The deployment of that id; {@code extracted} is the one that the index has, if it has one. */
    Optional<Deployment> deployment(String id, Optional<Deployment> extracted) {
        Optional<Deployment> concluded = deployments.values().stream()
                .flatMap(List::stream)
                .filter(deployment -> deployment.id().equals(id))
                .findFirst();
        return concluded.or(() -> extracted.filter(
                deployment -> !deployments.containsKey(deployment.commune().insee())));
    }

    /** The state of the claims that give the deployment its stage. */
    private Deployment judged(Deployment deployment) {
        Set<ReviewState> found = new HashSet<>();
        for (Deployment.Event event : deployment.timeline()) {
            if (event.stage() == deployment.stage() && event.modality() == deployment.modality()) {
                found.add(states.getOrDefault(event.claim(), ReviewState.UNREVIEWED));
            }
        }
        for (ReviewState state : List.of(ReviewState.DISPUTED, ReviewState.CORRECTED, ReviewState.ACCEPTED)) {
            if (found.contains(state)) {
                return deployment.reviewed(state);
            }
        }
        return deployment;
    }
}
