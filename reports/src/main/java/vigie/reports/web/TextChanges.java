package vigie.reports.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one text says and another does not, sentence by sentence, in the order of the text. Sentences that only changed
 * their place or their blanks are the same.
 */
public record TextChanges(List<String> added, List<String> removed) {

    private static final Pattern ENDS = Pattern.compile("(?<=[.!?;])\\s+|\\s*\\R\\s*");

    public TextChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    static TextChanges between(String before, String after) {
        return new TextChanges(more(before, after), more(after, before));
    }

    private static List<String> more(String less, String text) {
        Map<String, Integer> known = new HashMap<>();
        sentences(less).forEach(sentence -> known.merge(sentence, 1, Integer::sum));
        List<String> more = new ArrayList<>();
        for (String sentence : sentences(text)) {
            if (known.merge(sentence, -1, Integer::sum) < 0) {
                more.add(sentence);
            }
        }
        return more;
    }

    private static List<String> sentences(String text) {
        return ENDS.splitAsStream(text)
                .map(sentence -> sentence.replaceAll("\\s+", " ").strip())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
