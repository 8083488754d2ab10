package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts: clean text, page numbers, stamps, titles, field codes. */
class SmallReadersTest {

    @Test
    void cleanTextHasOneKindOfLineEndAndNoControls() {
        assertThat(CleanText.of("a\r\nb\rc\fd\u0000\u0007e\ud83d\ude00\ud83d!\ufeff\u0085"))
                .isEqualTo("a\nb\nc\nde\ud83d\ude00!");
    }

    @Test
    void pageNumbersAreShort() {
        assertThat(PageNumbers.write(List.of())).isEmpty();
        assertThat(PageNumbers.write(List.of(1, 3, 4, 5, 9, 10))).isEqualTo("1,3-5,9-10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Envoyé en préfecture le 12/03/2024",
                "REÇU EN PRÉFECTURE LE 12/03/2024",
                "ID : 099-219900018-20240312-DE2024_12-DE",
                "Publié le 13/03/2024",
                "Accusé de réception - Ministère de l'intérieur",
                "Page 3 / 12",
                "2/4"
            })
    void stampsAndPageNumbersAreNoText(String line) {
        assertThat(ActStamp.strip(line + "\nLe conseil délibère.").strip()).isEqualTo("Le conseil délibère.");
    }

    @Test
    void sentencesThatSpeakOfPublishingAreText() {
        String sentence = "L'avis publié le 12 mars au bulletin a reçu trois offres.";
        assertThat(ActStamp.strip(sentence)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "x 034-213401722-20140522-0000072072-DE y, 034-213401722-20140522-0000072072-DE",
        "02A-212A00017-20240101-1-AR, ''",
        "2A0-219900018-20240312-DE2024_12-AI, 2A0-219900018-20240312-DE2024_12-AI",
        "tél. 034-213401722, ''"
    })
    void transmissionIdsAreFound(String text, String id) {
        assertThat(ActStamp.id(text).orElse("")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "Microsoft Word - PV du 12 mars.doc, PV du 12 mars",
        "Budget 2024, Budget 2024",
        "Sans titre, ",
        "untitled1.pdf, ",
        "20240312_123, ",
        "'', "
    })
    void titlesOfFilesAreOnlyTitles(String property, String title) {
        assertThat(DocumentTitle.of(property, "")).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "CERTIFICAT ADMINISTRATIF, CONSEIL MUNICIPAL DU 21 MARS ORDRE DU JOUR, ",
        "Conseil municipal du 21 mars, CONSEIL MUNICIPAL DU 21 MARS ORDRE DU JOUR, Conseil municipal du 21 mars",
        "Procès-verbal v2 DEF, PROCES-VERBAL de la séance, Procès-verbal v2 DEF",
        "DOB 12, Séance du 3 mai, DOB 12",
    })
    void aTitleLeftFromAnotherFileIsNone(String property, String text, String title) {
        assertThat(DocumentTitle.of(property, text)).isEqualTo(title);
    }

    @Test
    void instructionsOfFieldsAreTakenOut() {
        assertThat(FieldCodes.strip("Convoqué le mardi FILLIN \"DATE\" \\* MERGEFORMAT , le conseil"))
                .isEqualTo("Convoqué le mardi , le conseil");
        assertThat(FieldCodes.strip("La DATE limite est le 3 mai.")).isEqualTo("La DATE limite est le 3 mai.");
    }

    @ParameterizedTest
    @CsvSource({
        "12 mars 2024, 2024-03-12",
        "1er janv. 2020, 2020-01-01",
        "3 août 2019, 2019-08-03",
        "12/03/2024, 2024-03-12",
        "12.03.2024 à 10h, 2024-03-12",
        "2024-03-12T10:00:00Z, 2024-03-12",
        "30 juin 2021, 2021-06-30",
        "4 juillet 2021, 2021-07-04",
        "45 mars 2024, ''",
        "12 mars 1024, ''",
        "mars 2024, ''"
    })
    void daysAreReadAsFrenchPagesWriteThem(String text, String day) {
        assertThat(FrenchDates.day(text).map(Object::toString).orElse("")).isEqualTo(day);
    }
}
