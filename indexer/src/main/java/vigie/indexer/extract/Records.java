package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The contracts and notices of a list that stand one below the other: as paragraphs of labelled lines, as rows of sheets do
 * ("holder: …", "subject: …", "amount: …"), or between rules.
 */
final class Records {

    private static final Pattern LABELLED = Pattern.compile("^([^:]{2,120}?) ?: \\S.*");

    private static final Pattern NUMBER = Pattern.compile(
            "^(?:march[ée] |contrat |décision )?[nN]\\W{0,3}\\d[\\w ./-]{0,20}$", Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANK = Pattern.compile("");

    private static final Pattern RULE = Pattern.compile("([-–—_=*#~])\\1{9,}");

    /** Paragraphs that begin with the same label are a list, if there are so many. */
    private static final int FEWEST = 3;

    /** A record has so many labelled lines at least. */
    private static final int FEWEST_FIELDS = 2;

    private final String text;
    private final List<Span> lines;

    private Records(String text, List<Span> lines) {
        this.text = text;
        this.lines = lines;
    }

    /** Lines from {@code start} up to before {@code end}. */
    private record Stretch(int start, int end) {}

    /** The records among {@code lines}: number of the first line, and of the one behind the last. */
    static Map<Integer, Integer> in(String text, List<Span> lines) {
        Records records = new Records(text, lines);
        Map<Integer, Integer> ruled = records.betweenRules();
        return ruled.isEmpty() ? records.paragraphs() : ruled;
    }

    /** Texts between rules, if most of them are notices. */
    private Map<Integer, Integer> betweenRules() {
        List<Stretch> between = stretches(RULE);
        List<Stretch> contracts = between.size() < FEWEST ? List.of() : contracts(between);
        return isMost(contracts, between)
                ? contracts.stream().collect(Collectors.toMap(Stretch::start, Stretch::end))
                : Map.of();
    }

    private Map<Integer, Integer> paragraphs() {
        List<Stretch> all = stretches(BLANK);
        Map<String, List<Stretch>> byLabel = new HashMap<>();
        for (Stretch paragraph : all) {
            List<String> labels = labels(of(paragraph));
            if (labels.size() >= FEWEST_FIELDS) {
                byLabel.computeIfAbsent(labels.get(0), unused -> new ArrayList<>())
                        .add(paragraph);
            }
        }
        Set<Stretch> records = byLabel.values().stream()
                .filter(same -> same.size() >= FEWEST && areContracts(same))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return joined(all, records);
    }

    /** The records, each with the lots of it that stand below: whose each is, and for how much. */
    private Map<Integer, Integer> joined(List<Stretch> all, Set<Stretch> records) {
        Map<Integer, Integer> ends = new HashMap<>();
        Stretch divided = null;
        for (Stretch paragraph : all) {
            boolean record = records.contains(paragraph);
            if (record && divided != null && isLot(paragraph)) {
                ends.put(divided.start, paragraph.end);
                continue;
            }
            if (record) {
                ends.put(paragraph.start, paragraph.end);
            }
            divided =
                    tells(paragraph, Notice.Field.OBJECT) && !tells(paragraph, Notice.Field.HOLDER) ? paragraph : null;
        }
        return ends;
    }

    private boolean isLot(Stretch paragraph) {
        return tells(paragraph, Notice.Field.HOLDER) && !tells(paragraph, Notice.Field.OBJECT);
    }

    private boolean tells(Stretch paragraph, Notice.Field field) {
        return Notice.tells(text, of(paragraph), field);
    }

    /** What stands between lines of which {@code border} is all. */
    private List<Stretch> stretches(Pattern border) {
        List<Stretch> stretches = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size()
                    || border.matcher(Lines.words(text, lines.get(i))).matches()) {
                if (i > start) {
                    stretches.add(new Stretch(start, i));
                }
                start = i + 1;
            }
        }
        return stretches;
    }

    private List<Span> of(Stretch stretch) {
        return lines.subList(stretch.start, stretch.end);
    }

    /** Votes are told in labelled lines too, one after each item. */
    private boolean areContracts(List<Stretch> records) {
        return isMost(contracts(records), records);
    }

    private static boolean isMost(List<Stretch> contracts, List<Stretch> records) {
        return 2 * contracts.size() >= records.size();
    }

    private List<Stretch> contracts(List<Stretch> records) {
        return records.stream()
                .filter(record -> Notice.isContract(text, of(record)))
                .toList();
    }

    /** The labels of a paragraph whose first line, or the one below its number, has one; lines without go on with the value above. */
    private List<String> labels(List<Span> paragraph) {
        List<String> labels = new ArrayList<>();
        for (Span line : paragraph) {
            Matcher labelled = LABELLED.matcher(Lines.words(text, line));
            if (labelled.matches()) {
                labels.add(labelled.group(1));
            } else if (labels.isEmpty()
                    && !(line.equals(paragraph.get(0))
                            && NUMBER.matcher(Lines.words(text, line)).matches())) {
                return List.of();
            }
        }
        return labels;
    }
}
