package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigie.model.TextOutcome;
import vigie.model.config.CrawlSettings;
import vigie.model.config.OcrSettings;

/** Real scans of council papers, those with a reference reading ({@code -Dscans.all}: all of them); skipped where they are absent. */
@Tag("long")
class RealScansIT {

    private static final Path COUNCIL = Path.of(System.getProperty("vigie.root", ".."))
            .resolve("../shared/corpus/council")
            .normalize();

    /** The reference was made by the same program at another resolution, and nobody corrected it. */
    private static final double MOST_ERRORS = 0.10;

    @Test
    void scansAreReadAsTheReferenceReadsThem() throws IOException {
        assumeTrue(Files.isDirectory(COUNCIL), "no real scans at " + COUNCIL + ": skipped");
        OcrIT.needsTesseract();
        int compared = 0;
        OcrSettings patient = new OcrSettings(50, Duration.ofMinutes(5), Duration.ofMinutes(30));
        try (DocumentParser parser = new DocumentParser(CrawlSettings.defaults().with(patient))) {
            for (Path file : scans()) {
                Path reference = reference(file);
                if (reference == null && !Boolean.getBoolean("scans.all")) {
                    continue;
                }
                long start = System.nanoTime();
                ParsedDocument scan =
                        parser.parse(URI.create("https://town.example/scan"), null, Files.readAllBytes(file));
                double seconds = (System.nanoTime() - start) / 1e9;
                assertThat(scan.outcome()).as(file.toString()).isEqualTo(TextOutcome.TEXT);
                double errors = reference == null ? -1 : CharacterErrors.rate(Files.readString(reference), scan.text());
                System.err.printf(
                        Locale.ROOT,
                        "scan: %-45s %2d pages %5.1f s confidence %s%s%n",
                        file.getFileName(),
                        scan.pageStarts().size(),
                        seconds,
                        scan.metadata().get("ocr-page-confidence"),
                        reference == null ? "" : String.format(Locale.ROOT, " character errors %.2f %%", 100 * errors));
                if (reference != null) {
                    compared++;
                    assertThat(errors).as(file.toString()).isLessThan(MOST_ERRORS);
                }
            }
        }
        assertThat(compared).isEqualTo(2);
    }

    /** Among them a page with an image of 93 million dots. */
    @Test
    void bulletinsOfPrefecturesAreReadWithinTheMemoryByDefault() throws IOException {
        Path bulletins = COUNCIL.resolveSibling("raa");
        assumeTrue(Files.isDirectory(bulletins), "no bulletins at " + bulletins + ": skipped");
        OcrIT.needsTesseract();
        try (DocumentParser parser = new DocumentParser(CrawlSettings.defaults());
                Stream<Path> files = Files.list(bulletins)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".pdf")).toList()) {
                ParsedDocument read =
                        parser.parse(URI.create("https://prefecture.example/raa"), null, Files.readAllBytes(file));
                System.err.printf(
                        Locale.ROOT,
                        "scan: %-45s %2d pages confidence %s%n",
                        file.getFileName(),
                        read.pageStarts().size(),
                        read.metadata().get("ocr-page-confidence"));
                assertThat(read.outcome()).as(file.toString()).isEqualTo(TextOutcome.TEXT);
                assertThat(read.metadata()).doesNotContainKeys("ocr", "pages-without-text");
            }
        }
    }

    private static List<Path> scans() throws IOException {
        try (Stream<Path> files = Files.list(COUNCIL)) {
            return files.filter(file -> file.toString().endsWith("_scan.pdf"))
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable Path reference(Path scan) throws IOException {
        try (Stream<Path> files = Files.list(COUNCIL.resolve("ocr"))) {
            return files.filter(file -> scan.toString()
                            .contains("_" + file.getFileName().toString().replaceFirst("\\..*", "") + "_"))
                    .findFirst()
                    .orElse(null);
        }
    }
}
