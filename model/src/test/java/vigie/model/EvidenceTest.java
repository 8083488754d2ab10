package vigie.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    @ParameterizedTest
    @CsvSource({
        "Mme Kerguélen demande si BriefCam est en service., Mme […] demande si BriefCam est en service.",
        "M. Jean-Paul de la Ferrière s'inquiète., M. […] s'inquiète.",
        "Monsieur le Maire répond que non., Monsieur le Maire répond que non.",
        "Madame Maire et Madame Orcival répondent., Madame Maire et Madame […] répondent.",
        "La société XXII équipe deux caméras., La société XXII équipe deux caméras."
    })
    void namesBehindTitlesAreMasked(String quote, String shown) {
        assertThat(evidence(quote, List.of()).masked().quote()).isEqualTo(shown);
    }

    @Test
    void recognisedPersonsAreMaskedAndTheirPlacesTold() {
        Evidence masked = evidence(
                        "Selon Aline Vasseur, voisine, rien n'a changé.", List.of(new Evidence.Stretch(6, 19)))
                .masked();

        assertThat(masked.quote()).isEqualTo("Selon […], voisine, rien n'a changé.");
        assertThat(masked.persons()).containsExactly(new Evidence.Stretch(6, 9));
        assertThat(masked.start()).isEqualTo(7);
    }

    private static Evidence evidence(String quote, List<Evidence.Stretch> persons) {
        return new Evidence(quote, 7, 7 + quote.length(), null, "00", null, null, persons);
    }
}
