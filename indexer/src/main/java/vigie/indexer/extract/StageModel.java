package vigie.indexer.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Two linear models over {@link StageFeatures}: which stage a sentence tells ({@code none} among them), and in which
 * modality; one over {@link AnalysisWords}: whether a sentence speaks of the analysis of images; and one over {@link Choice}s:
 * what a section tells in the end. Written as text: a line of labels for each of the first two, then a line per feature with a
 * weight per label, one for analysis and one for choices, all in the order of the alphabet, so that the same training data
 * gives the same bytes. Immutable, thread-safe.
 */
public final class StageModel {

    /** The label of sentences that make no claim. */
    public static final String NONE = "none";

    /** What every model that has learnt to choose weighs. */
    static final String CHOOSES = "o:none";

    private static final String SHIPPED = "stage-model.tsv.gz";

    private final List<String> stages;
    private final List<String> modalities;
    private final Map<String, float[]> weights;

    /**
     * A model.
     *
     * @param stages labels of the first model, {@link #NONE} among them
     * @param modalities labels of the second
     * @param weights by feature: for each stage, then for each modality, then for analysis and for choices
     */
    public StageModel(List<String> stages, List<String> modalities, Map<String, float[]> weights) {
        this.stages = List.copyOf(stages);
        this.modalities = List.copyOf(modalities);
        this.weights = new HashMap<>(weights);
    }

    /** The model that ships with the indexer. */
    public static StageModel load() {
        try (InputStream in = StageModel.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + SHIPPED + ": run 'vigie train'");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static StageModel read(InputStream in) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
        List<String> stages = labels(reader.readLine());
        List<String> modalities = labels(reader.readLine());
        Map<String, float[]> weights = new HashMap<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            float[] row = new float[stages.size() + modalities.size() + 2];
            int tab = line.indexOf('\t');
            weights.put(line.substring(0, tab), row);
            for (int i = 0; i < row.length && tab >= 0; i++) {
                int next = line.indexOf('\t', tab + 1);
                String cell = line.substring(tab + 1, next < 0 ? line.length() : next);
                row[i] = cell.isEmpty() ? 0 : Float.parseFloat(cell);
                tab = next;
            }
        }
        return new StageModel(stages, modalities, weights);
    }

    private static List<String> labels(String line) {
        return line == null ? List.of() : List.of(line.split("\t", -1));
    }

    /** Writes the model. */
    public void write(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(String.join("\t", stages)).append('\n');
        text.append(String.join("\t", modalities)).append('\n');
        new TreeMap<>(weights).forEach((feature, row) -> {
            text.append(feature);
            for (float weight : row) {
                text.append('\t').append(weight == 0 ? "" : String.format(Locale.ROOT, "%.2f", weight));
            }
            // The last cell is never empty, so that a line says how many there are.
            text.append(row[row.length - 1] == 0 ? "0\n" : "\n");
        });
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The probability of each stage, by label. */
    public Map<String, Double> stages(Collection<String> features) {
        return weighed(features).stages();
    }

    /** The probability of each modality, by label. */
    public Map<String, Double> modalities(Collection<String> features) {
        return weighed(features).modalities();
    }

    /** The probability that a sentence with these features speaks of the analysis of images. */
    double analysis(Collection<String> features) {
        return 1 / (1 + Math.exp(-weighed(features).evidence()));
    }

    /** How much features speak for analysis, as the logarithm of the odds; below 0 where they speak against it. */
    double evidence(Collection<String> features) {
        int last = stages.size() + modalities.size();
        double sum = 0;
        for (String feature : features) {
            float[] row = weights.get(feature);
            sum += row == null ? 0 : row[last];
        }
        return sum;
    }

    /** Whether it has learnt to choose. */
    boolean chooses() {
        return weights.containsKey(CHOOSES);
    }

    /** The probability of each of {@code choices}, in their order. */
    double[] chosen(List<Choice> choices) {
        int last = stages.size() + modalities.size() + 1;
        double[] sums = new double[choices.size()];
        for (int i = 0; i < sums.length; i++) {
            for (Map.Entry<String, Double> feature : choices.get(i).features().entrySet()) {
                float[] row = weights.get(feature.getKey());
                sums[i] += row == null ? 0 : row[last] * feature.getValue();
            }
        }
        return shares(sums);
    }

    private static double[] shares(double[] sums) {
        double most = Arrays.stream(sums).max().orElse(0);
        double[] shares = Arrays.stream(sums).map(sum -> Math.exp(sum - most)).toArray();
        double total = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / total).toArray();
    }

    /**
     * What is known of {@code features}, each looked up once. Their order does not matter: what is known is summed up in that of
     * the alphabet.
     */
    Weighed weighed(Collection<String> features) {
        List<Known> known = new ArrayList<>(features.size());
        for (String feature : features) {
            float[] row = weights.get(feature);
            if (row != null) {
                known.add(new Known(feature, row));
            }
        }
        known.sort(Comparator.comparing(Known::feature));
        return new Weighed(known);
    }

    private record Known(String feature, float[] row) {}

    /** Features with their weights. */
    final class Weighed {

        private final List<Known> known;

        private Weighed(List<Known> known) {
            this.known = known;
        }

        /** How much they speak for analysis, as the logarithm of the odds. */
        private double evidence() {
            int last = stages.size() + modalities.size();
            double sum = 0;
            for (Known feature : known) {
                sum += feature.row()[last];
            }
            return sum;
        }

        Map<String, Double> stages() {
            return softmax(stages, 0);
        }

        Map<String, Double> modalities() {
            return softmax(modalities, stages.size());
        }

        /** The features that speak most for {@code stage} against {@link #NONE} and the rest, strongest first. */
        List<String> reasons(String stage, int most) {
            int label = stages.indexOf(stage);
            return known.stream()
                    .filter(one -> one.row()[label] > 0)
                    .sorted(Comparator.comparing((Known one) -> -one.row()[label])
                            .thenComparing(Known::feature))
                    .limit(most)
                    .map(Known::feature)
                    .toList();
        }

        private Map<String, Double> softmax(List<String> labels, int from) {
            double[] sums = new double[labels.size()];
            for (Known feature : known) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += feature.row()[from + i];
                }
            }
            double[] shares = shares(sums);
            Map<String, Double> byLabel = new HashMap<>();
            for (int i = 0; i < shares.length; i++) {
                byLabel.put(labels.get(i), shares[i]);
            }
            return byLabel;
        }
    }
}
