package vigie.indexer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vigie.indexer.extract.Labelled;
import vigie.indexer.extract.Lessons;
import vigie.indexer.extract.StageModel;

/**
 * How well a model judges labelled sentences of families that it was not trained on, all examples taken once.
 *
 * @param stage share of the examples whose stage it gets right, {@code none} among them
 * @param modality share of those with a stage whose modality it gets right
 * @param both share of the examples with everything right
 * @param cues the same by the cue words alone, without a model
 * @param calibration how often it is right where it is so sure
 */
public record CrossValidation(double stage, double modality, double both, double cues, List<Step> calibration) {

    private static final int FOLDS = 5;
    private static final int STEPS = 10;

    public CrossValidation {
        calibration = List.copyOf(calibration);
    }

    /**
     * Examples of about the same confidence.
     *
     * @param told the mean probability that the model gave its answer
     * @param right share of the answers that are right
     */
    public record Step(double told, double right, int examples) {}

    /** An example with what a model that did not see its family makes of it. */
    private record Judged(Labelled example, String stage, double sure, String modality) {

        boolean isStage() {
            return stage.equals(example.stage());
        }

        boolean isBoth() {
            return isStage() && (stage.equals(StageModel.NONE) || modality.equals(example.modality()));
        }
    }

    /** Trains on four fifths of the families and judges the rest, five times. */
    public static CrossValidation of(StageTraining training, List<Labelled> examples) {
        List<Judged> judged = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            StageModel model = training.train(new Lessons(
                    examples.stream().filter(example -> fold(example) != held).toList(), List.of(), List.of()));
            examples.stream()
                    .filter(example -> fold(example) == held)
                    .forEach(example -> judged.add(judge(model, example)));
        }
        List<Judged> claims = judged.stream()
                .filter(one -> !one.example().stage().equals(StageModel.NONE))
                .toList();
        return new CrossValidation(
                share(judged.stream().filter(Judged::isStage).count(), judged.size()),
                share(
                        claims.stream()
                                .filter(one ->
                                        one.modality().equals(one.example().modality()))
                                .count(),
                        claims.size()),
                share(judged.stream().filter(Judged::isBoth).count(), judged.size()),
                share(judged.stream().filter(one -> byCues(one.example())).count(), judged.size()),
                calibration(judged));
    }

    private static int fold(Labelled example) {
        return Math.floorMod(example.family().hashCode(), FOLDS);
    }

    private static Judged judge(StageModel model, Labelled example) {
        Map.Entry<String, Double> stage = most(model.stages(example.features()));
        return new Judged(
                example,
                stage.getKey(),
                stage.getValue(),
                most(model.modalities(example.features())).getKey());
    }

    private static Map.Entry<String, Double> most(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
    }

    /** Whether the strongest cue, or the absence of any, says what the label says. */
    private static boolean byCues(Labelled example) {
        String told = example.features().stream()
                .filter(feature -> feature.startsWith("c1="))
                .map(feature -> feature.substring(3))
                .findFirst()
                .orElse(StageModel.NONE);
        String label =
                example.stage().equals(StageModel.NONE) ? StageModel.NONE : example.stage() + "/" + example.modality();
        return told.equals(label);
    }

    private static List<Step> calibration(List<Judged> judged) {
        List<Judged> ranked = new ArrayList<>(judged);
        ranked.sort(Comparator.comparingDouble(Judged::sure));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            List<Judged> part = ranked.subList(ranked.size() * i / STEPS, ranked.size() * (i + 1) / STEPS);
            double told = part.stream().mapToDouble(Judged::sure).average().orElse(0);
            steps.add(new Step(told, share(part.stream().filter(Judged::isStage).count(), part.size()), part.size()));
        }
        return steps;
    }

    private static double share(long part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
