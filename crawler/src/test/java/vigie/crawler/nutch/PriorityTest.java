package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriorityTest {

    @Test
    void minutesComeBeforeNewsAndNewsBeforeTheRest() {
        float minutes = Priority.of("https://v.example/pv-2024.pdf", "Procès-verbal du conseil municipal");
        float news = Priority.of("https://v.example/actualites/fete", "La fête");
        float rest = Priority.of("https://v.example/piscine", "Piscine");

        assertThat(minutes).isGreaterThan(news);
        assertThat(news).isGreaterThan(rest);
        assertThat(rest).isPositive();
    }

    @Test
    void anchorSaysAsMuchAsTheAddress() {
        assertThat(Priority.of("https://v.example/node/12", "Délibérations"))
                .isEqualTo(Priority.of("https://v.example/deliberations/12", ""));
    }

    @Test
    void surveillanceComesEarly() {
        assertThat(Priority.of("https://v.example/x", "Vidéoprotection"))
                .isGreaterThan(Priority.of("https://v.example/x", "Bulletin"));
    }

    @Test
    void seedsAreFirst() {
        assertThat(Priority.of("https://v.example/deliberations/video/marche-public/bulletin.pdf", "arrêté"))
                .isLessThan(Priority.SEED);
    }
}
