package vigie.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Stage;

/** Trying patterns only where they can begin finds what searching for each by itself finds. */
class CueLinesTest {

    private static final List<CueBook.Line> LINES = List.of(
            line("(?<![\\p{L}\\d])(?:a|ont) (?:achete|loue)\\w*"),
            line("(?<![\\p{L}\\d])(?:etudes? en cours|\\(etude\\))"),
            line("\\bresili\\w+"),
            line("(?<!points de )suspension"),
            line("\\b20\\d\\d\\b"));

    private static CueBook.Line line(String pattern) {
        return new CueBook.Line(Stage.PROPOSED, 0.9, false, Pattern.compile(pattern));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "la ville a achete deux licences et a loue un serveur",
                "analyse d'images (etude) 40 000",
                "l'etude en cours, puis une autre etude en cours",
                "contrat resilie en 2021 ; non resilie en 2022",
                "des points de suspension, puis la suspension et la resuspension",
                "presilie, a. achete, 12020",
                "a",
                "",
            })
    void findsWhatEachPatternFinds(String words) {
        List<CueBook.Found> each = LINES.stream()
                .flatMap(line -> line.pattern()
                        .matcher(words)
                        .results()
                        .map(match -> new CueBook.Found(
                                line.stage(), line.weight(), line.negation(), match.start(), match.end())))
                .toList();
        assertThat(new CueLines(LINES).in(words)).isEqualTo(each);
    }
}
