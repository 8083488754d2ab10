package vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.indexer.Extraction;
import vigie.indexer.eval.FactScorer;
import vigie.indexer.eval.FactScores;
import vigie.indexer.eval.Gold;
import vigie.indexer.eval.PassageScorer;
import vigie.indexer.eval.PassageScores;
import vigie.indexer.eval.VendorNames;
import vigie.model.Claim;
import vigie.model.Json;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/** {@code vigie eval}: how well annotated texts are read. */
@Command(name = "eval", mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Parameters(paramLabel = "GOLD.jsonl", descriptionKey = "gold")
    Path gold;

    @Option(names = "--docs", paramLabel = "DIR", required = true, descriptionKey = "docs")
    Path docs;

    @Option(names = "--meta", paramLabel = "META.tsv", descriptionKey = "meta")
    @Nullable
    Path meta;

    @Option(names = "--errors", paramLabel = "N", defaultValue = "0", descriptionKey = "errors")
    int errors;

    @Option(names = "--format", paramLabel = "table|json", defaultValue = "table", descriptionKey = "format")
    Format format = Format.TABLE;

    enum Format {
        TABLE,
        JSON
    }

    /** What {@code --format json} writes; each part is null where the gold has none of its kind. */
    private record Result(
            @Nullable PassageScores passages, @Nullable FactScores facts) {}

    @Override
    public Integer call() throws IOException, ProjectException {
        Project project = main.options.project();
        AnnotatedTexts texts = AnnotatedTexts.read(main, project, gold, docs, meta);
        Gold annotated = texts.gold();
        Map<String, List<Claim>> claims = claims(texts, project);
        VendorNames names = new VendorNames(project.lexicon());
        Result result = new Result(
                annotated.passages().isEmpty() ? null : new PassageScorer(names).score(annotated.passages(), claims),
                annotated.facts().isEmpty() ? null : new FactScorer(names).score(annotated.facts(), claims));
        if (format == Format.JSON) {
            main.terminal()
                    .out()
                    .println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result));
        } else {
            ScoreTables tables = new ScoreTables(main.terminal(), main.messages(), errors);
            if (result.passages != null) {
                tables.print(result.passages);
            }
            if (result.facts != null) {
                tables.print(result.facts);
            }
        }
        return Main.OK;
    }

    /** The claims of each annotated text, by passage id or file. */
    private Map<String, List<Claim>> claims(AnnotatedTexts texts, Project project) {
        Map<String, List<Claim>> claims = new HashMap<>();
        Extraction extraction = Extraction.of(project, main.language());
        try (Progress progress = new Progress(main.terminal(), main.options.quiet || main.options.noProgress)) {
            texts.documents().forEach((text, document) -> {
                claims.put(text, extraction.claims(document));
                progress.at(
                        main.messages().get("progress.extract"),
                        claims.size(),
                        texts.documents().size());
            });
        }
        return claims;
    }
}
