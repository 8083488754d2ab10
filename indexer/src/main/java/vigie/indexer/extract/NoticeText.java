package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The text of a notice as its fields are looked for: a label that stands alone in its line, before dots or in a column of its
 * own has its colon there, and names of open data are parted into words.
 */
final class NoticeText {

    /** A name of open data in one word: "dateNotification : ". */
    private static final Pattern KEY = Pattern.compile("\\p{Ll}+(?:\\p{Lu}\\p{Ll}+)+ : ");

    private static final String COLON = " : ";

    private final String text;
    private final StringBuilder raw = new StringBuilder();
    private final List<Integer> offsets = new ArrayList<>();

    private NoticeText(String text) {
        this.text = text;
    }

    /** The {@code lines} of {@code text} as one, in plain form. */
    static View of(String text, List<Span> lines) {
        NoticeText all = new NoticeText(text);
        lines.forEach(all::add);
        return View.of(all.raw.toString(), all.offsets::get);
    }

    private void add(Span line) {
        Optional<LabelledLine> label = LabelledLine.of(text, line);
        Map<Integer, Integer> gaps = gaps(line, label);
        String meaning = label.flatMap(LabelledLine::meaning).orElse("");
        int value = label.map(found -> found.gap().end()).orElse(-1);
        Matcher key = KEY.matcher(text).region(line.start(), line.end());
        int words = key.lookingAt() ? key.end() : 0;
        int i = line.start();
        while (i < line.end()) {
            if (i == value && !meaning.isEmpty()) {
                add(meaning + COLON, i);
            }
            if (gaps.containsKey(i)) {
                add(COLON, i);
                i = gaps.get(i);
                continue;
            }
            if (i < words && Character.isUpperCase(text.charAt(i))) {
                add(" ", i);
            }
            add(text.substring(i, i + 1), i);
            i++;
        }
        add(gaps.isEmpty() && Notice.isLabel(Lines.words(text, line)) ? " :\n" : "\n", line.end());
    }

    /** What stands between a label and its value instead of a colon: where it begins, and where it ends. */
    private Map<Integer, Integer> gaps(Span line, Optional<LabelledLine> label) {
        Optional<Span> gap = label.filter(found -> !found.isColon(text)
                        && (found.known() || found.meaning().isPresent()))
                .map(LabelledLine::gap);
        if (gap.isPresent()) {
            return Map.of(gap.get().start(), gap.get().end());
        }
        Cells cells = Cells.of(text, line, 2);
        List<Span> spans = cells.spans();
        List<String> words = cells.words(text);
        boolean white = cells.separator().isBlank() && spans.size() % 2 == 0;
        boolean paired = white
                && IntStream.range(0, words.size()).allMatch(i -> Notice.isAnyLabel(words.get(i)) == (i % 2 == 0));
        Map<Integer, Integer> gaps = new HashMap<>();
        for (int i = 0; i < spans.size() && paired; i += 2) {
            gaps.put(spans.get(i).end(), spans.get(i + 1).start());
        }
        return gaps;
    }

    private void add(String added, int offset) {
        raw.append(added);
        added.chars().forEach(unused -> offsets.add(offset));
    }
}
