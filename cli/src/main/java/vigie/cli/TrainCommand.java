package vigie.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.indexer.CrossValidation;
import vigie.indexer.StageTraining;
import vigie.indexer.extract.Labelled;
import vigie.indexer.extract.TrainingExample;
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

    @Override
    public Integer call() throws IOException, ProjectException {
        if (out == null && !check) {
            throw new UserException(Main.USAGE, main.messages().get("train.nothing"));
        }
        StageTraining training = new StageTraining(main.options.project().lexicon());
        List<Labelled> examples = training.labelled(examples());
        long families = examples.stream().map(Labelled::family).distinct().count();
        main.terminal().out().println(main.messages().get("train.examples", examples.size(), families));
        if (check) {
            CrossValidation checked = CrossValidation.of(training, examples);
            main.terminal()
                    .out()
                    .println(main.messages()
                            .get("train.checked", checked.stage(), checked.modality(), checked.both(), checked.cues()));
            checked.calibration()
                    .forEach(step -> main.terminal()
                            .out()
                            .println(main.messages().get("train.step", step.told(), step.right(), step.examples())));
        }
        if (out != null) {
            try (OutputStream file = Files.newOutputStream(out)) {
                training.train(examples).write(file);
            }
            main.terminal().out().println(main.messages().get("train.written", out, Files.size(out) / 1024));
        }
        return Main.OK;
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
