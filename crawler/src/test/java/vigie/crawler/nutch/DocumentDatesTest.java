package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.PartialDate;

class DocumentDatesTest {

    private static final String ANY = "https://v.example/doc";

    @Test
    void whatTheDocumentSaysCounts() {
        PartialDate said = PartialDate.parse("2023-01-02");
        assertThat(DocumentDates.guess(said, false, "https://v.example/2024-05-06.pdf", "Séance du 7 juin 2025"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "https://v.example/PV_2009-07-27.doc,2009-07-27",
        "https://v.example/uploads/2009/10/pv-juillet-2009.doc,2009-09-11",
        "https://v.example/pv.doc,2009-09-11"
    })
    void aDayInTheNameCountsMoreThanThatOnWhichAFileWasSaved(String url, String date) {
        assertThat(DocumentDates.guess(PartialDate.parse("2009-09-11"), true, url, null))
                .isEqualTo(PartialDate.parse(date));
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
        assertThat(DocumentDates.guess(null, false, ANY, title)).isEqualTo(PartialDate.parse(date));
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
        assertThat(DocumentDates.guess(null, false, url, "Document")).isEqualTo(PartialDate.parse(date));
    }

    @ParameterizedTest
    @CsvSource({"https://v.example/doc-20241399.pdf", "https://v.example/31-02-2024", "https://v.example/dossier-123456"
    })
    void numbersThatAreNoDateGiveNone(String url) {
        assertThat(DocumentDates.guess(null, false, url, null)).isNull();
    }
}
