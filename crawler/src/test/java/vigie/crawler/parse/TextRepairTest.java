package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRepairTest {

    @Test
    void lettersPrintedTwiceAreReadOnce() {
        TextRepair repair =
                repair("Objet : FFOOUURRNNIITTUURREE  DDEE  CCAAMMÉÉRRAASS  22002244\nLot 11, 22 caméras\n");

        assertThat(repair.pages()).containsExactly("Objet : FOURNITURE DE CAMÉRAS 2024\nLot 11, 22 caméras\n");
        assertThat(repair.told()).isEqualTo("doubled:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lot n° 11 : 22 caméras, 1100 €",
                "AAAAAA ...... ----",
                "la ville, elle, appelle Anne et Emma",
                "Aa Bb",
                "DDEE seul n'y suffit pas"
            })
    void whatIsNotPrintedTwiceStays(String line) {
        TextRepair repair = repair(line);

        assertThat(repair.pages()).containsExactly(line);
        assertThat(repair.told()).isEmpty();
    }

    @Test
    void partedWordIsJoinedWhereTheDocumentHasItWhole() {
        TextRepair repair =
                repair("Le projet de vidéosurveil-\nlance, voté hier.\nFin\n", "La vidéosurveillance est utile.\n");

        assertThat(repair.pages())
                .containsExactly(
                        "Le projet de vidéosurveillance,\nvoté hier.\nFin\n", "La vidéosurveillance est utile.\n");
        assertThat(repair.told()).isEqualTo("hyphen:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le compte-\nrendu et le procès-\nverbal",
                "un mot parfai-\ntement inconnu",
                "Aix-\nles-Bains, puis Aix-les-Bains",
                "des porte-\nmonnaie, un porte-monnaie, un portemonnaie"
            })
    void hyphensThatNothingDisprovesStay(String text) {
        assertThat(repair(text).pages()).containsExactly(text);
    }

    @Test
    void wordAtTheEndOfThePageIsJoinedToo() {
        assertThat(repair("caméras, camé-\nras").pages()).containsExactly("caméras, caméras\n");
    }

    @Test
    void lostApostrophesComeBackWhereTheDocumentHasNone() {
        TextRepair repair = repair("Vu larticle 3, lautorisation et\nlinstallation de caméras\n", "dun lavis\n");

        assertThat(repair.pages())
                .containsExactly("Vu l’article 3, l’autorisation et\nl’installation de caméras\n", "dun lavis\n");
        assertThat(repair.told()).isEqualTo("apostrophe:3");
    }

    @Test
    void slipsOfTheAuthorStay() {
        String slip = "Vu larticle 3 de l'arrêté, l'avis et l'ensemble\n";

        assertThat(repair(slip).pages()).containsExactly(slip);
    }

    @Test
    void hostileTextTakesNoTime() {
        String text = "AABBCC ".repeat(50_000) + "ab-\ncd".repeat(50_000) + "aa".repeat(200_000);

        assertThat(repair(text).pages()).hasSize(1);
    }

    private static TextRepair repair(String... pages) {
        return new TextRepair(List.of(pages));
    }
}
