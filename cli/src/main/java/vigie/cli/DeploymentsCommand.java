package vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.model.Deployment;
import vigie.model.Json;
import vigie.reports.export.CsvCells;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;
import vigie.reports.render.Texts;

/** {@code vigie deployments}: what is deployed where, as a table, JSON or CSV. */
@Command(name = "deployments", mixinStandardHelpOptions = true)
final class DeploymentsCommand implements Callable<Integer> {

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

    @ParentCommand
    Main main;

    @Mixin
    final FilterOptions filter = new FilterOptions();

    @Option(names = "--min-confidence", paramLabel = "0..1", defaultValue = "0", descriptionKey = "min-confidence")
    double minConfidence;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
    @Nullable
    String asOf;

    @Option(names = "--format", paramLabel = "table|json|csv", defaultValue = "table", descriptionKey = "format")
    Format format = Format.TABLE;

    enum Format {
        TABLE,
        JSON,
        CSV
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Asked asked = new Asked(main.options, main.messages());
        DeploymentFilter wanted = filter.deployments(asked, minConfidence);
        Instant moment = asked.end(asOf);
        try (Queries queries = main.queries()) {
            List<Deployment> found = moment == null ? queries.deployments(wanted) : queries.deployments(wanted, moment);
            switch (format) {
                case JSON -> main.terminal().out().println(Json.mapper().writeValueAsString(found));
                case CSV -> csv(found);
                case TABLE -> table(found);
            }
        }
        return Main.OK;
    }

    private void table(List<Deployment> found) {
        Messages messages = main.messages();
        Texts texts = new Texts(messages.language());
        if (found.isEmpty()) {
            main.terminal().err().println(messages.get("deployments.none"));
            return;
        }
        Table table = new Table(
                main.terminal(),
                List.of(
                        messages.get("column.commune"),
                        messages.get("column.technology"),
                        messages.get("column.vendor"),
                        messages.get("column.stage"),
                        messages.get("column.since"),
                        messages.get("column.amount"),
                        messages.get("column.confidence"),
                        "id"));
        for (Deployment d : found) {
            table.row(List.of(
                    d.commune().name() + " (" + d.commune().insee() + ")",
                    d.technology().id(),
                    Objects.requireNonNullElse(d.vendor(), "?"),
                    texts.stage(d.stage(), d.modality()),
                    d.since() == null ? "" : d.since().toString(),
                    d.amount() == null ? "" : texts.amount(d.amount()),
                    String.format(messages.language(), "%.2f", d.confidence()),
                    d.id()));
        }
        table.print();
    }

    private void csv(List<Deployment> found) {
        CsvCells csv = new CsvCells(new PrintWriter(main.terminal().out(), false, StandardCharsets.UTF_8));
        csv.row(COLUMNS);
        found.forEach(deployment -> csv.row(cells(deployment)));
        csv.flush();
    }

    private static List<String> cells(Deployment d) {
        return List.of(
                d.id(),
                d.commune().insee().value(),
                d.commune().name(),
                d.technology().id(),
                Objects.requireNonNullElse(d.vendor(), ""),
                Objects.requireNonNullElse(d.product(), ""),
                Objects.requireNonNullElse(d.integrator(), ""),
                d.stage().id(),
                d.modality().id(),
                Objects.toString(d.since(), ""),
                d.amount() == null ? "" : d.amount().value().toPlainString(),
                d.amount() == null ? "" : d.amount().currency(),
                d.amount() == null || d.amount().vat() == null
                        ? ""
                        : d.amount().vat().name(),
                String.valueOf(d.confidence()),
                d.review().id(),
                String.valueOf(d.contradicted()),
                d.timeline().stream().map(Deployment.Event::claim).collect(Collectors.joining(" ")));
    }
}
