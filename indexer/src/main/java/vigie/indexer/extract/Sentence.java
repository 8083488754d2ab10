package vigie.indexer.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence, a line of a table or a labelled line, as it stands in its section.
 *
 * @param view its plain form
 * @param spans where it lies in the document: one stretch, or one for each piece of a line where there are columns
 * @param section which it belongs to
 * @param speaker whose words these are
 * @param row whether it is a line of a table
 * @param block number of the paragraph in its section
 */
record Sentence(View view, List<Span> spans, Section section, Speaker speaker, boolean row, int block) {

    Sentence {
        spans = List.copyOf(spans);
    }

    boolean contains(int offset) {
        return spans.stream().anyMatch(span -> span.contains(offset));
    }

    int start() {
        return spans.get(0).start();
    }

    int end() {
        return spans.get(spans.size() - 1).end();
    }

    /** What can be quoted for something at {@code anchor}: the sentence, or its piece of a line that holds the anchor. */
    Span quote(@Nullable Integer anchor) {
        if (spans.size() == 1 || anchor == null) {
            return spans.get(0);
        }
        return spans.stream().filter(span -> span.contains(anchor)).findFirst().orElse(spans.get(0));
    }

    Sentence saidBy(Speaker by) {
        return new Sentence(view, spans, section, by, row, block);
    }
}
