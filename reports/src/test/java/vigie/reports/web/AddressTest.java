package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost", "LOCALHOST:9000", "[::1]:8080"})
    void ownNamesAreAnswered(String host) {
        assertThat(Address.loopback(0).answersTo(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example:8080", "192.168.1.5:8080", "", "localhost.evil.example"})
    void namesOfStrangersAreNot(String host) {
        assertThat(Address.loopback(0).answersTo(host)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.5:8080, true", "vigie.example.org, true", "evil.example, false"})
    void openServerAnswersToItsNamesAndToNumbers(String host, boolean answered) {
        assertThat(new Address("0.0.0.0", 0, Set.of("vigie.example.org")).answersTo(host))
                .isEqualTo(answered);
    }
}
