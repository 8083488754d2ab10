package vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YieldsTest {

    private static final String LIST = "https://v.example/cm ";

    private final Yields yields = new Yields();

    @Test
    void nothingIsAddedToWhatIsNew() {
        assertThat(yields.of("https://v.example/a/1.pdf", LIST)).isZero();
    }

    @Test
    void listThatGaveActsRaisesItsOtherLinks() {
        yields.learn("https://v.example/x/1.pdf", LIST, true);
        assertThat(yields.of("https://v.example/y/2.html", LIST)).isPositive();
        assertThat(yields.of("https://v.example/y/2.html", null)).isZero();
    }

    @Test
    void moreActsRaiseMore() {
        yields.learn("https://v.example/x/1.pdf", LIST, true);
        float once = yields.of("https://v.example/y/2.html", LIST);
        yields.learn("https://v.example/x/2.pdf", LIST, true);
        assertThat(yields.of("https://v.example/y/2.html", LIST)).isGreaterThan(once);
    }

    @Test
    void partThatGaveNoneFallsButIsNeverLost() {
        for (int i = 0; i < 50; i++) {
            yields.learn("https://v.example/actualites/" + i, LIST, false);
        }
        assertThat(yields.of("https://v.example/actualites/99", LIST)).isNegative();
        assertThat(yields.rank(1, "https://v.example/actualites/99", LIST)).isBetween(0.01f, 1f);
        assertThat(yields.rank(2, "https://v.example/actualites/99", LIST))
                .isGreaterThan(yields.rank(1, "https://v.example/actualites/99", LIST));
    }

    @ParameterizedTest
    @CsvSource({
        "https://v.example/wp-content/uploads/2024/03/PV.pdf,https://v.example/wp-content/uploads/#/#/*.pdf",
        "https://v.example/telecharge.php?id=12,https://v.example/telecharge.php?id=#",
        "https://v.example/node/12,https://v.example/node/*",
        "https://v.example/,https://v.example/*",
        "https://v.example/actualites/la-fete,https://v.example/actualites/*"
    })
    void formLeavesOutNumbersAndTheName(String url, String form) {
        assertThat(Yields.form(url)).isEqualTo(form);
    }
}
