package vigie.indexer.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a {@link StageModel} is trained on.
 *
 * @param told sentences with the stage and modality that they tell of something
 * @param spoken sentences with whether they speak of the analysis of images
 * @param chosen what sections may tell of a subject with what they tell
 */
public record Lessons(List<Labelled> told, List<Spoken> spoken, List<Chosen> chosen) {

    public Lessons {
        told = List.copyOf(told);
        spoken = List.copyOf(spoken);
        chosen = List.copyOf(chosen);
    }

    /** All of {@code several}, in their order. */
    public static Lessons of(List<Lessons> several) {
        return new Lessons(
                several.stream().flatMap(lessons -> lessons.told.stream()).toList(),
                several.stream().flatMap(lessons -> lessons.spoken.stream()).toList(),
                several.stream().flatMap(lessons -> lessons.chosen.stream()).toList());
    }

    /** Of which families there are some. */
    public Set<String> families() {
        Set<String> families = new HashSet<>();
        told.forEach(example -> families.add(example.family()));
        spoken.forEach(example -> families.add(example.family()));
        chosen.forEach(example -> families.add(example.family()));
        return families;
    }

    /** Those of some families. */
    public Lessons of(Predicate<String> families) {
        return new Lessons(
                told.stream().filter(example -> families.test(example.family())).toList(),
                spoken.stream()
                        .filter(example -> families.test(example.family()))
                        .toList(),
                chosen.stream()
                        .filter(example -> families.test(example.family()))
                        .toList());
    }
}
