package vigie.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressMonthTest {

    @ParameterizedTest
    @CsvSource({
        "http://a.example/wp-content/uploads/2024/03/pv.pdf, 2024-03",
        "http://a.example/PV-2023-12-05.docx, 2023-12",
        "http://a.example/cm_20220630.pdf, 2022-06",
        "http://a.example/seance-du-5-11-2021.pdf, 2021-11"
    })
    void dateOrUploadFolderTellsTheMonth(String url, String month) {
        assertThat(AddressMonth.of(url)).hasToString("Optional[" + month + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example/deliberation-2024-07.pdf",
                "http://a.example/2024/pv.pdf",
                "http://a.example/doc/120240315999",
                "http://a.example/2024-02-31.pdf"
            })
    void numberOfAnActIsNoMonth(String url) {
        assertThat(AddressMonth.of(url)).isEmpty();
    }
}
