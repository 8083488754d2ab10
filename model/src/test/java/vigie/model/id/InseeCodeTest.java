package vigie.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InseeCodeTest {

    @ParameterizedTest
    @CsvSource({
        "01004, 01",
        "38239, 38",
        "2A004, 2A",
        "2B033, 2B",
        "20004, 20",
        "95018, 95",
        "97105, 971",
        "97411, 974",
        "97502, 975",
        "97608, 976",
        "97801, 978",
        "98411, 984",
        "98735, 987",
        "98818, 988",
        "99001, 99"
    })
    void codeTellsItsDepartement(String code, String departement) {
        assertThat(new InseeCode(code).departement()).isEqualTo(departement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "1004", "010044", "00123", "2C004", "2a004", "96001", "97001", "97901", "98301", "A1004", "3823 ",
                "٣٨٢٣٩", "38239\n"
            })
    void whatHasNotTheFormIsRefused(String wrong) {
        assertThat(InseeCode.isValid(wrong)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InseeCode(wrong))
                .withMessageContaining("'" + wrong + "'");
    }

    @Test
    void codesSortAsInTheRegister() {
        assertThat(Stream.of("2B033", "30007", "29003", "2A004", "01004")
                        .map(InseeCode::new)
                        .sorted())
                .map(InseeCode::toString)
                .containsExactly("01004", "29003", "2A004", "2B033", "30007");
    }
}
