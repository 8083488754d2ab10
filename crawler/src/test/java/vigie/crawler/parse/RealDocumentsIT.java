package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigie.model.TextOutcome;
import vigie.model.config.CrawlSettings;
import vigie.model.config.OcrSettings;

/** Real minutes, deliberations and prefectural acts, where they are at hand. */
@Tag("long")
class RealDocumentsIT {

    private static final Path CORPUS = Path.of(System.getProperty("vigie.root", ".."))
            .resolve("../shared/corpus")
            .normalize();
    private static final Map<String, ParsedDocument> READ = new TreeMap<>();
    private static DocumentParser parser;

    @BeforeAll
    static void readAll() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no real documents at " + CORPUS + ": skipped");
        parser = new DocumentParser(CrawlSettings.defaults().with(OcrSettings.off()));
        for (String folder : List.of("council", "raa", "opendata", "decp/legacy_marches_conclus", "portals")) {
            for (Path file : files(CORPUS.resolve(folder))) {
                String name = folder + "/" + file.getFileName();
                URI url = URI.create("https://town.example/" + file.getFileName());
                READ.put(name, parser.parse(url, null, Files.readAllBytes(file)));
            }
        }
        READ.forEach((name, d) -> System.err.printf(
                Locale.ROOT,
                "%-70s %-8s %4d pages %8d chars %s%n",
                name,
                d.outcome(),
                d.pageStarts().size(),
                d.text().length(),
                d.metadata()));
    }

    @AfterAll
    static void stop() {
        if (parser != null) {
            parser.close();
        }
    }

    @Test
    void everythingIsTextOrScan() {
        assertThat(READ.values())
                .extracting(ParsedDocument::outcome)
                .containsOnly(TextOutcome.TEXT, TextOutcome.NO_TEXT);
        assertThat(READ.keySet()).hasSizeGreaterThan(30);
    }

    @Test
    void scansAreTold() {
        READ.forEach((name, document) -> {
            if (name.endsWith("_scan.pdf")) {
                assertThat(document.outcome()).as(name).isEqualTo(TextOutcome.NO_TEXT);
            } else if (name.contains("_PV_") || name.contains("_delib")) {
                assertThat(document.text().length()).as(name).isGreaterThan(1_000);
            }
        });
    }

    @Test
    void pagesStartInOrder() {
        READ.forEach((name, document) -> {
            assertThat(document.pageStarts()).as(name).isSorted();
            if (document.mediaType().equals("application/pdf") && document.outcome() == TextOutcome.TEXT) {
                assertThat(document.pageStarts()).as(name).startsWith(0);
                assertThat(document.metadata())
                        .as(name)
                        .containsEntry("pages", "" + document.pageStarts().size());
            }
        });
    }

    @Test
    void everyAnnotatedSentenceIsThereVerbatim() throws IOException {
        int seen = 0;
        for (String line : Files.readAllLines(CORPUS.resolve("gold-dev.jsonl"))) {
            JsonNode fact = new ObjectMapper().readTree(line);
            ParsedDocument document = READ.get(fact.path("file").asText());
            if (document != null && document.outcome() == TextOutcome.TEXT) {
                seen++;
                assertThat(squeezed(document.text()))
                        .contains(squeezed(fact.path("evidence").asText()));
            }
        }
        assertThat(seen).isGreaterThan(10);
    }

    @Test
    void warmChildIsQuickAndSmall() throws IOException {
        long start = System.nanoTime();
        int pages = 0;
        for (Path file : files(CORPUS.resolve("council"))) {
            if (file.toString().endsWith(".pdf")) {
                pages += parser.parse(URI.create("https://town.example/a"), null, Files.readAllBytes(file))
                        .pageStarts()
                        .size();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.err.printf(Locale.ROOT, "warm: %d pages, %.0f pages/s%n", pages, pages / seconds);
        Path status = Path.of("/proc/" + parser.processes().get(0).pid() + "/status");
        assumeTrue(Files.exists(status), "no /proc here: peak memory not measured");
        int peak = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
                .sum();
        System.err.println("peak memory of the child: " + peak + " MB");
        assertThat(peak).isBetween(1, 600);
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
