package vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.model.Json;
import vigie.model.SourceCoverage;
import vigie.reports.query.IndexStatistics;
import vigie.reports.query.Queries;

/** {@code vigie status}: what is in the collection, and what was read of each source. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", descriptionKey = "format")
    SearchCommand.Format format = SearchCommand.Format.TEXT;

    @Override
    public Integer call() throws JsonProcessingException {
        try (Queries queries = Queries.open(main.options.dataDirectory().index())) {
            if (format == SearchCommand.Format.JSON) {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("index", queries.statistics());
                answer.put("sources", queries.coverage());
                main.terminal().out().println(Json.mapper().writeValueAsString(answer));
            } else {
                print(queries.statistics());
                print(queries.coverage());
            }
        }
        return Main.OK;
    }

    private void print(IndexStatistics statistics) {
        main.terminal()
                .out()
                .println(main.messages()
                        .get(
                                "status.index",
                                statistics.documents(),
                                statistics.texts(),
                                statistics.claims(),
                                statistics.deployments(),
                                statistics.segments(),
                                statistics.bytes() / 1024));
        main.terminal().out().println();
    }

    private void print(List<SourceCoverage> sources) {
        Messages messages = main.messages();
        Table table = new Table(
                main.terminal(),
                List.of(
                        messages.get("column.source"),
                        messages.get("column.read"),
                        messages.get("column.no-text"),
                        messages.get("column.unreadable"),
                        messages.get("column.refused"),
                        messages.get("column.failed"),
                        messages.get("column.last"),
                        messages.get("column.newest")));
        for (SourceCoverage source : sources) {
            table.row(List.of(
                    source.source(),
                    String.valueOf(source.read()),
                    String.valueOf(source.noText()),
                    String.valueOf(source.unreadable()),
                    String.valueOf(source.refused()),
                    String.valueOf(source.failed()),
                    source.unreachable()
                            ? messages.get("status.unreachable")
                            : source.lastSuccess() == null
                                    ? messages.get("status.never")
                                    : source.lastSuccess().toString().substring(0, 10),
                    Objects.toString(source.newest(), "")));
        }
        table.print();
    }
}
