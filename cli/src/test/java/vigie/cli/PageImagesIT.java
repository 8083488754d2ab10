package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;
import vigie.cli.demo.WorldServer;

/** Pages of archived PDF files in a real browser: from a claim to the page that it was read on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageImagesIT {

    private final Path pictures = Collection.root().resolve("cli/target/web-look");
    private final HttpClient client = HttpClient.newHttpClient();
    private Browser browser;
    private ServedCollection site;

    @BeforeAll
    void serve(@TempDir Path folder) throws IOException, InterruptedException {
        browser = Browser.open(folder.resolve("profile"));
        try (WorldServer world = new WorldServer()) {
            Collection collection = new Collection(folder.resolve("data"), world.seeds(folder.resolve("seeds")));
            Ran ran = collection.vigie("run", "--source", "val-moreau,pont-letoile");
            assertThat(ran.exit()).as(ran.err()).isZero();
            site = ServedCollection.serve(folder, collection);
        }
        Files.createDirectories(pictures);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, light, true", "390, 844, dark, false"})
    void claimLeadsToThePageAsItIsPrinted(int width, int height, String theme, boolean scripts) throws IOException {
        browser.size(width, height);
        browser.theme(theme);
        browser.scripts(scripts);
        browser.go(site.address() + "commune/99001");
        browser.follow(".citations a[href^='/claim/c-']", ".context mark");
        opened(".page-image", width, theme + "-claim");
        browser.follow("a.button[href^='/document/']", ".text mark");
        opened(".page-image", width, theme + "-document");
        List<WebElement> images = browser.findAll(".page-image img");
        assertThat(images).hasSize(2);
        assertThat(browser.number("return arguments[0].naturalWidth", images.get(1)))
                .as("a page that nobody opened is not drawn")
                .isZero();
        browser.scripts(true);
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    /** Opens it, and waits for its picture. */
    private void opened(String details, int width, String name) throws IOException {
        browser.scripts(true);
        WebElement image = browser.find(details + " img");
        browser.find(details + " summary").click();
        for (int i = 0; i < 150 && browser.number("return arguments[0].naturalWidth", image) == 0; i++) {
            pause();
        }
        assertThat(browser.number("return arguments[0].naturalWidth", image)).isGreaterThan(500);
        assertThat(browser.number("return arguments[0].offsetWidth", image)).isBetween(200L, (long) width);
        assertThat(browser.number(YELLOW, image)).as("dots under the marker").isGreaterThan(1_000);
        Files.write(pictures.resolve("page-image-" + width + "-" + name + ".png"), browser.screen());
    }

    private static final String YELLOW =
            "const i = arguments[0], c = document.createElement('canvas'); c.width = i.naturalWidth;"
                    + " c.height = i.naturalHeight; const g = c.getContext('2d'); g.drawImage(i, 0, 0);"
                    + " const d = g.getImageData(0, 0, c.width, c.height).data; let n = 0;"
                    + " for (let p = 0; p < d.length; p += 4) { if (d[p] > 200 && d[p + 2] < 150) n++; } return n;";

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void pictureIsSentOnceAndOnlyForPagesThatAreThere() throws Exception {
        browser.go(site.address() + "commune/99001");
        browser.follow(".citations a[href^='/claim/c-']", ".page-image");
        String page = String.valueOf(browser.find(".page-image a").getDomAttribute("href"))
                .substring(1);
        HttpResponse<byte[]> first = get(page);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(first.body()).startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
        HttpResponse<byte[]> again =
                get(page, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get(page).body()).isEqualTo(first.body());
        for (String other : new String[] {"0", "999", "-1", "x", "1.png"}) {
            assertThat(get(page.replaceFirst("[^/]+$", other)).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
    }

    @Test
    void documentThatIsNoPdfHasNoPictures() {
        browser.go(site.address() + "commune/99004");
        browser.follow(".citations a[href^='/claim/c-']", ".context mark");
        assertThat(browser.findAll(".page-image")).isEmpty();
        browser.follow("a.button[href^='/document/']", ".text mark");
        assertThat(browser.findAll(".page-image")).isEmpty();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}
