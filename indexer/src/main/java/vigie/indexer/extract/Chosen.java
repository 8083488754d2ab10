package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * {@link Choices} of an annotated text with which of them are right, as the trainer sees them.
 *
 * @param family the text, which is never split between training and test
 * @param choices their features
 * @param right for each of them, whether people found it told
 */
public record Chosen(String family, List<Map<String, Double>> choices, List<Boolean> right) {

    public Chosen {
        choices = List.copyOf(choices);
        right = List.copyOf(right);
    }

    /** What is learnt from {@code choices}, of which {@code isRight} are right. */
    public static Chosen of(String family, Choices choices, Predicate<Choice> isRight) {
        List<Map<String, Double>> features = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (Choice choice : choices.choices()) {
            features.add(choice.features());
            right.add(isRight.test(choice));
        }
        return new Chosen(family, features, right);
    }
}
