package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a document that speaks of one thing: an agenda item, a decision of a list, a question, a notice.
 *
 * @param setting what kind of section
 * @param heading its title lines, empty where it has none
 * @param lines its other lines in reading order; pieces of lines where the page has two columns
 * @param cells of one contract of a list, else none
 */
record Section(Setting setting, List<Span> heading, List<Span> lines, List<ContractTable.Cell> cells) {

    Section {
        heading = List.copyOf(heading);
        lines = List.copyOf(lines);
        cells = List.copyOf(cells);
    }

    Section(Setting setting, List<Span> heading, List<Span> lines) {
        this(setting, heading, lines, List.of());
    }

    /** Heading and body lines. */
    List<Span> all() {
        List<Span> all = new ArrayList<>(heading);
        all.addAll(lines);
        return all;
    }

    /** From its first to its last character; other sections may lie between where there are columns. */
    Span range() {
        int start = all().stream().mapToInt(Span::start).min().orElse(0);
        int end = all().stream().mapToInt(Span::end).max().orElse(start);
        return new Span(start, end);
    }
}
