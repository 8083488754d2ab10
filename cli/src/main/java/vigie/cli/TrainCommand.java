package vigie.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

    @Override
    public Integer call() throws IOException, ProjectException {
        if (out == null && !check) {
            throw new UserException(Main.USAGE, main.messages().get("train.nothing"));
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
        if (texts != null) {
            main.terminal()
                    .out()
                    .println(main.messages()
                            .get(
                                    "train.passages",
                                    passages.told().size(),
                                    texts.gold().passages().size()));
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
            WholeFile.write(out, model.toByteArray());
            main.terminal().out().println(main.messages().get("train.written", out, Files.size(out) / 1024));
        }
        return Main.OK;
    }

    private @Nullable AnnotatedTexts texts(Project project) throws IOException {
        if ((gold == null) != (docs == null)) {
            throw new UserException(Main.USAGE, main.messages().get("train.gold-and-docs"));
        }
        return gold == null || docs == null ? null : AnnotatedTexts.read(main, project, gold, docs, meta);
    }

    private Lessons passages(
            @Nullable AnnotatedTexts texts, Project project, StageTraining training, Lessons sentences) {
        List<Lessons> lessons = new ArrayList<>();
        if (texts == null) {
            return Lessons.of(lessons);
        }
        PassageExamples examples = new PassageExamples(
                Extraction.of(project, main.language()),
                Extraction.of(project, main.language(), training.train(sentences)),
                project.lexicon());
        for (Gold.Passage passage : texts.gold().passages()) {
            SourceDocument document = texts.documents().get(passage.id());
            if (document != null) {
                lessons.add(examples.of(passage, document));
            }
        }
        return Lessons.of(lessons);
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
