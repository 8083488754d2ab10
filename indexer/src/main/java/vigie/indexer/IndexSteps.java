package vigie.indexer;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.SourceDocument;

/**
 * The steps that {@link IndexRun} composes.
 *
 * @param extraction made when the first document comes, never where there is nothing new; called by several threads
 * @param conclusion deployments of one commune from all claims about it
 */
public record IndexSteps(
        Supplier<Function<SourceDocument, List<Claim>>> extraction,
        Function<Collection<Claim>, List<Deployment>> conclusion) {}
