package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanUrlTest {

    private final CleanUrl clean = new CleanUrl();

    @ParameterizedTest
    @CsvSource({
        "HTTP://Ville.Example:80/a/../b,http://ville.example/b",
        "https://ville.example/pv#page=2,https://ville.example/pv",
        "https://ville.example/pv;jsessionid=12AB?x=1,https://ville.example/pv?x=1",
        "https://ville.example/pv?PHPSESSID=abc,https://ville.example/pv",
        "https://ville.example/pv?x=1&utm_source=lettre&y=2,https://ville.example/pv?x=1&y=2",
        "https://ville.example/pv?x=1&fbclid=zz,https://ville.example/pv?x=1",
        "https://ville.example/pv?residence=1,https://ville.example/pv?residence=1"
    })
    void hasOneForm(String url, String form) {
        assertThat(clean.of(url)).contains(form);
        assertThat(clean.of(form)).contains(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:maire@ville.example", "javascript:void(0)", "ftp://ville.example/pv", "tel:0102"})
    void isNoPage(String url) {
        assertThat(clean.of(url)).isEmpty();
    }
}
