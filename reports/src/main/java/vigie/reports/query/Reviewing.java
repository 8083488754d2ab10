package vigie.reports.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vigie.indexer.index.Places;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneRef;
import vigie.model.Deployment;
import vigie.model.Reviews;
import vigie.model.id.InseeCode;

/**
 * What people say of claims, and what that takes to be effective at once, without writing the index.
 *
 * @param reviews as they are now; asked at every question, so it must be cheap
 * @param places the register of communes, as the index was made with
 * @param conclusions the deployments that claims make, as the index was made with; asked only for communes with a review
 */
public record Reviewing(Supplier<Reviews> reviews, Places places, Function<List<Claim>, List<Deployment>> conclusions) {

    /** Facts as they were extracted. */
    public static final Reviewing NOTHING = new Reviewing(
            () -> Reviews.none(), new Places(code -> Optional.empty(), code -> Optional.empty()), claims -> List.of());

    /** The commune of a code. */
    Function<InseeCode, Optional<CommuneRef>> communes() {
        return code -> places.commune().apply(code).map(Commune::ref);
    }
}
