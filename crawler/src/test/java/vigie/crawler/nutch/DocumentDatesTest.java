package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.PartialDate;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

class DocumentDatesTest {

    private static final String ANY = "https://v.example/doc";

    @Test
    void whatThePageSaysCounts() {
        PartialDate said = PartialDate.parse("2023-01-02");
        ParsedDocument page = read(said, "meta", "text/html", "Séance du 7 juin 2025", "");
        assertThat(DocumentDates.guess(page, "https://v.example/2024-05-06.pdf"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "Séance du 7 juin 2023,https://v.example/doc,'',2023-06-07",
        "PV,https://v.example/2023-06-07.pdf,'',2023-06-07",
        "PV,https://v.example/uploads/2024/02/pv.pdf,'COMMUNE DE V. Procès-verbal du conseil municipal\ndu mercredi 7 juin 2023',2023-06-07",
        "Certificat,https://v.example/odj.pdf,'CONSEIL MUNICIPAL DU 17 JANVIER 2024 ORDRE DU JOUR 1. Approbation du procès-verbal de la séance du conseil municipal du 9 juillet 2023',2024-01-17",
        "PV,https://v.example/uploads/2024/02/pv.pdf,'Bulletin',2024-01-02",
        "Agenda jusqu'au 7 juin 2025,https://v.example/doc,'',2024-01-02"
    })
    void dayOnWhichAFileWasSavedIsOnlyTheLatest(String title, String url, String text, String date) {
        ParsedDocument file = read(PartialDate.parse("2024-01-02"), "file", "application/pdf", title, text);
        assertThat(DocumentDates.guess(file, url)).isEqualTo(PartialDate.parse(date));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Compte rendu du conseil municipal du 21 septembre 2023 | 2023-09-21
                    VILLE DE V. – SÉANCE PUBLIQUE DU 1er FÉVRIER 2022 À 18 H | 2022-02-01
                    Réunion du 21/09/2023. Présents : 19 | 2023-09-21
                    Conseil municipal du 4 mai 2021. Approbation du procès-verbal de la séance du 3 mars 2021. | 2021-05-04
                    Délibération n° 2021-034, séance du 15 avril 2021 | 2021-04-15
                    """)
    void sittingIsReadAtTheHeadOfAFile(String text, String date) {
        assertThat(DocumentDates.guess(read(null, null, "application/pdf", null, text), ANY))
                .isEqualTo(PartialDate.parse(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ordre du jour. Approbation du procès-verbal de la séance du 3 mars 2021.",
                "Vu la délibération du 3 mars 2021,",
                "La piscine rouvre le 3 mars 2021.",
                "Le conseil municipal se réunit. La piscine rouvre le 3 mars 2021."
            })
    void otherDaysAtTheHeadOfAFileGiveNone(String text) {
        assertThat(DocumentDates.guess(read(null, null, "application/pdf", null, text), ANY))
                .isNull();
    }

    @Test
    void listOfSittingsOnAPageIsNoDate() {
        ParsedDocument page = read(null, null, "text/html", null, "Compte rendu du conseil municipal du 3 mars 2021");
        assertThat(DocumentDates.guess(page, ANY)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Conseil municipal du 3 mars 2024,2024-03-03",
        "Séance du 1er février 2023,2023-02-01",
        "Bulletin de décembre 2022,2022-12",
        "PV 14/06/2021,2021-06-14",
        "PV 2021-06-14,2021-06-14"
    })
    void titleIsRead(String title, String date) {
        assertThat(DocumentDates.guess(read(null, null, "text/html", title, ""), ANY))
                .isEqualTo(PartialDate.parse(date));
    }

    @ParameterizedTest
    @CsvSource({
        "https://v.example/PV-2024-03-12.pdf,2024-03-12",
        "https://v.example/pv_12.03.2024.pdf,2024-03-12",
        "https://v.example/CR20240312.pdf,2024-03-12",
        "https://v.example/CR12032024.pdf,2024-03-12",
        "https://v.example/proces-verbal-du-12-mars-2024/,2024-03-12",
        "https://v.example/d%C3%A9cembre%202023/pv.pdf,2023-12",
        "https://v.example/wp-content/uploads/2024/03/pv.pdf,2024-03",
        "https://v.example/uploads/2023/09/pv-du-12-juin-2023.pdf,2023-06-12"
    })
    void addressIsReadWhereTheTitleHasNone(String url, String date) {
        assertThat(DocumentDates.guess(read(null, null, "text/html", "Document", ""), url))
                .isEqualTo(PartialDate.parse(date));
    }

    @ParameterizedTest
    @CsvSource({"https://v.example/doc-20241399.pdf", "https://v.example/31-02-2024", "https://v.example/dossier-123456"
    })
    void numbersThatAreNoDateGiveNone(String url) {
        assertThat(DocumentDates.guess(read(null, null, "text/html", null, ""), url))
                .isNull();
    }

    private static ParsedDocument read(
            @Nullable PartialDate published, @Nullable String from, String type, @Nullable String title, String text) {
        Map<String, String> metadata = from == null ? Map.of() : Map.of(SourceDocument.PUBLISHED_FROM, from);
        return new ParsedDocument(TextOutcome.TEXT, null, type, text, List.of(), title, published, List.of(), metadata);
    }
}
