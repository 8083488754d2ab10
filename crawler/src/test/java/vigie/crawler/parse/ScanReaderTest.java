package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.TextOutcome;
import vigie.model.config.OcrSettings;

/** Over a script that plays Tesseract: the limits, the cache, the outcome. */
class ScanReaderTest {

    private static final byte[] PAYLOAD = {1, 2, 3};
    private static final OcrSettings LIMITS = new OcrSettings(10, Duration.ofSeconds(20), Duration.ofMinutes(1));

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final AtomicLong now = new AtomicLong();
    private final List<Integer> drawn = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @Test
    void scanBecomesTextWithItsConfidence() throws IOException {
        ParsedDocument read = reader(LIMITS, 80).complete(PAYLOAD, scan("3", "1-3"));

        assertThat(read.outcome()).isEqualTo(TextOutcome.TEXT);
        assertThat(read.text()).isEqualTo("Page reconnue\n".repeat(3));
        assertThat(read.pageStarts()).containsExactly(0, 14, 28);
        assertThat(read.title()).isEqualTo("Titre");
        assertThat(read.metadata())
                .containsEntry("ocr-pages", "1-3")
                .containsEntry("ocr-confidence", "80")
                .containsEntry("ocr-page-confidence", "1:80,2:80,3:80")
                .doesNotContainKeys("pages-without-text", "ocr");
    }

    @Test
    void imagesAmongPagesOfTextTakeTheirPlace() throws IOException {
        ParsedDocument mixed = scan("3", "2")
                .with(
                        TextOutcome.TEXT,
                        "un\n12\ntrois\n",
                        List.of(0, 3, 6),
                        Map.of("pages", "3", "pages-without-text", "2"));

        ParsedDocument read = reader(LIMITS, 80).complete(PAYLOAD, mixed);

        assertThat(read.text()).isEqualTo("un\nPage reconnue\ntrois\n");
        assertThat(read.pageStarts()).containsExactly(0, 3, 17);
        assertThat(read.metadata()).containsEntry("ocr-pages", "2");
    }

    @Test
    void filesThatAScanCarriesStayBehindItsPages() throws IOException {
        Map<String, String> facts = Map.of("pages", "2", "pages-without-text", "2", "attached-from", "4");
        ParsedDocument mixed = scan("2", "2").with(TextOutcome.TEXT, "un\n\na.txt\n\nNote\n", List.of(0, 3), facts);
        ParsedDocument bare = scan("1", "1")
                .with(
                        TextOutcome.TEXT,
                        "a.txt\n\nNote\n",
                        List.of(),
                        Map.of("pages", "1", "pages-without-text", "1", "attached-from", "0"));

        ParsedDocument read = reader(LIMITS, 80).complete(PAYLOAD, mixed);
        ParsedDocument whole = reader(LIMITS, 80).complete(PAYLOAD, bare);

        assertThat(read.text()).isEqualTo("un\nPage reconnue\n\na.txt\n\nNote\n");
        assertThat(read.metadata()).containsEntry("attached-from", "18");
        assertThat(whole.text()).isEqualTo("Page reconnue\n\na.txt\n\nNote\n");
        assertThat(whole.pageStarts()).containsExactly(0);
        assertThat(whole.metadata()).containsEntry("attached-from", "15");
    }

    @Test
    void sameBytesAreRecognisedOnce() throws IOException {
        ParsedDocument first = reader(LIMITS, 80).complete(PAYLOAD, scan("2", "1-2"));
        ParsedDocument again = reader(LIMITS, 80).complete(PAYLOAD, scan("2", "1-2"));

        assertThat(again).isEqualTo(first);
        assertThat(drawn).containsExactly(1, 2);
    }

    @Test
    void tornCacheIsMadeAnew() throws IOException {
        ParsedDocument first = reader(LIMITS, 80).complete(PAYLOAD, scan("1", "1"));
        try (var files = Files.walk(folder.resolve("cache"))) {
            Files.writeString(files.filter(Files::isRegularFile).findFirst().orElseThrow(), "{\"pages\":{\"1\":");
        }

        assertThat(reader(LIMITS, 80).complete(PAYLOAD, scan("1", "1"))).isEqualTo(first);
        assertThat(drawn).containsExactly(1, 1);
    }

