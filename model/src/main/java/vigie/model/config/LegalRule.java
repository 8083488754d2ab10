package vigie.model.config;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.model.Technology;

/**
 * A text or decision that bears on a technology for some time, as questions that somebody may check; never a verdict. An
 * entry of {@code config/law/}.
 *
 * @param reference the text and its article, as people cite it
 * @param from first day on which it holds, or null where it is older than anything that we read
 * @param until last day on which it holds, or null while it does
 * @param technologies that it concerns, at least one
 * @param stages of a deployment that it concerns; none stands for all
 * @param questions what to check, each ending in a question mark, in French
 * @param url where the text or an account of it can be read, or null
 * @param verified day on which somebody compared the entry with that address, or null for never
 */
public record LegalRule(
        String id,
        String reference,
        @Nullable PartialDate from,
        @Nullable PartialDate until,
        Set<Technology> technologies,
        Set<Stage> stages,
        List<String> questions,
        @Nullable String url,
        @Nullable String verified) {

    public LegalRule {
        technologies = inOrder(technologies);
        stages = inOrder(stages);
        questions = List.copyOf(questions);
    }

    /** In the same order in every process, so that the same report is the same file. */
    private static <T extends Enum<T>> Set<T> inOrder(Set<T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /** Whether it concerns that technology in that stage. */
    public boolean concerns(Technology technology, Stage stage) {
        return technologies.contains(technology) && (stages.isEmpty() || stages.contains(stage));
    }
}
