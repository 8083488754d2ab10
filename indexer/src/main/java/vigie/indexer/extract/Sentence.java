package vigie.indexer.extract;

import java.util.List;
import vigie.model.Mention;

/**
 * A sentence, a line of a table or a labelled line, as it stands in its section.
 *
 * @param view its plain form
 * @param spans where it lies in the document: one stretch, or one for each piece of a line where there are columns
 * @param setting of its section
 * @param speaker whose words these are
 * @param row whether it is a line of a table
 * @param block number of the paragraph in its section
 * @param index number of the sentence in its section
 * @param finds what stands in it
 */
record Sentence(
        View view, List<Span> spans, Setting setting, Speaker speaker, boolean row, int block, int index, Finds finds) {

    Sentence {
        spans = List.copyOf(spans);
    }

    /** A sentence as it is cut out, said by the town for all one knows yet. */
    static Sentence of(View view, List<Span> spans, Setting setting, boolean row, int block) {
        return new Sentence(view, spans, setting, Speaker.TOWN, row, block, 0, Finds.NONE);
    }

    /** The heading of a section as a sentence. */
    static Sentence title(View view, List<Span> spans, Setting setting) {
        return of(view, spans, setting, false, -1);
    }

    boolean isTitle() {
        return block < 0;
    }

    /** Whether it is a line of a table, in cells, and not an entry of a list in words. */
    boolean inCells() {
        return row && (words().indexOf('\u00a6') >= 0 || words().indexOf('|') >= 0);
    }

    /** Its words, plain. */
    String words() {
        return view.text();
    }

    /** Its words, plain, with a {@code §} for each name of a vendor or product. */
    String unnamed() {
        StringBuilder words = new StringBuilder(words());
        for (Mention hit : hits()) {
            if (Parties.isName(hit)) {
                int end = Math.min(words.length(), view.at(hit.end() - 1) + 1);
                for (int i = view.at(hit.start()), start = i; i < end; i++) {
                    words.setCharAt(i, i == start ? '\u00a7' : ' ');
                }
            }
        }
        return words.toString();
    }

    boolean contains(int offset) {
        return spans.stream().anyMatch(span -> span.contains(offset));
    }

    /** Its words before what stands at {@code offset} of the document; none if that is not of it. */
    String before(int offset) {
        return contains(offset) ? words().substring(0, view.at(offset)) : "";
    }

    int start() {
        return spans.get(0).start();
    }

    int end() {
        return spans.get(spans.size() - 1).end();
    }

    List<Mention> hits() {
        return finds.hits();
    }

    /** Whether something was found that reaches into {@code [start, end)} of the document. */
    boolean hasHitIn(int start, int end) {
        return hits().stream().anyMatch(hit -> hit.start() < end && start < hit.end());
    }

    /** What can be quoted for something at {@code anchor}: the sentence, or its piece of a line that holds the anchor. */
    Span quote(int anchor) {
        return spans.stream().filter(span -> span.contains(anchor)).findFirst().orElse(spans.get(0));
    }

    /** The part of it that is {@code [start, end)} of its words, with nothing found in it yet. */
    Sentence part(int start, int end) {
        if (start == 0 && end == words().length()) {
            return this;
        }
        Span range = new Span(view.sourceAt(start), view.sourceEnd(end));
        List<Span> lie = spans.stream()
                .filter(span -> span.start() < range.end() && range.start() < span.end())
                .map(span -> new Span(Math.max(span.start(), range.start()), Math.min(span.end(), range.end())))
                .toList();
        return new Sentence(view.part(start, end), lie, setting, speaker, row, block, index, Finds.NONE);
    }

    Sentence saidBy(Speaker by) {
        return new Sentence(view, spans, setting, by, row, block, index, finds);
    }

    Sentence with(int number, Finds found) {
        return new Sentence(view, spans, setting, speaker, row, block, number, found);
    }
}