    @Test
    void pagesBeyondTheCapStayOpenAndAreReadWhenItIsRaised() throws IOException {
        OcrSettings two = new OcrSettings(2, LIMITS.pageTime(), LIMITS.time());

        ParsedDocument cut = reader(two, 80).complete(PAYLOAD, scan("5", "1-5"));
        ParsedDocument more = reader(LIMITS, 80).complete(PAYLOAD, scan("5", "1-5"));

        assertThat(cut.outcome()).isEqualTo(TextOutcome.TEXT);
        assertThat(cut.pageStarts()).hasSize(5);
        assertThat(cut.metadata())
                .containsEntry("ocr-pages", "1-2")
                .containsEntry("pages-without-text", "3-5")
                .containsEntry("ocr", "cut");
        assertThat(more.metadata()).containsEntry("ocr-pages", "1-5").doesNotContainKey("ocr");
        assertThat(drawn).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void timeOfADocumentIsLimited() throws IOException {
        ScanReader slow = reader(
                LIMITS, 80, request -> now.addAndGet(Duration.ofSeconds(25).toNanos()));

        ParsedDocument cut = slow.complete(PAYLOAD, scan("9", "1-9"));

        assertThat(cut.metadata())
                .containsEntry("ocr-pages", "1-3")
                .containsEntry("pages-without-text", "4-9")
                .containsEntry("ocr", "cut");
    }

    @Test
    void pageThatTakesTooLongIsGivenUp() throws IOException {
        OcrSettings hasty = new OcrSettings(10, Duration.ofMillis(300), LIMITS.time());

        ParsedDocument read = reader(hasty, "sleep 60").complete(PAYLOAD, scan("1", "1"));

        assertThat(read.outcome()).isEqualTo(TextOutcome.NO_TEXT);
        assertThat(read.metadata()).containsEntry("pages-without-text", "1").containsEntry("ocr", "gave-up");
    }

    @Test
    void guessesAreNotTakenForText() throws IOException {
        ParsedDocument read = reader(LIMITS, 31).complete(PAYLOAD, scan("1", "1"));

        assertThat(read.outcome()).isEqualTo(TextOutcome.NO_TEXT);
        assertThat(read.text()).isEmpty();
        assertThat(read.metadata()).containsEntry("ocr", "nothing-recognised");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Tesseract none = new Tesseract(folder.resolve("missing").toString(), clock);
        Tesseract english = new Tesseract(script("echo eng", "exit 1"), clock);

        assertThat(reader(LIMITS, none, request -> {})
                        .complete(PAYLOAD, scan("1", "1"))
                        .metadata())
                .containsEntry("ocr", "not-installed");
        assertThat(reader(LIMITS, english, request -> {})
                        .complete(PAYLOAD, scan("1", "1"))
                        .metadata())
                .containsEntry("ocr", "no-french");
        assertThat(reader(OcrSettings.off(), 80)
                        .complete(PAYLOAD, scan("1", "1"))
                        .metadata())
                .containsEntry("ocr", "off");
        assertThat(drawn).isEmpty();
    }

    @Test
    void documentsWithoutImagesAreLeftAlone() throws IOException {
        ParsedDocument text = scan("1", "").with(TextOutcome.TEXT, "un\n", List.of(0), Map.of("pages", "1"));

        assertThat(reader(LIMITS, 80).complete(PAYLOAD, text)).isSameAs(text);
    }

    private static ParsedDocument scan(String pages, String open) {
        return new ParsedDocument(
                TextOutcome.NO_TEXT,
                null,
                "application/pdf",
                "",
                List.of(),
                "Titre",
                null,
                List.of(),
                Map.of("pages", pages, "pages-without-text", open));
    }

    private ScanReader reader(OcrSettings settings, int confidence) throws IOException {
        return reader(settings, confidence, request -> {});
    }

    private ScanReader reader(OcrSettings settings, int confidence, java.util.function.Consumer<RenderRequest> drawing)
            throws IOException {
        String words = "5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t" + confidence;
        String recognise = "printf '" + words + "\\tPage\\n" + words + "\\treconnue\\n'";
        return reader(settings, new Tesseract(script("echo fra", recognise), clock), drawing);
    }

    private ScanReader reader(OcrSettings settings, String recognise) throws IOException {
        return reader(settings, new Tesseract(script("echo fra", recognise), clock), request -> {});
    }

    private ScanReader reader(
            OcrSettings settings, Tesseract tesseract, java.util.function.Consumer<RenderRequest> drawing) {
        return new ScanReader(
                settings,
                tesseract,
                (request, time) -> {
                    drawn.add(request.page());
                    drawing.accept(request);
                    return Optional.of(new PageImage(2, 1, 200, new byte[2]));
                },
                new OcrCache(folder.resolve("cache")),
                now::get);
    }

    private String script(String languages, String recognise) throws IOException {
        Path file = Files.createTempFile(folder, "tesseract", ".sh");
        Files.writeString(
                file,
                "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then\n" + languages + "\nexit\nfi\ncat >/dev/null\nexec "
                        + recognise + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }
}
