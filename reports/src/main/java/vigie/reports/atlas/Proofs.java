package vigie.reports.atlas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.Deployment.Event;
import vigie.model.SourceDocument;
import vigie.model.config.Project;
import vigie.reports.AtlasReport.Proof;

/** Numbers the claims that a report cites, in the order in which they are first cited. Not thread-safe. */
final class Proofs {

    private final Project project;
    private final AtlasFacts facts;
    private final Map<String, Proof> cited = new LinkedHashMap<>();

    Proofs(Project project, AtlasFacts facts) {
        this.project = project;
        this.facts = facts;
    }

    /**
     * Numbers of the claims that give the current stage, of those that name the amount and of one for each contract; of
     * all claims where sources contradict each other.
     */
    List<Integer> of(Deployment deployment) {
        Set<String> claims = new LinkedHashSet<>();
        for (Event event : deployment.timeline()) {
            boolean current = event.stage() == deployment.stage() && event.modality() == deployment.modality();
            if (current || deployment.contradicted() || names(event.claim(), deployment.amount())) {
                claims.add(event.claim());
            }
        }
        deployment
                .contracts()
                .forEach(contract -> contract.claims().stream().findFirst().ifPresent(claims::add));
        if (claims.isEmpty()) {
            deployment.timeline().forEach(event -> claims.add(event.claim()));
        }
        return claims.stream().flatMap(claim -> number(claim).stream()).sorted().toList();
    }

    private boolean names(String claim, @Nullable Amount amount) {
        return amount != null
                && facts.claim()
                        .apply(claim)
                        .map(Claim::amount)
                        .filter(amount::isSamePriceAs)
                        .isPresent();
    }

    /** The number of a claim; empty if it is not in the index. */
    Optional<Integer> number(String claim) {
        Proof known = cited.get(claim);
        if (known == null) {
            known = facts.claim().apply(claim).map(this::proof).orElse(null);
            if (known != null) {
                cited.put(claim, known);
            }
        }
        return Optional.ofNullable(known).map(Proof::number);
    }

    private Proof proof(Claim claim) {
        Optional<SourceDocument> document = facts.document().apply(claim.document());
        String source = document.map(SourceDocument::source).orElse("");
        return new Proof(
                cited.size() + 1,
                claim.masked(),
                document.map(SourceDocument::title).orElse(null),
                document.map(SourceDocument::date).orElse(null),
                project.source(source).map(found -> found.name()).orElse(source),
                facts.review().apply(claim.id()),
                document.map(found -> found.recognised(claim.evidence().page())).orElse(null));
    }

    List<Proof> all() {
        return new ArrayList<>(cited.values());
    }
}
