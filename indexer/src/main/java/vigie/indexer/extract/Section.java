package vigie.indexer.extract;

import java.util.List;

/**
 * A part of a document that speaks of one thing: an agenda item, a decision of a list, a question, a notice.
 *
 * @param setting what kind of section it is
 * @param heading its title lines, empty where it has none
 * @param lines its other lines in reading order; pieces of lines where the page has two columns
 */
record Section(Setting setting, List<Span> heading, List<Span> lines) {

    Section {
        heading = List.copyOf(heading);
        lines = List.copyOf(lines);
    }

    /** Whether {@code offset} lies in its heading or body. */
    boolean contains(int offset) {
        return heading.stream().anyMatch(span -> span.contains(offset))
                || lines.stream().anyMatch(span -> span.contains(offset));
    }

    /** Where it begins in the document. */
    int start() {
        return heading.isEmpty() ? lines.get(0).start() : heading.get(0).start();
    }
}
