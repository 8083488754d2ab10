package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
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

/**
 * A city report and a published site in a real browser, from the disk: on a telephone, on a desk, on paper. Pictures go to
 * {@code target/report-look}.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportLookIT {

    private final Path pictures = Collection.root().resolve("cli/target/report-look");
    private Browser browser;
    private String address;
    private Path site;

    @BeforeAll
    void renderAndOpen(@TempDir Path folder) throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        address = report(folder).toUri().toString();
        site = folder.resolve("site");
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
            String reports = folder.resolve("reports").toString();
            for (List<String> words : List.of(
                    List.of("report", "city", "99001"),
                    List.of("report", "vendor", "briefcam"),
                    List.of("report", "departement", "99"),
                    List.of("report", "national"),
                    List.of("digest", "--since", "2020-01-01"))) {
                Ran more = collection.vigie(Stream.concat(words.stream(), Stream.of("--out", reports))
                        .toArray(String[]::new));
                assertThat(more.exit()).as(more.err()).isZero();
            }
            Ran site = collection.vigie(
                    "publish",
                    "--include-unreviewed",
                    "--out",
                    folder.resolve("site").toString());
            assertThat(site.exit()).as(site.err()).isZero();
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
        assertThat(browser.number("return [...document.querySelectorAll('.wide')]"
                        + ".filter(e => e.scrollWidth > e.clientWidth && e.querySelector('.refs')).length"))
                .as("tables that hide their proofs")
                .isZero();
        assertThat(browser.number(
                        "return [...document.querySelectorAll('h1,h2')].filter(e => e.offsetHeight > 0).length"))
                .isGreaterThan(4);
        assertThat(browser.errors()).isEmpty();
        Files.write(pictures.resolve("val-moreau-" + width + ".png"), browser.screen());
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "1280, 900"})
    void everyPageOfAPublishedSiteFitsTheScreenAndIsAccessible(int width, int height) throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.walk(site)) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(pages).hasSizeGreaterThan(10);
        browser.size(width, height);
        for (Path page : pages) {
            browser.go(page.toUri().toString());
            String name = site.relativize(page).toString();
            assertThat(browser.number("return document.documentElement.scrollWidth"))
                    .as("no horizontal scrolling of %s", name)
                    .isLessThanOrEqualTo(width);
            assertThat(browser.violations()).as(name).isEmpty();
            assertThat(browser.spoken().faults()).as("spoken: " + name).isEmpty();
            assertThat(browser.errors()).as(name).isEmpty();
            Files.write(pictures.resolve("site-" + name.replace('/', '-') + "-" + width + ".png"), browser.screen());
        }
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "1280, 900"})
    void everyReportIsAccessible(int width, int height) throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(site.resolveSibling("reports"))) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(pages).hasSizeGreaterThanOrEqualTo(5);
        browser.size(width, height);
        for (Path page : pages) {
            browser.go(page.toUri().toString());
            String name = page.getFileName().toString();
            assertThat(browser.number("return document.documentElement.scrollWidth"))
                    .as("no horizontal scrolling of %s", name)
                    .isLessThanOrEqualTo(width);
            assertThat(browser.violations()).as(name).isEmpty();
            assertThat(browser.spoken().faults()).as("spoken: " + name).isEmpty();
            assertThat(browser.errors()).as(name).isEmpty();
            Files.write(pictures.resolve("report-" + name + "-" + width + ".png"), browser.screen());
        }
    }

    @Test
    void aSearchOfAPublishedSiteHasAnAddress() {
        String search = site.resolve("recherche.html").toUri().toString();
        browser.go(search + "#q=moreau%20imaginaire");
        assertThat(browser.find("#q").getDomProperty("value")).isEqualTo("moreau imaginaire");
        assertThat(browser.find("#hits a").getText()).contains("Val-Moreau");
        assertThat(browser.find("#found").getText()).contains("résultat");

        browser.find("#q").clear();
        browser.find("#q").sendKeys("briefcam é");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(search + "#q=briefcam%20%C3%A9");

        browser.go(search + "#q=%");
        assertThat(browser.errors()).isEmpty();
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
