package vigie.indexer.extract.corenlp;

import edu.stanford.nlp.classify.Dataset;
import edu.stanford.nlp.classify.LinearClassifier;
import edu.stanford.nlp.classify.LinearClassifierFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import vigie.indexer.extract.Labelled;
import vigie.indexer.extract.Lessons;
import vigie.indexer.extract.Spoken;
import vigie.indexer.extract.StageModel;

/** Trains the linear models of a {@link StageModel} with CoreNLP's maximum entropy classifier. */
public final class StageTrainer {

    /** Rarer features are accidents of one sentence. */
    private static final int LEAST_SEEN = 2;

    /** Weights smaller than this are left out of the model. */
    private static final double LEAST_WEIGHT = 0.01;

    private static final double TOLERANCE = 1e-4;

    private final double stageSigma;
    private final double modalitySigma;
    private final double analysisSigma;
    private final double choiceSigma;

    /**
     * A trainer.
     *
     * @param stageSigma standard deviation of the prior over the weights of the first model; the smaller, the flatter
     * @param modalitySigma the same of the second
     * @param analysisSigma the same of the third
     * @param choiceSigma the same of the fourth
     */
    public StageTrainer(double stageSigma, double modalitySigma, double analysisSigma, double choiceSigma) {
        this.stageSigma = stageSigma;
        this.modalitySigma = modalitySigma;
        this.analysisSigma = analysisSigma;
        this.choiceSigma = choiceSigma;
    }

    /** The model that fits {@code lessons}; the same ones in the same order give the same model. */
    public StageModel train(Lessons lessons) {
        Set<String> kept = kept(lessons.told().stream().map(Labelled::features));
        List<Labelled> claims = lessons.told().stream()
                .filter(example -> !example.stage().equals(StageModel.NONE))
                .toList();
        LinearClassifier<String, String> stages =
                train(lessons.told(), kept, Labelled::features, Labelled::stage, stageSigma);
        LinearClassifier<String, String> modalities =
                train(claims, kept, Labelled::features, Labelled::modality, modalitySigma);
        List<String> stageLabels = new ArrayList<>(new TreeSet<>(stages.labels()));
        List<String> modalityLabels = new ArrayList<>(new TreeSet<>(modalities.labels()));
        int judged = stageLabels.size() + modalityLabels.size();
        int columns = judged + 2;
        Map<String, float[]> weights = new HashMap<>();
        for (String feature : kept) {
            double[] row = new double[columns];
            for (int i = 0; i < judged; i++) {
                row[i] = i < stageLabels.size()
                        ? stages.weight(feature, stageLabels.get(i))
                        : modalities.weight(feature, modalityLabels.get(i - stageLabels.size()));
            }
            keep(feature, row, weights);
        }
        column(analysis(lessons.spoken()), judged, columns, weights);
        column(ChoiceLikelihood.fitted(lessons.chosen(), choiceSigma), judged + 1, columns, weights);
        return new StageModel(stageLabels, modalityLabels, weights);
    }

    private static void column(Map<String, Double> model, int column, int columns, Map<String, float[]> weights) {
        model.forEach((feature, weight) -> {
            double[] row = new double[columns];
            row[column] = weight;
            keep(feature, row, weights);
        });
    }

    private static void keep(String feature, double[] row, Map<String, float[]> weights) {
        float[] rounded = new float[row.length];
        double most = 0;
        for (int i = 0; i < row.length; i++) {
            rounded[i] = (float) (Math.round(row[i] * 100) / 100.0);
            most = Math.max(most, Math.abs(row[i]));
        }
        if (most >= LEAST_WEIGHT) {
            weights.put(feature, rounded);
        }
    }

    /** How much each feature speaks for analysis. */
    private Map<String, Double> analysis(List<Spoken> sentences) {
        if (sentences.isEmpty()) {
            return Map.of();
        }
        Set<String> kept = kept(sentences.stream().map(Spoken::features));
        Function<Spoken, String> label = sentence -> String.valueOf(sentence.analysis());
        LinearClassifier<String, String> analysis = train(sentences, kept, Spoken::features, label, analysisSigma);
        Map<String, Double> weights = new HashMap<>();
        kept.forEach(
                feature -> weights.put(feature, analysis.weight(feature, "true") - analysis.weight(feature, "false")));
        return weights;
    }

    private static Set<String> kept(Stream<List<String>> examples) {
        Map<String, Integer> seen = new HashMap<>();
        examples.forEach(features -> features.forEach(feature -> seen.merge(feature, 1, Integer::sum)));
        Set<String> kept = new TreeSet<>();
        seen.forEach((feature, times) -> {
            if (times >= LEAST_SEEN) {
                kept.add(feature);
            }
        });
        return kept;
    }

    private static <T> LinearClassifier<String, String> train(
            List<T> examples,
            Set<String> kept,
            Function<T, List<String>> features,
            Function<T, String> label,
            double sigma) {
        Dataset<String, String> data = new Dataset<>();
        for (T example : examples) {
            data.add(features.apply(example).stream().filter(kept::contains).toList(), label.apply(example));
        }
        LinearClassifierFactory<String, String> factory = new LinearClassifierFactory<>(TOLERANCE, false, sigma);
        factory.setVerbose(false);
        return factory.trainClassifier(data);
    }
}
