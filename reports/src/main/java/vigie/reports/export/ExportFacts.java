package vigie.reports.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.ReviewState;
import vigie.model.SourceDocument;
import vigie.model.id.InseeCode;

/**
 * Where exported facts come from. Asked town by town, so that claims and documents of no more than one town are
 * in memory.
 *
 * @param communes with deployments that are wanted, in the order of codes
 * @param deployments the wanted ones of a commune, in a stable order
 * @param claims all of a commune, in a stable order
 * @param document of an id; its text is not used
 * @param review what people said of the claim of an id
 */
public record ExportFacts(
        List<InseeCode> communes,
        Function<InseeCode, List<Deployment>> deployments,
        Function<InseeCode, List<Claim>> claims,
        Function<String, Optional<SourceDocument>> document,
        Function<String, ReviewState> review) {

    public ExportFacts {
        communes = List.copyOf(communes);
    }
}
