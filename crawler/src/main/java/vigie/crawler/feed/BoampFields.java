package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Strict.Leaf;

/**
 * What BOAMP's many small fields are called in a document, and which of them are left out on purpose: a table of two
 * columns, the end of a path (or a part of one and {@code /*} for all below it) and its label or {@value #LEFT}. The
 * longest path wins, of two the one nearer to the field. Names of choices in words begin with {@value #CHOICE}.
 */
final class BoampFields {

    private static final String LEFT = "-";
    private static final String BELOW = "/*";
    private static final String CHOICE = "=";

    private final Map<String, String> labels;

    private BoampFields(Map<String, String> labels) {
        this.labels = Map.copyOf(labels);
    }

    static BoampFields load() {
        Map<String, String> labels = new HashMap<>();
        Table.rows("boamp-fields.tsv", 2).forEach(row -> labels.put(row.get(0), row.get(1)));
        return new BoampFields(labels);
    }

    /** Takes the leaves of a record that the table knows and nobody took before, in their order. */
    List<Line> take(Strict record) {
        List<Line> lines = new ArrayList<>();
        for (Leaf leaf : record.open()) {
            label(leaf.path()).ifPresent(label -> {
                record.leave(leaf.element());
                if (!label.equals(LEFT)) {
                    lines.add(new Line(label, BoampValues.text(leaf.element())));
                }
            });
        }
        return lines;
    }

    /** What the empty element of that name says, in words. */
    String word(String choice) {
        return labels.getOrDefault(CHOICE + choice, choice);
    }

    private Optional<String> label(String path) {
        String[] steps = path.split("/", -1);
        for (int length = steps.length; length > 0; length--) {
            String label = labels.get(part(steps, steps.length - length, length));
            for (int start = steps.length - length - 1; start >= 0 && label == null; start--) {
                label = labels.get(part(steps, start, length) + BELOW);
            }
            if (label != null) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }

    private static String part(String[] steps, int start, int length) {
        return String.join("/", List.of(steps).subList(start, start + length));
    }
}
