package vigie.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trying a pattern only where it can begin finds what trying it everywhere finds. */
class SoughtTest {

    private static final int TEXTS = 300;
    private static final int PIECES = 12;

    private static final List<String> SIGNS = List.of(
            " ", " ", " ", " ", ", ", "; ", ". ", " : ", "'", "\"", "-", "–", "(", ")", "?", "\n", "\t", "\u00a0", "\0",
            "é", "É", "ø", "K", "ſ", "n° ", "12", "2023", "3", "a", "d'", "/", "_", "|", "€", "[", "~", "\u0301");

    private static Stream<Sought> used() {
        return Stream.of(
                        Afterwards.class,
                        Attribution.class,
                        Ballot.class,
                        Clauses.class,
                        ContractNumber.class,
                        Dates.class,
                        Figures.class,
                        Outcome.class,
                        Parties.class,
                        References.class,
                        Scope.class,
                        Speakers.class,
                        StageFeatures.class,
                        Surroundings.class,
                        Voice.class,
                        Votes.class)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.getType() == Sought.class)
                .map(SoughtTest::valueOf);
    }

    private static Sought valueOf(Field field) {
        try {
            field.setAccessible(true);
            return (Sought) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("used")
    void findsWhatIsFoundEverywhere(Sought sought) {
        finds(sought);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\bone\\b",
                "(?<!\\p{L})[àa]b",
                "(?<=x)y|\\by",
                "(?<!(?:ab|c) )cd",
                "[^a]b",
                "^(?:ab|c)|,d",
                "\\B[b-d]",
                "\\b,|a\\b ",
                "(?!ab)a\\w",
                "\\d+(?=€)",
                "K\\.?",
            })
    void findsPatternsOfAllKinds(String regex) {
        finds(Sought.of(regex));
        finds(Sought.of(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    @Test
    void doesNotTakeWhatItCannotRead() {
        assertThatThrownBy(() -> Sought.of("(?<!((a)|b)c)d")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sought.of("(?m)^a")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void finds(Sought sought) {
        Random random = new Random(1);
        List<String> words = new ArrayList<>(List.of(sought.pattern().pattern().split("[^\\p{L}]+", -1)));
        words.addAll(List.of("abc", "c cd", "ab cd", "one", "xy", "la ville", "le conseil"));
        for (int n = 0; n < TEXTS; n++) {
            StringBuilder text = new StringBuilder();
            for (int piece = 0; piece < PIECES; piece++) {
                List<String> some = random.nextInt(5) < 2 ? words : SIGNS;
                String next = some.get(random.nextInt(some.size()));
                text.append(random.nextInt(9) == 0 ? next.toUpperCase(java.util.Locale.ROOT) : next);
            }
            same(sought, text.toString(), random.nextInt(text.length() + 1));
        }
    }

    private static void same(Sought sought, String text, int cut) {
        List<String> found = new ArrayList<>();
        sought.each(text, cut, text.length(), match -> found.add(told(match)));
        assertThat(found).as(text).isEqualTo(everywhere(sought, text, cut, text.length()));
        found.clear();
        sought.each(text, 0, cut, match -> found.add(told(match)));
        List<String> all = everywhere(sought, text, 0, cut);
        assertThat(found).as(text).isEqualTo(all);
        Matcher first = sought.first(text.substring(0, cut));
        assertThat(first == null ? List.of() : List.of(told(first)))
                .as(text)
                .isEqualTo(everywhere(sought, text.substring(0, cut), 0, cut).stream()
                        .limit(1)
                        .toList());
    }

    private static List<String> everywhere(Sought sought, String text, int from, int to) {
        List<String> found = new ArrayList<>();
        Matcher matcher = sought.pattern()
                .matcher(text)
                .region(from, to)
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        while (matcher.find()) {
            found.add(told(matcher));
        }
        return found;
    }

    /** Where a match stands, with its groups. */
    private static String told(MatchResult match) {
        StringBuilder told = new StringBuilder(match.start() + "-" + match.end());
        for (int group = 1; group <= match.groupCount(); group++) {
            told.append(' ').append(match.group(group));
        }
        return told.toString();
    }
}
