package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;
import vigie.cli.demo.WorldServer;

/** A city report in a real browser: on a telephone, on a desk, on paper. Pictures of it go to {@code target/report-look}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportLookIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");

    private final Path pictures = Collection.root().resolve("cli/target/report-look");
    private ChromeDriver browser;
    private String address;

    @BeforeAll
    void renderAndOpen(@TempDir Path folder) throws IOException {
        Needed.program(CHROMIUM, "chromium");
        Needed.program(CHROMEDRIVER, "chromium-driver");
        address = report(folder).toUri().toString();
        browser = browser(folder.resolve("profile"));
        Files.createDirectories(pictures);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.quit();
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

    private static ChromeDriver browser(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile())
                .build();
        return new ChromeDriver(service, options);
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "1200, 900"})
    void fitsTheScreenWithoutErrors(int width, int height) throws IOException {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        browser.get(address);
        assertThat(browser.getTitle()).contains("Val-Moreau");
        assertThat(number("return document.documentElement.clientWidth")).isLessThanOrEqualTo(width);
        assertThat(number("return document.documentElement.scrollWidth"))
                .as("no horizontal scrolling")
                .isLessThanOrEqualTo(width);
        assertThat(number("return [...document.querySelectorAll('h1,h2')].filter(e => e.offsetHeight > 0).length"))
                .isGreaterThan(4);
        assertThat(errors()).isEmpty();
        Files.write(pictures.resolve("val-moreau-" + width + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    @Test
    void everyReferenceLeadsToItsCitation() {
        browser.get(address);
        assertThat(number("return document.querySelectorAll('a[href^=\"#\"]').length"))
                .isPositive();
        assertThat(number("return [...document.querySelectorAll('a[href^=\"#\"]')]"
                        + ".filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length"))
                .isZero();
    }

    @Test
    void printsToPages() throws IOException {
        browser.get(address);
        byte[] pdf =
                Base64.getDecoder().decode(browser.print(new PrintOptions()).getContent());
        Files.write(pictures.resolve("val-moreau.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(1, 8);
            assertThat(new PDFTextStripper().getText(document)).contains("Val-Moreau", "BriefCam", "SNEF", "SHA-256");
        }
    }

    private long number(String script) {
        Object value = browser.executeScript(script);
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    private List<LogEntry> errors() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .toList();
    }
}
