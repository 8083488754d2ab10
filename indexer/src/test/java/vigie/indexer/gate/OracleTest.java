package vigie.indexer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.config.TermForm;

/** The automaton finds exactly what slow regular expressions find, tried at every start and every end. */
class OracleTest {

    private static final List<String> FORMS = List.of(
            "a-b",
            "ab c",
            "ab(a)",
            "a'b",
            "{ab|ba c}",
            "VSA",
            "é-b",
            "b a",
            "aabbcc",
            "milmil",
            "a-b c",
            "fia",
            "rna2",
            "abaabaab");
    private static final String[] PIECES = {
        "a", "b", "c", "A", "B", "é", "é", "i", "l", "1", "I", "m", "rn", "V", "S", "v", "s", ".", " ", " ", " ", "-",
        "–", "'", "’", "\u00A0", "\n", "-\n", "\u00AD", "\u0301", "´", "\uFFFD", "ﬁ", "œ", ",", "2", "«", "ß", "l'", "d"
    };

    private final FormFinder finder =
            FormFinder.of(FORMS.stream().map(TermForm::plain).toList());
    private final List<Pattern> oracle =
            FORMS.stream().map(RegexOracle::regex).map(Pattern::compile).toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void onRandomText(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            String text = IntStream.range(0, 4 + random.nextInt(18))
                    .mapToObj(i -> PIECES[random.nextInt(PIECES.length)])
                    .collect(Collectors.joining());
            check(text);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void onDistortedForms(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder();
            for (char c : FORMS.get(random.nextInt(FORMS.size())).toCharArray()) {
                text.append(random.nextInt(5) > 0 ? String.valueOf(c) : PIECES[random.nextInt(PIECES.length)]);
                text.append(random.nextInt(8) > 0 ? "" : PIECES[random.nextInt(PIECES.length)]);
            }
            check(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11, 12})
    void onTextWithColumns(long seed) {
        Random random = new Random(seed);
        int below = 0;
        for (int round = 0; round < 40; round++) {
            String text = columns(random);
            Set<FormHit> expected = expectedInColumns(text);
            below += expected.size() - expected(text).size();
            assertThat(new HashSet<>(finder.find(text))).as(text).isEqualTo(expected);
        }
        assertThat(below).isPositive();
    }

    /** Two columns of forms that hyphens or spaces part at the ends of their lines. */
    private static String columns(Random random) {
        List<List<String>> columns = List.of(column(random), column(random));
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 3; line++) {
            text.append(String.format(
                    "%-" + (9 + random.nextInt(2)) + "s%s\n",
                    columns.get(0).get(line),
                    columns.get(1).get(line)));
        }
        return text.toString();
    }

    private static List<String> column(Random random) {
        String form = FORMS.get(random.nextInt(FORMS.size()))
                .replaceAll("[{}()|]", "")
                .replace('-', random.nextBoolean() ? '-' : ' ');
        int cut = 1 + random.nextInt(form.length() - 1);
        boolean whole = random.nextInt(3) == 0 && form.matches("\\w+[ -]\\w.*");
        int space = form.replace('-', ' ').indexOf(' ');
        List<String> lines = new ArrayList<>(
                whole
                        ? List.of(form.substring(0, space), form.substring(space + 1), "c b")
                        : List.of(form.substring(0, cut) + "-", form.substring(cut), "c b"));
        if (random.nextInt(3) == 0) {
            lines.add(0, "é");
        }
        return lines;
    }

    /** Where a hyphen or word ends a stretch of a line that has another beside it, the text is also read with what is between cut out. */
    private Set<FormHit> expectedInColumns(String text) {
        Set<FormHit> hits = new HashSet<>(expected(text));
        List<int[]> breaks = breaks(text);
        for (int[] one : breaks) {
            addAcross(text, List.of(one), hits);
            breaks.stream()
                    .filter(next -> next[0] >= one[1])
                    .forEach(next -> addAcross(text, List.of(one, next), hits));
        }
        return hits;
    }

    private void addAcross(String text, List<int[]> cuts, Set<FormHit> hits) {
        StringBuilder shorter = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        int from = 0;
        for (int[] cut : cuts) {
            take(text, from, cut[0] + 1, shorter, places);
            shorter.append('\n');
            places.add(-1);
            from = cut[1];
        }
        take(text, from, text.length(), shorter, places);
        for (FormHit hit : expected(shorter.toString())) {
            int start = places.get(hit.start());
            int end = places.get(hit.end() - 1) + 1;
            if (cuts.stream().allMatch(cut -> start <= cut[0] && end > cut[1])) {
                hits.add(new FormHit(hit.form(), start, end));
            }
        }
    }

    private static void take(String text, int from, int to, StringBuilder out, List<Integer> places) {
        for (int i = from; i < to; i++) {
            out.append(text.charAt(i));
            places.add(i);
        }
    }

    /** Pairs of a hyphen or word at the end of a stretch and the beginning of the stretch below, which is small behind a word. */
    private static List<int[]> breaks(String text) {
        List<List<int[]>> lines = new ArrayList<>();
        Matcher line = Pattern.compile("[^\n]*\n").matcher(text);
        while (line.find()) {
            List<int[]> stretches = new ArrayList<>();
            Matcher stretch = Pattern.compile("\\S++(?: {1,2}\\S++)*+").matcher(line.group());
            while (stretch.find()) {
                stretches.add(
                        new int[] {line.start() + stretch.start(), line.start() + stretch.end(), stretch.start()});
            }
            lines.add(stretches);
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            for (int[] above : lines.get(i)) {
                boolean first = above == lines.get(i).get(0);
                boolean hyphen = text.substring(above[0], above[1]).matches("(?s).*[\\p{L}\\d]-");
                boolean word = Character.isLetterOrDigit(text.charAt(above[1] - 1));
                if ((hyphen || word) && lines.get(i).size() > 1) {
                    lines.get(i + 1).stream()
                            .filter(below -> first
                                    == (below == lines.get(below(lines, below)).get(0)))
                            .filter(below -> Math.abs(below[2] - above[2]) <= 2)
                            .filter(below -> Character.isLetterOrDigit(text.charAt(below[0])))
                            .findFirst()
                            .filter(below -> hyphen || isSmallBesideOthers(text, lines.get(below(lines, below)), below))
                            .ifPresent(below -> pairs.add(new int[] {above[1] - 1, below[0]}));
                }
            }
        }
        return pairs;
    }

    private static boolean isSmallBesideOthers(String text, List<int[]> line, int[] stretch) {
        return line.size() > 1 && Character.isLowerCase(text.charAt(stretch[0]));
    }

    private static int below(List<List<int[]>> lines, int[] stretch) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(stretch))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOracleItselfFindsSomething() {
        assertThat(expected("ab, a-b")).isNotEmpty();
    }

    private void check(String text) {
        assertThat(new HashSet<>(finder.find(text)))
                .as("in %s", text.codePoints().mapToObj(Character::getName).toList())
                .isEqualTo(expected(text));
    }

    private Set<FormHit> expected(String text) {
        Set<FormHit> hits = new HashSet<>();
        for (int form = 0; form < oracle.size(); form++) {
            Matcher matcher = oracle.get(form).matcher(text);
            matcher.useTransparentBounds(true).useAnchoringBounds(false);
            for (int start = 0; start < text.length(); start++) {
                for (int end = start + 1; end <= text.length(); end++) {
                    if (matcher.region(start, end).matches()) {
                        hits.add(new FormHit(form, start, end));
                    }
                }
            }
        }
        return hits;
    }
}
