package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.PartialDate;

/** Title and date of pages. */
class HtmlStatementsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<title>Conseil municipal | Ville de Valmont</title>; Conseil municipal",
                "<title>Conseil municipal - 12 mars 2024</title>; Conseil municipal - 12 mars 2024",
                "<title>Valmont-sur-Orge - Site officiel</title><h1>Délibérations</h1>; Délibérations",
                "<title>Budget – Valmont sur Orge</title>; Budget",
                "<meta property=og:title content='Budget 2024'><title>x</title>; Budget 2024",
                "<title>Mairie de Valmont : PV</title><main><h1>PV</h1></main>; PV:",
                "<title>Accueil - Mairie de Valmont</title>; Accueil - Mairie de Valmont",
            })
    void titleComesWithoutTheSite(String html, String title) {
        if (title.endsWith(":")) {
            assertThat(read(html).title()).isEqualTo(title.substring(0, title.length() - 1));
        } else {
            assertThat(read(html).title()).isEqualTo(title);
        }
    }

    @Test
    void pageWithoutTitleHasNone() {
        assertThat(read("<p>Texte</p>").title()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<meta property='article:published_time' content='2024-03-12T10:00:00+01:00'>; 2024-03-12; meta",
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\": \"2024-03-12\"}</script>; 2024-03-12; json-ld",
                "<time datetime='2024-03-12T08:00'>mardi</time>; 2024-03-12; time",
                "<p>Publié le 12 mars 2024</p>; 2024-03-12; text",
                "<p>Mis en ligne le mardi 1er août 2023 par la mairie</p>; 2023-08-01; text",
                "<p>Publié le : 05/02/2021</p>; 2021-02-05; text",
                "<footer>Mis à jour le 3 déc. 2022</footer>; 2022-12-03; updated",
                "<p>Publié le 2 mai 2020 - Mis à jour le 3 mai 2021</p>; 2020-05-02; text",
            })
    void dateIsWhatThePageSaysOfItself(String html, String date, String from) {
        ParsedDocument page = read(html);

        assertThat(page.published()).isEqualTo(PartialDate.parse(date));
        assertThat(page.metadata()).containsEntry("published-from", from);
    }

    @Test
    void listsOfNewsHaveNoDateOfTheirOwn() {
        assertThat(read("<p>Publié le 2 mai 2020</p><p>Publié le 3 mai 2021</p>")
                        .published())
                .isNull();
        assertThat(read("<time datetime=2020-05-02>a</time><time datetime=2021-05-02>b</time>")
                        .published())
                .isNull();
    }

    @Test
    void impossibleDaysAreNoDates() {
        assertThat(read("<p>Publié le 31 février 2020</p>").published()).isNull();
        assertThat(read("<p>Publié le 12 brumaire 2020</p>").published()).isNull();
        assertThat(read("<time datetime='0000-00-00'>a</time>").published()).isNull();
    }

    private static ParsedDocument read(String html) {
        return HtmlReader.read(
                URI.create("https://www.valmont-sur-orge.example/x"),
                "text/html",
                html.getBytes(StandardCharsets.UTF_8));
    }
}
