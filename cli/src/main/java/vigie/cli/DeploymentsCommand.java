package vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.model.Deployment;
import vigie.model.Json;
import vigie.model.Technology;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;
import vigie.reports.render.DeploymentsCsv;
import vigie.reports.render.Texts;

/** {@code vigie deployments}: what is deployed where, as a table, JSON or CSV. */
@Command(name = "deployments", mixinStandardHelpOptions = true)
final class DeploymentsCommand implements Callable<Integer> {

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
        Asked asked = main.asked();
        DeploymentFilter wanted = filter.deployments(asked, minConfidence);
        Instant moment = asked.end(asOf);
        try (Queries queries = main.queries()) {
            List<Deployment> found = moment == null ? queries.deployments(wanted) : queries.deployments(wanted, moment);
            switch (format) {
                case JSON -> main.terminal().out().println(Json.mapper().writeValueAsString(found));
                case CSV -> main.terminal().out().print(new DeploymentsCsv().render(found));
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
                                "id"))
                .whole(4, 5, 7);
        FirmNames firms = new FirmNames(main.options);
        for (Deployment d : found) {
            table.row(List.of(
                    d.commune().name() + " (" + d.commune().insee() + ")",
                    d.technology().id(),
                    firms.of(d.vendor(), d.technology() == Technology.VIDEOPROTECTION ? "" : "?"),
                    texts.stage(d.stage(), d.modality()),
                    d.since() == null ? "" : d.since().toString(),
                    d.amount() == null ? "" : texts.amount(d.amount()),
                    String.format(messages.language(), "%.2f", d.confidence()),
                    d.id()));
        }
        table.print();
    }
}
