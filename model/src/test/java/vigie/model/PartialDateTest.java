package vigie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2021, 2021-01-01, 2021-12-31",
        "2021-03, 2021-03-01, 2021-03-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2023-02, 2023-02-01, 2023-02-28",
        "2021-03-09, 2021-03-09, 2021-03-09",
        "0987, 0987-01-01, 0987-12-31"
    })
    void dateSpansAllDaysThatItCanMean(String text, LocalDate first, LocalDate last) {
        PartialDate date = PartialDate.parse(text);

        assertThat(date.earliest()).isEqualTo(first);
        assertThat(date.latest()).isEqualTo(last);
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "21",
                "2021-3",
                "2021-13",
                "2021-00",
                "2021-02-30",
                "2023-02-29",
                "2021-01-00",
                "0000",
                "2021-01-01T00:00",
                "09/03/2021"
            })
    void whatIsNoDateIsRefused(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(wrong));
    }

    @Test
    void dayWithoutMonthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(2021, null, 3));
    }

    @Test
    void datesSortByFirstDayTheLessPreciseFirst() {
        assertThat(Stream.of("2021-02", "2021-01-01", "2020-12-31", "2021-01", "2021")
                        .map(PartialDate::parse)
                        .sorted())
                .map(PartialDate::toString)
                .containsExactly("2020-12-31", "2021", "2021-01", "2021-01-01", "2021-02");
    }

    @Test
    void wholeDayComesFromTheCalendar() {
        assertThat(PartialDate.of(LocalDate.of(2024, 2, 29))).isEqualTo(PartialDate.parse("2024-02-29"));
    }
}
