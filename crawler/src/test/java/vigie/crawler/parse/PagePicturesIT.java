package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.config.CrawlSettings;

/** Pages drawn in a real child process. */
class PagePicturesIT {

    private static final String TEXT = "Objet : cantine scolaire.\n" + SampleFiles.SENTENCE + "\nLa séance est levée.";

    private static PagePictures pictures;

    @BeforeAll
    static void start() {
        pictures = new PagePictures(CrawlSettings.defaults());
    }

    @AfterAll
    static void stop() {
        pictures.close();
    }

    @Test
    void quoteIsMarkedWhereItStands() throws IOException {
        byte[] pdf = SampleFiles.pdf("Première page.", TEXT);

        BufferedImage plain = drawn(pdf, 2);
        BufferedImage marked = drawn(pdf, 2, "conseil municipal\napprouve l’INSTALLATION de douze caméras");

        assertThat(yellow(plain)).isZero();
        assertThat(dark(plain)).isPositive();
        assertThat(yellow(marked)).isPositive();
        assertThat(darkUnderMarker(marked)).as("the letters can still be read").isPositive();
        assertThat(dark(marked)).as("other lines are not marked").isPositive();
        assertThat(marked.getWidth()).isEqualTo(plain.getWidth());
    }

    @Test
    void whatIsNotOnThePageIsNotMarked() throws IOException {
        byte[] pdf = SampleFiles.pdf(TEXT, "Autre page.");
        assertThat(yellow(drawn(pdf, 1, "Une phrase qui ne se trouve nulle part.")))
                .isZero();
        assertThat(yellow(drawn(pdf, 1, "la"))).as("too short to be sure").isZero();
        assertThat(yellow(drawn(pdf, 2, SampleFiles.SENTENCE))).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void marksFollowTheLettersOnPagesThatAreTurnedAndCut(int degrees) throws IOException {
        byte[] pdf;
        try (PDDocument document = Loader.loadPDF(SampleFiles.pdf(TEXT))) {
            PDPage page = document.getPage(0);
            page.setRotation(degrees);
            PDRectangle box = page.getMediaBox();
            page.setCropBox(new PDRectangle(20, 300, box.getWidth() - 30, box.getHeight() - 310));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            pdf = bytes.toByteArray();
        }
        BufferedImage marked = drawn(pdf, 1, SampleFiles.SENTENCE);
        int under = darkUnderMarker(marked);
        assertThat(under).isPositive();
        assertThat(yellow(marked)).isPositive();
        BufferedImage everything = drawn(pdf, 1, TEXT);
        assertThat(darkUnderMarker(everything)).isGreaterThan(under);
        assertThat(dark(everything)).as("no letter stands beside its mark").isLessThan(dark(marked) / 10);
    }

    @Test
    void picturesOfScansAreDrawnToo() throws IOException {
        assertThat(dark(drawn(ScanFiles.pdf(0, TEXT), 1, SampleFiles.SENTENCE))).isPositive();
    }

    @Test
    void hugePagesAreDrawnCoarser() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(14_000, 14_000)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            BufferedImage page = drawn(bytes.toByteArray(), 1);
            assertThat(page.getWidth() * page.getHeight()).isLessThan(3_000_000);
        }
    }

    @Test
    void whatCannotBeDrawnIsNoneAndTheNextPageIsDrawn() throws IOException {
        byte[] pdf = SampleFiles.pdf(TEXT);
        assertThat(pictures.draw(() -> pdf, 2, List.of())).isEmpty();
        assertThat(pictures.draw(() -> pdf, 0, List.of())).isEmpty();
        assertThat(pictures.draw(() -> new byte[] {'%', 'P', 'D', 'F'}, 1, List.of()))
                .isEmpty();
        assertThat(pictures.draw(() -> SampleFiles.encryptedPdf("secret", 128, TEXT), 1, List.of()))
                .isEmpty();
        assertThat(pictures.draw(() -> pdf, 1, List.of())).isPresent();
    }

    @Test
    void restingChildIsReplacedByAnother() throws IOException {
        byte[] pdf = SampleFiles.pdf(TEXT);
        assertThat(pictures.draw(() -> pdf, 1, List.of())).isPresent();
        Long before = pictures.process().pid();
        pictures.process().rest();
        assertThat(pictures.process().pid()).isNull();
        assertThat(pictures.draw(() -> pdf, 1, List.of())).isPresent();
        assertThat(pictures.process().pid()).isNotNull().isNotEqualTo(before);
    }

    private static BufferedImage drawn(byte[] pdf, int page, String... quotes) throws IOException {
        Optional<byte[]> png = pictures.draw(() -> pdf, page, List.of(quotes));
        assertThat(png).isPresent();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.get()));
        BufferedImage colours = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        colours.createGraphics().drawImage(image, 0, 0, null);
        return colours;
    }

    private static int yellow(BufferedImage image) {
        return count(image, rgb -> rgb[0] > 200 && rgb[2] < 150);
    }

    private static int darkUnderMarker(BufferedImage image) {
        return count(image, rgb -> rgb[0] < 120 && rgb[0] > 30 && rgb[2] * 10 < rgb[0] * 6);
    }

    /** Dark dots without a mark. */
    private static int dark(BufferedImage image) {
        return count(image, rgb -> rgb[0] < 120 && rgb[0] > 30 && rgb[2] == rgb[0]);
    }

    private interface Kind {
        boolean is(int[] rgb);
    }

    private static int count(BufferedImage image, Kind kind) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int dot = image.getRGB(x, y);
                if (kind.is(new int[] {dot >> 16 & 0xff, dot >> 8 & 0xff, dot & 0xff})) {
                    count++;
                }
            }
        }
        return count;
    }
}
