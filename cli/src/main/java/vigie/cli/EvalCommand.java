package vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.indexer.Extraction;
import vigie.indexer.eval.FactScorer;
import vigie.indexer.eval.FactScores;
import vigie.indexer.eval.Gold;
import vigie.indexer.eval.GoldReader;
import vigie.indexer.eval.PassageScorer;
import vigie.indexer.eval.PassageScores;
import vigie.indexer.eval.VendorNames;
import vigie.model.Claim;
import vigie.model.Json;
import vigie.model.SourceDocument;
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
        Gold annotated = gold();
        Project project = main.options.project();
        Map<String, List<Claim>> claims = claims(annotated, project);
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

    private Gold gold() throws IOException {
        try {
            return new GoldReader().read(gold);
        } catch (NoSuchFileException e) {
            throw new UserException(Main.USAGE, main.messages().get("extract.missing", gold));
        } catch (IllegalArgumentException e) {
            throw new UserException(Main.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** The claims of each annotated text, by passage id or file; texts that cannot be read have no entry. */
    private Map<String, List<Claim>> claims(Gold annotated, Project project) throws IOException {
        Map<String, List<Claim>> claims = new HashMap<>();
        Map<String, Path> files = files(annotated);
        Extraction extraction = Extraction.of(project, main.language());
        try (LocalDocuments documents = new LocalDocuments(main, project.crawl(), meta);
                Progress progress = new Progress(main.terminal(), main.options.quiet || main.options.noProgress)) {
            int done = 0;
            for (Map.Entry<String, Path> file : files.entrySet()) {
                Optional<SourceDocument> document = documents.read(file.getValue());
                document.ifPresent(read -> claims.put(file.getKey(), extraction.claims(read)));
                progress.at(main.messages().get("progress.extract"), ++done, files.size());
            }
        }
        return claims;
    }

    private Map<String, Path> files(Gold annotated) throws IOException {
        Map<String, Path> files = new HashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        if (!annotated.passages().isEmpty()) {
            Map<String, Path> byName = byName();
            for (Gold.Passage passage : annotated.passages()) {
                put(passage.id(), byName.get(passage.id()), files, missing);
            }
        }
        for (Gold.Fact fact : annotated.facts()) {
            Path file = docs.resolve(fact.file());
            put(fact.file(), Files.isRegularFile(file) ? file : null, files, missing);
        }
        if (!missing.isEmpty()) {
            throw new UserException(Main.USAGE, main.messages().get("eval.missing", docs, String.join(", ", missing)));
        }
        return files;
    }

    private static void put(String id, @Nullable Path file, Map<String, Path> files, Set<String> missing) {
        if (file == null) {
            missing.add(id);
        } else {
            files.put(id, file);
        }
    }

    /** The files of the folder by their names without extension. */
    private Map<String, Path> byName() throws IOException {
        if (!Files.isDirectory(docs)) {
            throw new UserException(Main.USAGE, main.messages().get("extract.missing", docs));
        }
        try (Stream<Path> listed = Files.list(docs)) {
            return listed.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replaceFirst("\\.[^.]*$", ""),
                            file -> file,
                            (first, second) -> first));
        }
    }
}
