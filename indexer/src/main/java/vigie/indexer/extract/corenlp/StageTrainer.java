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
import vigie.indexer.extract.Labelled;
import vigie.indexer.extract.StageModel;

/** Trains the two linear models of a {@link StageModel} with CoreNLP's maximum entropy classifier. */
public final class StageTrainer {

    /** Rarer features are accidents of one sentence. */
    private static final int LEAST_SEEN = 2;

    /** Weights smaller than this are left out of the model. */
    private static final double LEAST_WEIGHT = 0.01;

    private static final double TOLERANCE = 1e-4;

    private final double stageSigma;
    private final double modalitySigma;

    /**
     * A trainer.
     *
     * @param stageSigma standard deviation of the prior over the weights of the first model; the smaller, the flatter
     * @param modalitySigma the same of the second
     */
    public StageTrainer(double stageSigma, double modalitySigma) {
        this.stageSigma = stageSigma;
        this.modalitySigma = modalitySigma;
    }

    /** The model that fits {@code examples}; the same examples in the same order give the same model. */
    public StageModel train(List<Labelled> examples) {
        Set<String> kept = kept(examples);
        LinearClassifier<String, String> stages = train(examples, kept, true);
        LinearClassifier<String, String> modalities = train(examples, kept, false);
        List<String> stageLabels = new ArrayList<>(new TreeSet<>(stages.labels()));
        List<String> modalityLabels = new ArrayList<>(new TreeSet<>(modalities.labels()));
        Map<String, float[]> weights = new HashMap<>();
        for (String feature : kept) {
            float[] row = new float[stageLabels.size() + modalityLabels.size()];
            double most = 0;
            for (int i = 0; i < row.length; i++) {
                double weight = i < stageLabels.size()
                        ? stages.weight(feature, stageLabels.get(i))
                        : modalities.weight(feature, modalityLabels.get(i - stageLabels.size()));
                row[i] = (float) (Math.round(weight * 100) / 100.0);
                most = Math.max(most, Math.abs(weight));
            }
            if (most >= LEAST_WEIGHT) {
                weights.put(feature, row);
            }
        }
        return new StageModel(stageLabels, modalityLabels, weights);
    }

    private static Set<String> kept(List<Labelled> examples) {
        Map<String, Integer> seen = new HashMap<>();
        examples.forEach(example -> example.features().forEach(feature -> seen.merge(feature, 1, Integer::sum)));
        Set<String> kept = new TreeSet<>();
        seen.forEach((feature, times) -> {
            if (times >= LEAST_SEEN) {
                kept.add(feature);
            }
        });
        return kept;
    }

    private LinearClassifier<String, String> train(List<Labelled> examples, Set<String> kept, boolean stage) {
        Dataset<String, String> data = new Dataset<>();
        for (Labelled example : examples) {
            if (stage || !example.stage().equals(StageModel.NONE)) {
                List<String> features =
                        example.features().stream().filter(kept::contains).toList();
                data.add(features, stage ? example.stage() : example.modality());
            }
        }
        LinearClassifierFactory<String, String> factory =
                new LinearClassifierFactory<>(TOLERANCE, false, stage ? stageSigma : modalitySigma);
        factory.setVerbose(false);
        return factory.trainClassifier(data);
    }
}
