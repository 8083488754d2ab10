package vigie.indexer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.config.TermForm;

class FormFinderTest {

    private static final FormFinder VIDEO =
            FormFinder.of(List.of(TermForm.plain("vidéo-{surveillance|protection} algorithmique(s)")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vidéosurveillance algorithmique",
                "vidéo-surveillance algorithmique",
                "vidéo surveillance algorithmiques",
                "VIDÉO-PROTECTION ALGORITHMIQUE",
                "VIDEOPROTECTION ALGORITHMIQUE",
                "videoprotection\nalgorithmique",
                "vidéo–surveillance\u00A0algorithmique",
                "vidéo\u2011surveillance \r\n  algorithmique",
                "vide\u0301osurveillance algorithmique",
                "vid´eosurveillance algorithmique",
                "vid\uFFFDosurveillance algorithmique",
                "vidéosurveil-\nlance algorithmique",
                "vidéosur\u00ADveillance algo\u00AD\nrithmique",
                "vidéo-\n  surveillance algo-\nrithmique",
                "vidéo - surveillance algorithmique",
                "vidéosurveiIIance aIgorithmique",
                "vldé0surveillance algorithrnique",
            })
    void findsEverySpelling(String text) {
        assertThat(surfaces(VIDEO, "La " + text + ", dit-on")).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le marché de vidéosur-        | Budget du stade : 3 000 euros\nveillance algorithmique       | pour les vestiaires",
                "La vidéosurveillance algo-    | vidéo-projecteur\nrithmique est votée           | de la salle",
                "Budget du stade : 3 000       | Marché de vidéosurveil-\neuros pour les buts           |  lance algorithmique, lot 2",
                "  Les vestiaires              | vidéo-\n  du stade, la pelouse        | protection algorithmique",
                "La mairie | La vidéopro-      | la poste\ndu bourg  | tection algorithmique | du bourg",
            })
    void findsWordsPartedAtTheEndOfAColumnsLine(String sketch) {
        String text = sketch.replace("| ", "   ");
        assertThat(surfaces(VIDEO, text)).hasSize(1);
        String surface = surfaces(VIDEO, text).get(0);
        assertThat(surface.replaceAll("-[^\\n]*\\n.*?(?=veil|rithm|lance|prot|tect)", "")
                        .replaceAll("\\s+", " "))
                .matches("vidéo(surveillance|protection) algorithmique");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Achat d'un logiciel         | Budget du stade : 3 000 euros\nd'analyse d'images, lot 2    | pour les vestiaires",
                "La ville a un logiciel      | les images sont\n d'analyse                   | analysées la nuit\n d'images de rue            | dans le poste",
                "Budget du stade : 3 000     | Achat d'un logiciel d'analyse\neuros pour les buts         |  d'images, lot 2",
                "Budget du stade : 3 000     | Achat d'un logiciel d'analyse  \r\neuros pour les buts         |  d'images, lot 2",
                "La mairie | ce logiciel d'ana- | la poste\ndu bourg  | lyse              | du bourg\nneuf     | d'images          | aussi",
            })
    void findsTermsPartedBetweenTheLinesOfAColumn(String sketch) {
        String text = sketch.replace("| ", "   ");
        FormFinder finder = FormFinder.of(List.of(TermForm.plain("logiciel d'analyse d'images")));
        assertThat(surfaces(finder, text)).hasSize(1);
        assertThat(surfaces(finder, text).get(0)).startsWith("logiciel").endsWith("d'images");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "un logiciel d'analyse     Budget du stade\nD'images                  aussi",
                "un logiciel d'analyse  Budget du stade\nd'images               aussi",
                "Budget du stade    un logiciel d'analyse\npour les        d'images",
                "un logiciel d'analyse     Budget du stade\n\n\nd'images     aussi",
                "un logiciel d'analyse,    Budget du stade\nd'images                  aussi",
                "un logiciel d'analyse     Wintics     42 000\nd'images\nun drone                  Acme         3 000",
            })
    void findsNoTermsBesideTheColumn(String text) {
        FormFinder finder = FormFinder.of(List.of(TermForm.plain("logiciel d'analyse d'images")));
        assertThat(finder.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vidéosur-       autre\nautre     veillance algorithmique",
                "vidéosur-  veillance\nalgorithmique",
                "autre       vidéosur-\nautre                   veillance algorithmique",
                "vidéosur-       autre\n\n\n\nveillance algorithmique",
            })
    void findsNoWordsAcrossColumns(String text) {
        assertThat(surfaces(VIDEO, text)).isEmpty();
    }

    @Test
    void longFormIsFoundThoughShortOnesEndWithinIt() {
        FormFinder finder = FormFinder.of(List.of(
                TermForm.plain("lecture"),
                TermForm.plain("lecture de plaques"),
                TermForm.plain("plaques"),
                TermForm.plain("outil de lecture de plaques à bord")));

        assertThat(surfaces(finder, "Un outil de lecture de plaques à bord, une lecture de plaques, dloutil"))
                .containsExactly(
                        "outil de lecture de plaques à bord",
                        "lecture",
                        "lecture de plaques",
                        "plaques",
                        "lecture",
                        "lecture de plaques",
                        "plaques");
        assertThat(surfaces(finder, "loutil de lecture de plaques à bord"))
                .contains("outil de lecture de plaques à bord");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visiovidéosurveillance algorithmique",
                "vidéosurveillance algorithmiquement",
                "vidéosurveillance algorithmique2",
                "vidéosurveillance, algorithmique",
                "vidéosurveillancealgorithmique",
                "vidéo.surveillance algorithmique",
                "vidéosurveil- lance algorithmique",
            })
    void findsNothingElse(String text) {
        assertThat(VIDEO.find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "analyse d'images, l’analyse d’images, analyse d’images",
        "analyse d'images, lanalyse dimages, analyse dimages",
        "analyse d'images, LANALYSE D IMAGES, ANALYSE D IMAGES",
        "identification des flux, l'identiﬁcation des ﬂux, identiﬁcation des ﬂux",
        "aide au visionnage, d'aide au visionnage., aide au visionnage",
        "VSA, la V.S.A. est, V.S.A.",
        "VSA, une v. s. a. de, v. s. a.",
        "two-i, « Two-I », Two-I",
        "two-i, la société two i:, two i",
        "two-i, TWOI, TWOI",
        "loi n° 2023-380, la loi nº 2023–380 du, loi nº 2023–380",
        "vœu, le voeu, voeu",
        "voeu, le Vœu, Vœu",
        "caméra(s) « augmentée(s) », des caméras \"augmentées\" ici, caméras \"augmentées\"",
    })
    void findsTheSurfaceForm(String form, String text, String surface) {
        assertThat(surfaces(FormFinder.of(List.of(TermForm.plain(form))), text)).contains(surface);
    }

    @Test
    void capitalsOfACaseSensitiveFormMustBeCapitals() {
        FormFinder finder = FormFinder.of(List.of(LexiconBuilder.sensitive("société XXII")));

        assertThat(surfaces(finder, "La Société XXII, la SOCIÉTÉ XXII, la société xxii"))
                .containsExactly("Société XXII", "SOCIÉTÉ XXII");
    }

    @Test
    void aShortFormIsNotFoundMisread() {
        FormFinder finder = FormFinder.of(List.of(TermForm.plain("DAI")));

        assertThat(finder.find("DAl, DA1, DAI")).hasSize(1);
    }

    @Test
    void wordsBeginAndEndByWhatIsAroundTheStretch() {
        FormFinder finder = FormFinder.of(List.of(TermForm.plain("XXII")));
        String text = "aXXIIb XXII";

        assertThat(finder.find(text, 1, 5)).isEmpty();
        assertThat(finder.find(text, 2, text.length())).containsExactly(new FormHit(0, 7, 11));
        assertThat(finder.find(text, 7, 10)).isEmpty();
    }

    @Test
    void findsFormsAcrossTheChunksOfALongText() {
        String filler = "Le conseil délibère. ".repeat(195);
        for (int shift = 0; shift < 60; shift++) {
            String text = filler + "x".repeat(shift) + " vidéosurveil-\nlance algorithmique. " + filler;
            assertThat(surfaces(VIDEO, text)).hasSize(1);
        }
    }

    @Test
    void blanksWithoutEndCostNoMoreThanTheirLength() {
        String text = ("vidéo" + " ".repeat(1 << 20) + "surveillance algorithmique ").repeat(2);

        assertThat(VIDEO.find(text)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a|b", "a)", "(s", "", "(s)", "a€b"})
    void aPatternThatMakesNoSenseIsRefused(String pattern) {
        assertThatThrownBy(() -> FormFinder.of(List.of(TermForm.plain(pattern))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + pattern + "\"");
    }

    private static List<String> surfaces(FormFinder finder, String text) {
        return finder.find(text).stream()
                .map(hit -> text.substring(hit.start(), hit.end()))
                .toList();
    }
}
