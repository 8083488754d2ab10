package vigie.cli;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.indexer.CrossValidation;
import vigie.indexer.Extraction;
import vigie.indexer.PassageExamples;
import vigie.indexer.PassageValidation;
import vigie.indexer.StageTraining;
import vigie.indexer.eval.Gold;
import vigie.indexer.eval.PassageScorer;
import vigie.indexer.eval.VendorNames;
import vigie.indexer.extract.Labelled;
import vigie.indexer.extract.LessonFile;
import vigie.indexer.extract.Lessons;
import vigie.indexer.extract.TrainingExample;
import vigie.model.Claim;
import vigie.model.SourceDocument;
import vigie.model.archive.WholeFile;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/** {@code vigie train}: makes the model of stages anew from the labelled sentences, or tells how good it would be. */
@Command(name = "train", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Parameters(paramLabel = "DIR", descriptionKey = "examples")
    Path folder;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "model-out")
    @Nullable
    Path out;

    @Option(names = "--check", descriptionKey = "check")
    boolean check;

    @Option(names = "--gold", paramLabel = "GOLD.jsonl", descriptionKey = "train-gold")
    @Nullable
    Path gold;

    @Option(names = "--docs", paramLabel = "DIR", descriptionKey = "docs")
    @Nullable
    Path docs;

    @Option(names = "--meta", paramLabel = "META.tsv", descriptionKey = "meta")
    @Nullable
    Path meta;

    @Option(names = "--lessons", paramLabel = "LESSONS.gz", descriptionKey = "lessons")
    @Nullable
    Path kept;

    @Option(names = "--keep-lessons", paramLabel = "LESSONS.gz", descriptionKey = "keep-lessons")
    @Nullable
    Path keep;

    @Override
    public Integer call() throws IOException, ProjectException {
        if (out == null && keep == null && !check) {
            throw new UserException(Main.USAGE, main.messages().get("train.nothing"));
        }
        if (keep != null && gold == null) {
            throw new UserException(Main.USAGE, main.messages().get("train.keep-what"));
        }
        Project project = main.options.project();
        StageTraining training = new StageTraining(project.lexicon());
        Lessons sentences = training.lessons(examples());
        long families =
                sentences.told().stream().map(Labelled::family).distinct().count();
        main.terminal()
                .out()
                .println(main.messages().get("train.examples", sentences.told().size(), families));
        AnnotatedTexts texts = texts(project);
        Lessons passages = passages(texts, project, training, sentences);
        if (texts != null || kept != null) {
            main.terminal()
                    .out()
                    .println(main.messages()
                            .get(
                                    "train.passages",
                                    passages.told().size(),
                                    passages.families().size()));
        }
        if (keep != null) {
            ByteArrayOutputStream lessons = new ByteArrayOutputStream();
            LessonFile.write(passages, lessons);
            write(keep, lessons, "train.kept");
        }
        if (check) {
            check(training, sentences.told());
        }
        if (check && texts != null) {
            check(training, sentences, passages, texts, project);
        }
        if (out != null) {
            ByteArrayOutputStream model = new ByteArrayOutputStream();
            training.train(Lessons.of(List.of(sentences, passages))).write(model);
            write(out, model, "train.written");
        }
        return Main.OK;
    }

    private void write(Path file, ByteArrayOutputStream bytes, String message) throws IOException {
        WholeFile.write(file, bytes.toByteArray());
        main.terminal().out().println(main.messages().get(message, file, Files.size(file) / 1024));
    }

    private @Nullable AnnotatedTexts texts(Project project) throws IOException {
        if ((gold == null) != (docs == null)) {
            throw new UserException(Main.USAGE, main.messages().get("train.gold-and-docs"));
        }
        return gold == null || docs == null ? null : AnnotatedTexts.read(main, project, gold, docs, meta);
    }

    /** What is kept, and what the extraction asks about passages of which nothing is. */
    private Lessons passages(@Nullable AnnotatedTexts texts, Project project, StageTraining training, Lessons sentences)
            throws IOException {
        Lessons known = kept();
        Set<String> families = known.families();
        List<Gold.Passage> asked = texts == null
                ? List.of()
                : texts.gold().passages().stream()
                        .filter(passage -> !families.contains(passage.id()))
                        .toList();
        if (texts == null || asked.isEmpty()) {
            return known;
        }
        List<Lessons> lessons = new ArrayList<>(List.of(known));
        PassageExamples examples = new PassageExamples(
                Extraction.of(project, main.language()),
                Extraction.of(project, main.language(), training.train(sentences)),
                project.lexicon());
        for (Gold.Passage passage : asked) {
            SourceDocument document = texts.documents().get(passage.id());
            if (document != null) {
                lessons.add(examples.of(passage, document));
            }
        }
        return Lessons.of(lessons);
    }

    private Lessons kept() throws IOException {
        if (kept == null) {
            return Lessons.of(List.of());
        }
        try (InputStream in = Files.newInputStream(kept)) {
            return LessonFile.read(in);
        } catch (NoSuchFileException e) {
            throw new UserException(Main.USAGE, main.messages().get("extract.missing", kept));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new UserException(
                    Main.USAGE, main.messages().get("train.no-lessons", kept, String.valueOf(e.getMessage())));
        }
    }

    private void check(StageTraining training, List<Labelled> sentences) {
        CrossValidation checked = CrossValidation.of(training, sentences);
        main.terminal()
                .out()
                .println(main.messages()
                        .get("train.checked", checked.stage(), checked.modality(), checked.both(), checked.cues()));
        checked.calibration()
                .forEach(step -> main.terminal()
                        .out()
                        .println(main.messages().get("train.step", step.told(), step.right(), step.examples())));
    }

    private void check(
            StageTraining training, Lessons sentences, Lessons passages, AnnotatedTexts texts, Project project) {
        Map<String, List<Claim>> claims = PassageValidation.claims(
                training,
                sentences,
                passages,
                texts.documents(),
                model -> Extraction.of(project, main.language(), model));
        new ScoreTables(main.terminal(), main.messages(), 0)
                .print(new PassageScorer(new VendorNames(project.lexicon()))
                        .score(texts.gold().passages(), claims));
    }

    private List<TrainingExample> examples() throws IOException {
        try {
            return StageTraining.read(folder);
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new UserException(Main.USAGE, main.messages().get("extract.missing", folder));
        } catch (IllegalArgumentException e) {
            throw new UserException(Main.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
