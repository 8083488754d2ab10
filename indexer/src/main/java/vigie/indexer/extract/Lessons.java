package vigie.indexer.extract;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a {@link StageModel} is trained on.
 *
 * @param told sentences with the stage and modality that they tell of something
 * @param spoken sentences with whether they speak of the analysis of images
 */
public record Lessons(List<Labelled> told, List<Spoken> spoken) {

    public Lessons {
        told = List.copyOf(told);
        spoken = List.copyOf(spoken);
    }

    /** All of {@code several}, in their order. */
    public static Lessons of(List<Lessons> several) {
        return new Lessons(
                several.stream().flatMap(lessons -> lessons.told.stream()).toList(),
                several.stream().flatMap(lessons -> lessons.spoken.stream()).toList());
    }

    /** Those of some families. */
    public Lessons of(Predicate<String> families) {
        return new Lessons(
                told.stream().filter(example -> families.test(example.family())).toList(),
                spoken.stream()
                        .filter(example -> families.test(example.family()))
                        .toList());
    }
}
