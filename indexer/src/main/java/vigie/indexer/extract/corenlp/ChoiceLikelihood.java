package vigie.indexer.extract.corenlp;

import edu.stanford.nlp.optimization.AbstractCachingDiffFunction;
import edu.stanford.nlp.optimization.QNMinimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vigie.indexer.extract.Chosen;

/**
 * How unlikely weights make what is right of several choices, with a normal prior over the weights: the conditional
 * logit of McFadden (1974), where several choices may be right.
 */
final class ChoiceLikelihood extends AbstractCachingDiffFunction {

    /** Rarer features are accidents of one text. */
    private static final int LEAST_SEEN = 3;

    private static final double TOLERANCE = 1e-5;
    private static final int MEMORY = 15;

    /** A choice: the numbers of its features and how much there is of each. */
    private record Row(int[] features, double[] values, boolean right) {

        double times(double[] weights) {
            double sum = 0;
            for (int i = 0; i < features.length; i++) {
                sum += weights[features[i]] * values[i];
            }
            return sum;
        }

        void addTo(double[] sums, double factor) {
            for (int i = 0; i < features.length; i++) {
                sums[features[i]] += values[i] * factor;
            }
        }
    }

    private final List<List<Row>> choices;
    private final int dimension;
    private final double precision;

    private ChoiceLikelihood(List<List<Row>> choices, int dimension, double sigma) {
        this.choices = choices;
        this.dimension = dimension;
        this.precision = 1 / (sigma * sigma);
    }

    /** The weight of each feature that fits {@code examples} best; none where there are none. */
    static Map<String, Double> fitted(List<Chosen> examples, double sigma) {
        Map<String, Integer> seen = new TreeMap<>();
        examples.forEach(example -> example.choices()
                .forEach(choice -> choice.keySet().forEach(feature -> seen.merge(feature, 1, Integer::sum))));
        Map<String, Integer> numbers = new TreeMap<>();
        seen.forEach((feature, times) -> {
            if (times >= LEAST_SEEN) {
                numbers.put(feature, numbers.size());
            }
        });
        Map<String, Double> weights = new TreeMap<>();
        if (!numbers.isEmpty()) {
            List<List<Row>> rows =
                    examples.stream().map(example -> rows(example, numbers)).toList();
            QNMinimizer minimizer = new QNMinimizer(MEMORY, true);
            minimizer.shutUp();
            double[] found = minimizer.minimize(
                    new ChoiceLikelihood(rows, numbers.size(), sigma), TOLERANCE, new double[numbers.size()]);
            numbers.forEach((feature, number) -> weights.put(feature, found[number]));
        }
        return weights;
    }

    private static List<Row> rows(Chosen example, Map<String, Integer> numbers) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < example.choices().size(); i++) {
            Map<Integer, Double> known = new TreeMap<>();
            example.choices().get(i).forEach((feature, value) -> {
                Integer number = numbers.get(feature);
                if (number != null) {
                    known.put(number, value);
                }
            });
            rows.add(new Row(
                    known.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    known.values().stream().mapToDouble(Double::doubleValue).toArray(),
                    example.right().get(i)));
        }
        return rows;
    }

    @Override
    public int domainDimension() {
        return dimension;
    }

    @Override
    protected void calculate(double[] weights) {
        value = 0;
        Arrays.fill(derivative, 0);
        for (List<Row> rows : choices) {
            double[] shares =
                    rows.stream().mapToDouble(row -> row.times(weights)).toArray();
            double most = Arrays.stream(shares).max().orElse(0);
            double all = 0;
            double right = 0;
            for (int i = 0; i < shares.length; i++) {
                shares[i] = Math.exp(shares[i] - most);
                all += shares[i];
                right += rows.get(i).right() ? shares[i] : 0;
            }
            value -= Math.log(right / all);
            for (int i = 0; i < shares.length; i++) {
                Row row = rows.get(i);
                row.addTo(derivative, shares[i] / all - (row.right() ? shares[i] / right : 0));
            }
        }
        for (int i = 0; i < dimension; i++) {
            value += precision / 2 * weights[i] * weights[i];
            derivative[i] += precision * weights[i];
        }
    }
}
