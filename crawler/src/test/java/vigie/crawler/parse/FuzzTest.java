package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.model.TextOutcome;
import vigie.model.config.CrawlSettings;

/** Broken bytes of every kind are read or refused, and never thrown back. */
class FuzzTest {

    private static final URI URL = URI.create("https://valmont.example/acte.html");
    private static final String PAGE = """
            <!doctype html><html><head><base href="/x/"><meta charset="utf-8"><meta name=robots content="noindex">
            <meta http-equiv=refresh content="9; url=/y"><link rel=canonical href=/c><title>Caméras | Valmont</title></head>
            <body><nav class="menu"><a href="?p=1">é</a></nav><main><h1>Actes</h1><p>Publié le 12 mars 2024</p><ul><li>un<ul><li>deux</ul></ul>
            <table><tr><th>a<td>b<tr><td colspan=2><table><tr><td>c</table></table><pre> x
             y</pre><iframe src="/v/viewer.html?file=%2Fa.pdf"></iframe><a href="javascript:window.open('b.pdf')">b</a>
            <select><option value="/z">z</select><time datetime="2024-03-12">t</time></main></body></html>""";
    private static final String FEED =
            "<?xml version='1.0' encoding='utf-8'?><rss><channel><title>é</title><item><link>/a</link></item></channel></rss>";

    @Test
    void mutatedMarkupIsRead() {
        Random random = new Random(42);
        try (DocumentParser parser = new DocumentParser(CrawlSettings.defaults())) {
            for (int i = 0; i < 1_000; i++) {
                byte[] bytes = mutated((i % 4 == 0 ? FEED : PAGE).getBytes(StandardCharsets.UTF_8), random);
                String type = i % 3 == 0 ? null : "text/html; charset=" + (i % 2 == 0 ? "latin1" : "??");
                ParsedDocument document = parser.parse(URL, type, bytes);
                assertThat(document.outcome()).isIn(TextOutcome.TEXT, TextOutcome.UNSUPPORTED);
                assertThat(document.text()).doesNotContain("\u0000");
                assertThat(document.links()).allMatch(link -> link.url().startsWith("http"));
            }
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int changes = random.nextInt(12); changes >= 0; changes--) {
            int at = random.nextInt(bytes.length);
            if (random.nextBoolean()) {
                bytes[at] = (byte) random.nextInt(256);
            } else {
                int length = Math.min(random.nextInt(40), bytes.length - Math.max(at, 1));
                int from = random.nextInt(bytes.length - length);
                System.arraycopy(original, from, bytes, at, Math.max(0, Math.min(length, bytes.length - at)));
            }
        }
        return bytes;
    }
}
