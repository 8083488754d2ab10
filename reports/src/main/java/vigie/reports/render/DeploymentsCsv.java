package vigie.reports.render;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Deployment;

/** Deployments as CSV, one per line, with the ids of the claims behind each. Thread-safe. */
public final class DeploymentsCsv {

    private static final List<String> COLUMNS = List.of(
            "id",
            "insee",
            "commune",
            "technology",
            "vendor",
            "product",
            "integrator",
            "stage",
            "modality",
            "since",
            "amount",
            "currency",
            "vat",
            "confidence",
            "review",
            "contradicted",
            "claims");

    /** With a head; the lines in the given order. */
    public String render(List<Deployment> deployments) {
        return CsvCells.table(COLUMNS, deployments.stream().map(DeploymentsCsv::cells));
    }

    private static List<@Nullable Object> cells(Deployment deployment) {
        Amount amount = deployment.amount();
        return Arrays.asList(
                deployment.id(),
                deployment.commune().insee(),
                deployment.commune().name(),
                deployment.technology().id(),
                deployment.vendor(),
                deployment.product(),
                deployment.integrator(),
                deployment.stage().id(),
                deployment.modality().id(),
                deployment.since(),
                amount == null ? null : amount.value(),
                amount == null ? null : amount.currency(),
                amount == null ? null : amount.vat(),
                deployment.confidence(),
                deployment.review().id(),
                deployment.contradicted(),
                deployment.timeline().stream().map(Deployment.Event::claim).collect(Collectors.joining(" ")));
    }
}
