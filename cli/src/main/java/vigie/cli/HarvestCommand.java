package vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.cli.harvest.Race;
import vigie.crawler.focus.Focus;
import vigie.crawler.focus.Platforms;
import vigie.crawler.parse.DocumentParser;
import vigie.model.Json;
import vigie.model.config.CrawlSettings;
import vigie.model.config.ProjectException;

/** {@code vigie bench harvest}: how much sooner a crawl has the acts of made-up town sites than one page by page. */
@Command(name = "harvest", mixinStandardHelpOptions = true)
final class HarvestCommand implements Callable<Integer> {

    @ParentCommand
    BenchCommand parent;

    @Option(names = "--sites", paramLabel = "N", defaultValue = "36", descriptionKey = "harvest-sites")
    int sites;

    @Option(names = "--seed", paramLabel = "N", split = ",", defaultValue = "1", descriptionKey = "harvest-seed")
    List<Long> seeds = new ArrayList<>();

    @Option(names = "--format", paramLabel = "table|json", defaultValue = "table", descriptionKey = "format")
    EvalCommand.Format format = EvalCommand.Format.TABLE;

    @Override
    public Integer call() throws ProjectException, JsonProcessingException {
        Main main = parent.main;
        if (sites < 1) {
            throw new UserException(Main.USAGE, main.messages().get("harvest.none"));
        }
        CrawlSettings settings = main.options.project().crawl();
        List<Race.Outcome> outcomes = new ArrayList<>();
        try (DocumentParser parser = new DocumentParser(settings)) {
            Race race = new Race(parser, new Focus(Platforms.shipped(), Year.of(Race.YEAR)));
            for (long seed : seeds) {
                outcomes.add(race.run(sites, seed));
            }
        }
        if (format == EvalCommand.Format.JSON) {
            JsonMapper mapper = Json.mapper();
            main.terminal()
                    .out()
                    .println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(outcomes));
        } else {
            outcomes.forEach(this::print);
        }
        return Main.OK;
    }

    private void print(Race.Outcome outcome) {
        Messages messages = parent.main.messages();
        Table table = new Table(
                parent.main.terminal(),
                List.of(
                        messages.get("harvest.build"),
                        messages.get("harvest.pages"),
                        messages.get("harvest.acts"),
                        messages.get("harvest.plain"),
                        messages.get("harvest.focused"),
                        messages.get("harvest.ratio")));
        for (Race.Lane lane : outcome.lanes()) {
            int plain = lane.needed(lane.breadthFirst());
            int focused = lane.needed(lane.focused());
            table.row(List.of(
                    lane.build(),
                    String.valueOf(lane.pages()),
                    String.valueOf(lane.acts()),
                    String.valueOf(plain),
                    String.valueOf(focused),
                    plain == 0 ? "–" : String.format(Locale.ROOT, "%.2f", (double) focused / plain)));
        }
        table.print();
        parent.main
                .terminal()
                .out()
                .println(messages.get(
                        "harvest.sum",
                        outcome.seed(),
                        outcome.pages(),
                        outcome.acts(),
                        outcome.breadthFirst(),
                        outcome.focused(),
                        100 * outcome.ratio(),
                        100 * outcome.meanRatio()));
    }
}
