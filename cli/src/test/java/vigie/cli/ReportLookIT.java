package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.print.PrintOptions;
import vigie.cli.demo.WorldServer;

/** A city report in a real browser: on a telephone, on a desk, on paper. Pictures of it go to {@code target/report-look}. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportLookIT {

    private final Path pictures = Collection.root().resolve("cli/target/report-look");
    private Browser browser;
    private String address;

    @BeforeAll
    void renderAndOpen(@TempDir Path folder) throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        address = report(folder).toUri().toString();
        Files.createDirectories(pictures);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path report(Path folder) throws IOException {
        try (WorldServer world = new WorldServer()) {
            Collection collection = new Collection(folder.resolve("data"), world.seeds(folder.resolve("seeds")));
            Ran ran = collection.vigie("run", "--source", "val-moreau,boamp");
            assertThat(ran.exit()).as(ran.err()).isZero();
            Ran report = collection.vigie("report", "city", "99001", "--out", folder.toString());
            assertThat(report.exit()).as(report.err()).isZero();
        }
        return folder.resolve("val-moreau-l-imaginaire-99001.html");
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "1200, 900"})
    void fitsTheScreenWithoutErrors(int width, int height) throws IOException {
        browser.size(width, height);
        browser.go(address);
        assertThat(browser.driver().getTitle()).contains("Val-Moreau");
        assertThat(browser.number("return document.documentElement.clientWidth"))
                .isLessThanOrEqualTo(width);
        assertThat(browser.number("return document.documentElement.scrollWidth"))
                .as("no horizontal scrolling")
                .isLessThanOrEqualTo(width);
        assertThat(browser.number(
                        "return [...document.querySelectorAll('h1,h2')].filter(e => e.offsetHeight > 0).length"))
                .isGreaterThan(4);
        assertThat(browser.errors()).isEmpty();
        Files.write(pictures.resolve("val-moreau-" + width + ".png"), browser.screen());
    }

    @Test
    void everyReferenceLeadsToItsCitation() {
        browser.go(address);
        assertThat(browser.number("return document.querySelectorAll('a[href^=\"#\"]').length"))
                .isPositive();
        assertThat(browser.number("return [...document.querySelectorAll('a[href^=\"#\"]')]"
                        + ".filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length"))
                .isZero();
    }

    @Test
    void printsToPages() throws IOException {
        browser.go(address);
        byte[] pdf = Base64.getDecoder()
                .decode(browser.driver().print(new PrintOptions()).getContent());
        Files.write(pictures.resolve("val-moreau.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(1, 12);
            assertThat(new PDFTextStripper().getText(document)).contains("Val-Moreau", "BriefCam", "SNEF", "SHA-256");
        }
    }
}
