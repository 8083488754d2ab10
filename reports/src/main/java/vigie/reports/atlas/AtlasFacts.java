package vigie.reports.atlas;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.ReviewState;
import vigie.model.SourceCoverage;
import vigie.model.SourceDocument;

/**
 * What the index knows.
 *
 * @param deployments those that the report is about; possible ones among them
 * @param coverage of all sources
 * @param claim the claim of an id
 * @param document the document of an id
 * @param review what people said of the claim of an id
 * @param index what to call this state of the index
 */
public record AtlasFacts(
        List<Deployment> deployments,
        List<SourceCoverage> coverage,
        Function<String, Optional<Claim>> claim,
        Function<String, Optional<SourceDocument>> document,
        Function<String, ReviewState> review,
        String index) {

    public AtlasFacts {
        deployments = List.copyOf(deployments);
        coverage = List.copyOf(coverage);
    }
}
