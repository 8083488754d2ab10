package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vue : « quoi ? » ; non !|Vue~: «~quoi~?~»~; non~!",
                "Vue :|Vue~:",
                "écrire « {0} »|écrire «~{0}~»",
                "kind :deliberation|kind :deliberation",
                "https://exemple/ ?a=b|https://exemple/ ?a=b",
            })
    void signsStayWithTheirWords(String text, String spaced) {
        assertThat(Wording.spaced(text)).isEqualTo(spaced.replace('~', '\u00a0'));
    }

    @Test
    void whatIsFilledInStaysAsItIs() {
        String told = new Wording("vigie.reports.report", Locale.FRENCH).get("deployments.possible", "A : b « c »");

        assertThat(told).contains("A : b « c »").contains("\u00a0:");
    }

    @Test
    void englishStaysAsItIs() {
        assertThat(new Wording("vigie.reports.report", Locale.ENGLISH).get("deployments.possible", "A"))
                .doesNotContain("\u00a0");
    }
}
