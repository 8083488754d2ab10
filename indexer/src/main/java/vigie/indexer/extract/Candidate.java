package vigie.indexer.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a document that may tell something of a subject: what the classifier of stages is asked.
 *
 * @param situation as it is seen
 * @param vendor id of the subject's, or null where only a technology is named
 * @param spans where the sentence lies in the document
 */
public record Candidate(Situation situation, @Nullable String vendor, List<Span> spans) {

    public Candidate {
        spans = List.copyOf(spans);
    }

    /** Whether the sentence itself names its subject. */
    public boolean isNamed() {
        return situation.isNamed();
    }
}
