package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vigie.crawler.feed.Notice.Line;

/**
 * Which fields of a record become which line, as a table: path and label. A path takes all that is below it and that
 * nobody took before; the label - leaves a field out on purpose. Immutable.
 */
final class LineTable {

    private static final String LEFT_OUT = "-";

    private final List<List<String>> rows;

    private LineTable(List<List<String>> rows) {
        this.rows = List.copyOf(rows);
    }

    static LineTable load(String name) {
        return new LineTable(Table.rows(name, 2));
    }

    /** The rows whose path starts with {@code prefix}, without it. */
    LineTable below(String prefix) {
        return new LineTable(rows.stream()
                .filter(row -> row.get(0).startsWith(prefix))
                .map(row -> List.of(row.get(0).substring(prefix.length()), row.get(1)))
                .toList());
    }

    /**
     * The lines of one record or a part of it.
     *
     * @param suffix after every value, such as the lot that it is about
     * @param words a leaf as a person would write it; empty if it says nothing
     */
    List<Line> lines(Element part, String suffix, Strict strict, Function<Element, String> words) {
        List<Line> lines = new ArrayList<>();
        for (List<String> row : rows) {
            for (Element element : part.at(row.get(0))) {
                if (row.get(1).equals(LEFT_OUT)) {
                    strict.leave(element);
                    continue;
                }
                String text = strict.take(element).stream()
                        .map(words)
                        .filter(value -> !value.isBlank())
                        .distinct()
                        .collect(Collectors.joining(", "));
                if (!text.isEmpty()) {
                    lines.add(new Line(row.get(1), text + suffix));
                }
            }
        }
        return lines;
    }
}
