package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vue : « quoi ? » ; non !|Vue~: «~quoi~?~»~; non~!",
                "Vue :|Vue~:",
                "à 85 % ou plus ; 64 %.|à 85~% ou plus~; 64~%.",
                "écrire « {0} »|écrire «~{0}~»",
                "kind :deliberation|kind :deliberation",
                "https://exemple/ ?a=b|https://exemple/ ?a=b",
            })
    void signsStayWithTheirWords(String text, String spaced) {
        assertThat(Wording.spaced(text)).isEqualTo(spaced.replace('~', '\u00a0'));
    }

    /** A message format takes a straight apostrophe away, silently. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "report_en",
                "letter",
                "publish/publish",
                "publish/publish_en",
                "query/messages",
                "query/messages_en"
            })
    void noTextHasAnApostropheThatFillingItTakesAway(String file) throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/vigie/reports", file + ".properties"))) {
            texts.load(in);
        }
        assertThat(texts).isNotEmpty();
        assertThat(texts.values()).noneMatch(text -> text.toString().contains("'"));
    }

    /** Pages show them as they are. */
    @Test
    void whyAQueryCannotBeRunHasItsSpacesInTheFile() throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/vigie/reports/query/messages.properties"))) {
            texts.load(in);
        }
        assertThat(texts.values())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(Wording.spaced(text.toString())).isEqualTo(text));
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
