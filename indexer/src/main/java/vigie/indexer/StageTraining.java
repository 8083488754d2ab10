package vigie.indexer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vigie.indexer.extract.ExampleFeatures;
import vigie.indexer.extract.Labelled;
import vigie.indexer.extract.Lessons;
import vigie.indexer.extract.Spoken;
import vigie.indexer.extract.StageModel;
import vigie.indexer.extract.TrainingExample;
import vigie.indexer.extract.corenlp.StageTrainer;
import vigie.indexer.gate.Gate;
import vigie.model.Json;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.config.Lexicon;

/** Labelled sentences to the model that judges stages. */
public final class StageTraining {

    /** Priors found by cross-validation over families ({@code vigie train --check}). */
    private static final double STAGE_SIGMA = 0.8;

    private static final double MODALITY_SIGMA = 0.8;

    private static final double ANALYSIS_SIGMA = 0.5;

    private static final double CHOICE_SIGMA = 0.58;

    private final Gate gate;
    private final ExampleFeatures features;

    /** A training with the vendors of {@code lexicon}. */
    public StageTraining(Lexicon lexicon) {
        this.gate = Gate.compile(lexicon);
        this.features = new ExampleFeatures(lexicon);
    }

    /**
     * Reads every {@code *.jsonl} of a folder, in the order of the names.
     *
     * @throws IllegalArgumentException if lines are no examples; the message names all of them as file:line
     */
    public static List<TrainingExample> read(Path folder) throws IOException {
        JsonMapper json = Json.mapper();
        List<TrainingExample> examples = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files(folder)) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                try {
                    examples.add(json.readValue(lines.get(i), TrainingExample.class));
                } catch (JsonProcessingException e) {
                    faults.add(file + ":" + (i + 1) + ": " + e.getOriginalMessage());
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return examples;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    /** The examples as the trainer sees them, in the same order. */
    public Lessons lessons(List<TrainingExample> examples) {
        List<Labelled> told = new ArrayList<>();
        List<Spoken> spoken = new ArrayList<>();
        for (TrainingExample example : examples) {
            List<Mention> mentions = gate.scan(example.plainText());
            boolean vendor = isVendor(example.named());
            told.add(features.of(
                    example, mentions.stream().filter(StageTraining::isVendor).toList(), vendor));
            features.spoken(example, mentions, vendor).ifPresent(spoken::add);
        }
        return new Lessons(told, spoken, List.of());
    }

    private boolean isVendor(String words) {
        return gate.scan(words).stream().anyMatch(StageTraining::isVendor) || Character.isUpperCase(words.charAt(0));
    }

    private static boolean isVendor(Mention mention) {
        return mention.kind() == MentionKind.VENDOR || mention.kind() == MentionKind.PRODUCT;
    }

    /** The model of {@code lessons}; the same ones give the same model. */
    public StageModel train(Lessons lessons) {
        return new StageTrainer(STAGE_SIGMA, MODALITY_SIGMA, ANALYSIS_SIGMA, CHOICE_SIGMA).train(lessons);
    }
}
