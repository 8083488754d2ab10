package vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.indexer.GatingBench;
import vigie.model.SourceDocument;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/** {@code vigie bench}: measures on the operator's own machine and documents. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {BenchCommand.Extract.class, HarvestCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand extends CommandGroup {

    /** {@code vigie bench extract}. */
    @Command(name = "extract", mixinStandardHelpOptions = true)
    static final class Extract implements Callable<Integer> {

        @ParentCommand
        BenchCommand parent;

        @Parameters(arity = "1..*", paramLabel = "FILE|DIR", descriptionKey = "files")
        List<Path> files = new ArrayList<>();

        @Option(names = "--meta", paramLabel = "META.tsv", descriptionKey = "meta")
        @Nullable
        Path meta;

        @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", descriptionKey = "rounds")
        int rounds;

        @Override
        public Integer call() throws IOException, ProjectException {
            Main main = parent.main;
            Messages messages = main.messages();
            if (rounds < 1) {
                throw new UserException(Main.USAGE, messages.get("bench.rounds"));
            }
            Project project = main.options.project();
            List<SourceDocument> documents = new ArrayList<>();
            try (LocalDocuments local = new LocalDocuments(main, project.crawl(), meta)) {
                for (Path file : LocalDocuments.list(files, messages)) {
                    local.read(file).ifPresent(documents::add);
                }
            }
            if (documents.isEmpty()) {
                throw new UserException(Main.FAILED, messages.get("bench.nothing"));
            }
            print(new GatingBench(project, parent.main.language()).run(documents, rounds));
            return Main.OK;
        }

        private void print(GatingBench.Result result) {
            Main main = parent.main;
            Messages messages = main.messages();
            double share = 100.0 * result.relevant() / result.documents();
            double millions = result.characters() / 1e6;
            say(messages.get("bench.documents", result.documents(), millions, result.relevant(), share));
            for (GatingBench.Round round : result.rounds()) {
                say(messages.get("bench.round", round.gated(), round.everything(), round.times()));
            }
            say(messages.get("bench.times", result.times()));
            say(messages.get("bench.lost", result.lost().size(), result.claims()));
            result.lost()
                    .forEach(claim -> say(
                            "- " + claim.document() + " " + claim.technology().id() + " " + claim.vendor() + ": "
                                    + claim.evidence().quote()));
        }

        private void say(String line) {
            parent.main.terminal().out().println(line);
        }
    }
}
