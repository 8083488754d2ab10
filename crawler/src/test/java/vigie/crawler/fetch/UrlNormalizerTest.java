package vigie.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlNormalizerTest {

    private final UrlNormalizer normalizer = new UrlNormalizer();

    @ParameterizedTest
    @CsvSource({
        "HTTP://Mairie.Example.FR:80/, http://mairie.example.fr/",
        "https://mairie.example.fr:443/a/../b#haut, https://mairie.example.fr/b",
        "https://user:secret@mairie.example.fr/, https://mairie.example.fr/",
        "https://évry.example.fr/Séance 1.pdf, https://xn--vry-9la.example.fr/S%C3%A9ance%201.pdf",
        "https://mairie.example.fr/%7Eville/%c3%a9, https://mairie.example.fr/~ville/%C3%A9",
        "https://mairie.example.fr/a;jsessionid=0A1B?p=2, https://mairie.example.fr/a?p=2",
        "https://mairie.example.fr/a?PHPSESSID=12&id=3, https://mairie.example.fr/a?id=3",
        "https://mairie.example.fr/a?utm_source=x&fbclid=y, https://mairie.example.fr/a",
        "https://mairie.example.fr/a?x=1&_ga=2.7&sid=9&xtor=AL-3&residence=1, https://mairie.example.fr/a?residence=1&x=1",
        "https://mairie.example.fr/a?b=2&a=1, https://mairie.example.fr/a?a=1&b=2",
        "http://0x7f.1/, http://127.0.0.1/",
        "https://mairie.example.fr/docs?file=PV%202023%2F06.pdf, https://mairie.example.fr/docs?file=PV%202023%2F06.pdf",
    })
    void formsOfOnePageBecomeEqual(String url, String wanted) {
        assertThat(normalizer.normalize(url)).contains(URI.create(wanted));
        assertThat(normalizer.normalize(wanted)).contains(URI.create(wanted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "page.html",
                "/page",
                "mailto:mairie@example.fr",
                "javascript:void(0)",
                "tel:+33123456789",
                "data:text/plain,x",
                "ftp://example.fr/",
                "http://",
                "http://a b/",
                "http://[::1",
                "http://256.1.1.1/"
            })
    void whatIsNoPageIsRefused(String url) {
        assertThat(normalizer.normalize(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pv.pdf, https://mairie.example.fr/conseil/pv.pdf",
        "?page=2, https://mairie.example.fr/conseil/index.php?page=2",
        "../pv.pdf, https://mairie.example.fr/pv.pdf",
        "//cdn.example.fr/pv.pdf, https://cdn.example.fr/pv.pdf",
        "'\\docs\\pv.pdf', https://mairie.example.fr/docs/pv.pdf",
        "#haut, https://mairie.example.fr/conseil/index.php",
    })
    void referencesAreReadInTheirPage(String reference, String wanted) {
        URI base = URI.create("https://mairie.example.fr/conseil/index.php");

        assertThat(normalizer.resolve(base, reference)).contains(URI.create(wanted));
    }

    @Test
    void hostileLengthCostsNothing() {
        String brackets = "http://" + "[".repeat(2_000_000);

        Optional<URI> read = assertTimeout(Duration.ofSeconds(2), () -> normalizer.normalize(brackets));

        assertThat(read).isEmpty();
        assertThat(normalizer.normalize("http://example.fr/" + "a".repeat(9000)))
                .isEmpty();
    }
}
