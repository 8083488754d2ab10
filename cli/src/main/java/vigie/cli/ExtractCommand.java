package vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.indexer.Extraction;
import vigie.indexer.extract.OutOfTimeException;
import vigie.model.Claim;
import vigie.model.Json;
import vigie.model.SourceDocument;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/** {@code vigie extract}: claims found in files, as JSON lines; needs no index. */
@Command(name = "extract", mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|-", descriptionKey = "files")
    List<Path> files = new ArrayList<>();

    @Option(names = "--meta", paramLabel = "META.tsv", descriptionKey = "meta")
    @Nullable
    Path meta;

    @Option(names = "--because", descriptionKey = "because")
    boolean because;

    private final JsonMapper json = Json.mapper();

    @Override
    public Integer call() throws IOException, ProjectException {
        Project project = main.options.project();
        List<Path> all = LocalDocuments.list(files, main.messages());
        Extraction extraction = Extraction.of(project, main.language());
        int unread = 0;
        try (LocalDocuments documents = new LocalDocuments(main, project.crawl(), meta);
                Progress progress = new Progress(
                        main.terminal(), main.options.quiet || main.options.noProgress || all.size() < 3)) {
            Set<String> unknown = documents.unknownCodes(project.communes());
            if (!unknown.isEmpty()) {
                main.terminal().err().println(main.messages().get("extract.meta.codes", String.join(", ", unknown)));
            }
            for (int i = 0; i < all.size(); i++) {
                Optional<SourceDocument> document = documents.read(all.get(i));
                if (document.isEmpty() || !print(all.get(i), document.get(), extraction)) {
                    unread++;
                }
                progress.at(main.messages().get("progress.extract"), i + 1L, all.size());
            }
        }
        long abstained = extraction.stats().abstained();
        if (abstained > 0 && !main.options.quiet) {
            main.terminal().err().println(main.messages().get("extract.abstained", abstained));
        }
        return unread == 0 ? Main.OK : unread == all.size() ? Main.FAILED : Main.PARTLY;
    }

    /** Whether it could be done in the time that the configuration permits. */
    private boolean print(Path file, SourceDocument document, Extraction extraction) throws JsonProcessingException {
        try {
            print(extraction.claims(document));
            return true;
        } catch (OutOfTimeException e) {
            main.terminal().err().println(main.messages().get("extract.late", file));
            return false;
        }
    }

    private void print(List<Claim> claims) throws JsonProcessingException {
        for (Claim claim : claims) {
            ObjectNode line = json.valueToTree(claim);
            if (!because) {
                line.remove("because");
            }
            main.terminal().out().println(json.writeValueAsString(line));
        }
    }
}
