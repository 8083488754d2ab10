package vigie.reports.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.Presence;
import vigie.model.ReviewState;
import vigie.model.SourceCoverage;
import vigie.model.SourceDocument;
import vigie.model.SourceLedger;

/**
 * What the index knows about a commune.
 *
 * @param document the document of an id
 * @param presence when that document was there to be read
 * @param review what people said of the claim of an id
 * @param index what to call this state of the index
 * @param asOf the day at whose end that was known, or null for now
 */
public record CityFacts(
        List<Deployment> deployments,
        List<Claim> claims,
        List<SourceCoverage> coverage,
        List<SourceLedger> ledger,
        Function<String, Optional<SourceDocument>> document,
        Function<String, Optional<Presence>> presence,
        Function<String, ReviewState> review,
        String index,
        @Nullable LocalDate asOf) {

    public CityFacts {
        deployments = List.copyOf(deployments);
        claims = List.copyOf(claims);
        coverage = List.copyOf(coverage);
        ledger = List.copyOf(ledger);
    }
}
