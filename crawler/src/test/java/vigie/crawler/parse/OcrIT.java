package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.TextOutcome;
import vigie.model.config.CrawlSettings;
import vigie.model.config.OcrSettings;

/** The whole way of a scan: child process, picture, Tesseract, text. */
class OcrIT {

    private static final URI URL = URI.create("https://valmont.example/deliberation.pdf");

    private static final String TEXT = """
            Délibération n° 2024-15 du 12 mars 2024
            Objet : acquisition d'un logiciel de vidéosurveillance
            Le conseil municipal approuve l'installation de douze caméras
            place du marché, pour un montant de 63 200 euros hors taxes.
            Considérant la nécessité de protéger les bâtiments communaux,
            le maire est autorisé à signer le marché avec la société retenue.
            Fait et délibéré en séance les jour, mois et an susdits.""";

    private static DocumentParser parser;

    @BeforeAll
    static void start() {
        needsTesseract();
        parser = new DocumentParser(CrawlSettings.defaults());
    }

    @AfterAll
    static void stop() {
        if (parser != null) {
            parser.close();
        }
    }

    static void needsTesseract() {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
        try (Tesseract tesseract = new Tesseract("tesseract", clock)) {
            Needed.that(
                    tesseract.state() == Tesseract.State.READY,
                    "character recognition is missing: install the packages tesseract-ocr tesseract-ocr-fra");
        } finally {
            clock.shutdownNow();
        }
    }

    @Test
    void scansAreRead() throws Exception {
        ParsedDocument scan = parser.parse(URL, null, ScanFiles.pdf(0, TEXT, TEXT));

        assertThat(scan.outcome()).isEqualTo(TextOutcome.TEXT);
        assertThat(scan.metadata()).containsEntry("ocr-pages", "1-2").doesNotContainKey("ocr");
        assertThat(Integer.parseInt(scan.metadata().get("ocr-confidence"))).isBetween(80, 100);
        assertThat(scan.pageStarts()).hasSize(2);
        assertThat(CharacterErrors.rate(TEXT + TEXT, scan.text())).isLessThan(0.02);
    }

    /** Of 417 and 290 MB when they are unpacked: a page at 1200 dots per inch, and one that shows a corner of its image. */
    @ParameterizedTest
    @CsvSource({"6, 1", "1, 5"})
    void imagesLargerThanTheMemoryAreRead(int zoom, int room) throws Exception {
        ParsedDocument scan = parser.parse(URL, null, ScanFiles.large(TEXT, zoom, room));

        assertThat(scan.metadata()).containsEntry("ocr-pages", "1").doesNotContainKey("ocr");
        assertThat(CharacterErrors.rate(TEXT, scan.text())).as(scan.text()).isLessThan(0.02);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "tiff"})
    void imagesOfPapersAreReadLikePagesOfPdfs(String format) throws Exception {
        ParsedDocument scan = parser.parse(URL, null, ScanFiles.image(format, TEXT));

        assertThat(scan.outcome()).isEqualTo(TextOutcome.TEXT);
        assertThat(scan.mediaType()).isEqualTo("image/" + (format.equals("jpg") ? "jpeg" : format));
        assertThat(scan.metadata()).containsEntry("ocr-pages", "1").containsEntry("pages", "1");
        assertThat(CharacterErrors.rate(TEXT, scan.text())).isLessThan(0.02);
    }

    @Test
    void picturesThatAreNoPapersStayUnread() throws Exception {
        assertThat(parser.parse(URL, null, ScanFiles.photograph(1_600, 1_200)).outcome())
                .isEqualTo(TextOutcome.UNSUPPORTED);
        assertThat(parser.parse(URL, null, ScanFiles.photograph(400, 300)).outcome())
                .isEqualTo(TextOutcome.UNSUPPORTED);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(doubles = {3, -5, 90, 180, 270, 88})
    void pagesMayLieInAnyWay(double degrees) throws Exception {
        ParsedDocument scan = parser.parse(URL, null, ScanFiles.pdf(degrees, TEXT));

        assertThat(CharacterErrors.rate(TEXT, scan.text())).as(scan.text()).isLessThan(0.03);
    }

    @Test
    void pagesOfTextStayAsTheyAre() throws Exception {
        ParsedDocument mixed = parser.parse(URL, null, ScanFiles.mixed(SampleFiles.SENTENCE, TEXT));

        assertThat(mixed.text()).startsWith(SampleFiles.SENTENCE + "\n");
        assertThat(mixed.metadata()).containsEntry("ocr-pages", "2");
        assertThat(mixed.text().substring(mixed.pageStarts().get(1))).contains("conseil municipal approuve");
    }

    @Tag("long")
    @Test
    void cacheSparesTheSecondReading(@TempDir Path folder) throws Exception {
        byte[] pdf = ScanFiles.pdf(0, TEXT);
        ParsedDocument first;
        try (DocumentParser caching = new DocumentParser(CrawlSettings.defaults(), folder)) {
            first = caching.parse(URL, null, pdf);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
        CrawlSettings none =
                CrawlSettings.defaults().with(new OcrSettings(1, Duration.ofMillis(1), Duration.ofMillis(1)));
        try (DocumentParser cached = new DocumentParser(none, folder)) {
            assertThat(cached.parse(URL, null, pdf)).isEqualTo(first);
        }
    }

    @Test
    void imageFileOfBillionsOfDotsCostsNoMoreThanItsTime() throws Exception {
        assertThat(parser.parse(URL, null, ScanFiles.emptyPng(60_000, 60_000)).outcome())
                .isIn(TextOutcome.NO_TEXT, TextOutcome.UNSUPPORTED);
        assertThat(parser.parse(URL, null, SampleFiles.rtf("Une phrase lue après."))
                        .text())
                .isEqualTo("Une phrase lue après.");
    }

    @Test
    void hostileImagesCostNoMoreThanTheirTime() throws Exception {
        byte[] huge = SampleFiles.rawPdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /MediaBox [0 0 600 800] /Resources << /XObject << /I 4 0 R >> >> >>",
                "<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 4 >>\nstream\nabcd\nendstream",
                SampleFiles.stream("600 0 0 800 0 0 cm /I Do"));
        assertThat(parser.parse(URL, null, huge).outcome()).isEqualTo(TextOutcome.NO_TEXT);
        assertThat(parser.parse(URL, null, SampleFiles.rtf("Une phrase lue après."))
                        .text())
                .isEqualTo("Une phrase lue après.");
        assertThat(Objects.requireNonNull(parser.processes().get(0).pid())).isPositive();
    }
}
