package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The contracts of a list that stand one below the other as paragraphs of labelled lines, as rows of sheets do: "holder: …",
 * "subject: …", "amount: …".
 */
final class Records {

    private static final Pattern LABELLED = Pattern.compile("^([^:]{2,120}?) ?: \\S.*");

    /** Paragraphs that begin with the same label are a list, if there are so many. */
    private static final int FEWEST = 3;

    /** A record has so many labelled lines at least. */
    private static final int FEWEST_FIELDS = 2;

    private Records() {}

    /** The records among {@code lines}: number of the first line, and of the one behind the last. */
    static Map<Integer, Integer> in(String text, List<Span> lines) {
        Map<String, List<int[]>> byLabel = new HashMap<>();
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || Lines.words(text, lines.get(i)).isEmpty()) {
                List<String> labels = labels(text, lines.subList(start, i));
                if (labels.size() >= FEWEST_FIELDS) {
                    byLabel.computeIfAbsent(labels.get(0), unused -> new ArrayList<>())
                            .add(new int[] {start, i});
                }
                start = i + 1;
            }
        }
        Map<Integer, Integer> records = new HashMap<>();
        byLabel.values().stream()
                .filter(same -> same.size() >= FEWEST && isOfContracts(text, lines, same))
                .forEach(same -> same.forEach(record -> records.put(record[0], record[1])));
        return records;
    }

    /** Votes are told in labelled lines too, one after each item. */
    private static boolean isOfContracts(String text, List<Span> lines, List<int[]> records) {
        long contracts = records.stream()
                .filter(record -> Notice.isContract(text, lines.subList(record[0], record[1])))
                .count();
        return 2 * contracts >= records.size();
    }

    /** The labels of a paragraph whose first line has one; lines without go on with the value above. */
    private static List<String> labels(String text, List<Span> paragraph) {
        List<String> labels = new ArrayList<>();
        for (Span line : paragraph) {
            Matcher labelled = LABELLED.matcher(Lines.words(text, line));
            if (labelled.matches()) {
                labels.add(labelled.group(1));
            } else if (labels.isEmpty()) {
                return List.of();
            }
        }
        return labels;
    }
}
