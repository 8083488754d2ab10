package vigie.indexer.extract;

import java.util.List;
import vigie.model.Technology;

/**
 * What a stage is judged from: a sentence and what stands around it. All text is plain: lower case, no accents, single
 * spaces.
 *
 * @param words the sentence
 * @param anchor position in {@code words} of what the claim is about; where that was named before, 0
 * @param length of the words at {@code anchor}; 0 where they stand in the sentence before or in the heading
 * @param others positions in {@code words} of other vendors
 * @param heading of the section, or empty
 * @param setting what kind of section
 * @param speaker whose words these are
 * @param technology what the claim is about
 * @param vendor whether a vendor is named, not only a technology
 */
public record Situation(
        String words,
        int anchor,
        int length,
        List<Integer> others,
        String heading,
        Setting setting,
        Speaker speaker,
        Technology technology,
        boolean vendor) {

    public Situation {
        others = List.copyOf(others);
    }

    /** Whether the sentence itself names what the claim is about. */
    boolean isNamed() {
        return length > 0;
    }

    /** The clause {@code [clause.start(), clause.end())} of it alone. */
    Situation clause(Span clause, int at) {
        return new Situation(
                words.substring(clause.start(), clause.end()),
                at,
                0,
                List.of(),
                heading,
                setting,
                speaker,
                technology,
                vendor);
    }
}
