package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Link;
import vigie.model.TextOutcome;
import vigie.model.config.CrawlSettings;

/** Text, data and feeds, and who is asked to read what. */
class PlainReaderTest {

    private static final URI URL = URI.create("https://valmont.example/export");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
    void textIsReadInItsCharset(String charset) {
        byte[] bytes = "Séance du 3 mai\r\nCaméras : 12\n".getBytes(Charset.forName(charset));

        ParsedDocument text = parse("text/plain", bytes);

        assertThat(text.text()).isEqualTo("Séance du 3 mai\nCaméras : 12\n");
        assertThat(text.mediaType()).isEqualTo("text/plain");
        assertThat(text.pageStarts()).isEmpty();
    }

    @Test
    void objectsOfOpenDataAreParagraphsOfNamesAndValues() {
        byte[] json = """
                {"ville": "Valmont", "lignes": [{"libelle": "Voirie", "montant": 12000, "note": null},
                {"libelle": "Vidéo\\nprotection", "montant": 407756.4, "tags": ["a", "b"]}]}
                """.getBytes(StandardCharsets.UTF_8);

        assertThat(parse("application/json", json).text()).isEqualToIgnoringNewLines("""
                ville : Valmont

                libelle : Voirie
                montant : 12000

                libelle : Vidéo protection
                montant : 407756.4
                tags : a, b
                """);
    }

    @Test
    void brokenJsonIsReadAsItIs() {
        assertThat(parse("application/json", "{\"objet\": \"caméras\",".getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("{\"objet\": \"caméras\"");
    }

    @Test
    void controlCharactersAndNulsGo() {
        assertThat(parse(
                                "text/plain",
                                "Article\u0000 premier\u0001\ud800, tel quel, sans rien changer au reste du texte de cet arrêté, ni à ses annexes, qui restent celles du premier jour"
                                        .getBytes(StandardCharsets.UTF_8))
                        .text())
                .doesNotContain("\u0000", "\u0001")
                .contains("Article premier");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"objet\": \"caméras\"}; text/html; application/json",
                "[{\"objet\": 1}]; ; application/json",
                "a,b\\n1,2; text/csv; text/csv",
                "Séance du 3 mai; text/html; text/plain",
                "<html><p>x; application/pdf; text/html",
                "<!-- x --><!DOCTYPE html><html>; text/plain; text/html",
                "<?xml version='1.0'?><html xmlns='x'>y</html>; ; text/html",
                "<?xml version='1.0'?><rss><channel/></rss>; text/html; application/xml",
            })
    void bytesTellTheTypeRatherThanTheHeader(String content, String header, String type) {
        assertThat(parse(header, content.getBytes(StandardCharsets.UTF_8)).mediaType())
                .isEqualTo(type);
    }

    @Test
    void feedsGiveTheirTextAndLinks() {
        ParsedDocument feed = parse(
                "application/rss+xml",
                "<?xml version='1.0'?><rss><channel><title>Actes</title><item><title>Caméras &amp; bruit</title><link>/a1</link><enclosure url='/a1.pdf'/></item></channel></rss>"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(feed.title()).isEqualTo("Actes");
        assertThat(feed.text()).contains("Caméras & bruit");
        assertThat(feed.links())
                .extracting(Link::url)
                .containsExactly("https://valmont.example/a1", "https://valmont.example/a1.pdf");
    }

    @Test
    void entitiesOfXmlAreNotExpanded() {
        StringBuilder bomb =
                new StringBuilder("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a '" + "ha".repeat(1000) + "'>");
        for (char c = 'b'; c < 'j'; c++) {
            bomb.append("<!ENTITY ")
                    .append(c)
                    .append(" '")
                    .append(("&" + (char) (c - 1) + ";").repeat(20))
                    .append("'>");
        }
        ParsedDocument xml = parse("text/xml", (bomb + "]><x>&i;</x>").getBytes(StandardCharsets.UTF_8));

        assertThat(xml.text().length()).isLessThan(50_000);
    }

    @Test
    void whatWeDoNotReadIsNamed() {
        ParsedDocument png =
                parse("text/html", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d});
        ParsedDocument script = parse("application/javascript", "var a = 1;".getBytes(StandardCharsets.UTF_8));

        assertThat(png.outcome()).isEqualTo(TextOutcome.UNSUPPORTED);
        assertThat(png.cause()).contains("image/png");
        assertThat(script.outcome()).isEqualTo(TextOutcome.UNSUPPORTED);
        assertThat(script.cause()).contains("javascript");
    }

    @Test
    void nothingIsNoDocument() {
        assertThat(parse("text/html", new byte[0]).outcome()).isEqualTo(TextOutcome.FAILED);
    }

    private static ParsedDocument parse(String contentType, byte[] bytes) {
        try (DocumentParser parser = new DocumentParser(CrawlSettings.defaults())) {
            return parser.parse(URL, contentType, bytes);
        }
    }
}
