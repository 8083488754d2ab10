package vigie.indexer.extract.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreNlpTest {

    private final CoreNlp language = new CoreNlp();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M. le Maire remercie Mme. Ortolan de son travail.",
                "L'art. 3 et le n° 12 du règlement sont modifiés.",
                "Le loyer est de 8 700 € H.T. par an.",
                "Le budget atteint 2.500 euros."
            })
    void abbreviationsEndNoSentence(String sentence) {
        assertThat(sentences(sentence)).containsExactly(sentence);
    }

    @Test
    void sentencesAreCutAtTheirEnds() {
        assertThat(sentences("Le conseil approuve. La séance est levée ! Est-ce tout ?"))
                .containsExactly("Le conseil approuve.", "La séance est levée !", "Est-ce tout ?");
    }

    @Test
    void aSumWithItsTaxMayEndASentence() {
        assertThat(sentences("Le poste coûte 8 700 € HT. La pose revient à 900 € TTC. Le tout est subventionné."))
                .containsExactly(
                        "Le poste coûte 8 700 € HT.", "La pose revient à 900 € TTC.", "Le tout est subventionné.");
    }

    @Test
    void theModelIsNotLoadedForSentences() {
        sentences("Le conseil approuve.");
        assertThat(language.loadMillis()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "+", "a:", "…", "n°"})
    void textWithoutASpaceCostsNoMoreThanOther(String sign) {
        String text = "Le conseil approuve. " + sign.repeat(300_000) + " La séance est levée.";

        List<String> sentences = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> sentences(text));

        assertThat(sentences.get(0)).startsWith("Le conseil approuve.");
        assertThat(sentences.get(sentences.size() - 1)).endsWith("La séance est levée.");
    }

    private List<String> sentences(String text) {
        return language.sentences(text).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
