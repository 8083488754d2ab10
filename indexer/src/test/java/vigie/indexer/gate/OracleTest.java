package vigie.indexer.gate;

import static org.assertj.core.api.Assertions.assertThat;

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
