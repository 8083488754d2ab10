package vigie.model.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.tools.ValidateTool;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.Issue;
import vigie.model.Link;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.id.Digest;

class ArchiveTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path directory;

    private final List<Issue> issues = new ArrayList<>();

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        SourceDocument written = segment("20260302", "Délibération n° 7 : l’analyse d’images");

        List<SourceDocument> documents = new ArrayList<>();
        List<Attempt> attempts = new ArrayList<>();
        Archive archive = open();
        archive.documents("20260302", documents::add);
        archive.attempts("20260302", attempts::add);

        assertThat(documents).containsExactly(written);
        assertThat(archive.documentCount("20260302")).isEqualTo(1);
        assertThat(attempts)
                .containsExactly(
                        new Attempt("ville", "http://a.example/x", NOON, AttemptOutcome.FAILED, 0, "connect: refused"));
        assertThat(issues).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {";;/,\u00e9=", "", "text", "text/html; charset", "text/html\u0001; =\"", "a/b/c", "\u2028"})
    void headersWithoutSenseAreArchived(String odd) throws IOException {
        Archive archive = open();
        Capture capture;
        try (SegmentWriter writer = archive.begin("s1")) {
            Map<String, List<String>> headers =
                    Map.of("Content-Type", List.of(odd), "Content-Length", List.of(odd), "X-Odd", List.of(odd, odd));
            byte[] page = "<p>texte</p>".getBytes(StandardCharsets.UTF_8);
            capture = writer.response("http://a.example/", NOON, 200, headers, null, page);
            writer.commit();
        }

        try (InputStream payload = archive.payload(Objects.requireNonNull(capture.warc()))) {
            assertThat(payload).hasContent("<p>texte</p>");
        }
        assertThat(issues).isEmpty();
    }

    @Test
    void payloadIsFoundAtItsPosition() throws IOException {
        segment("s1", "premier");
        SourceDocument second = segment("s2", "second");

        try (InputStream payload =
                open().payload(Objects.requireNonNull(second.capture().warc()))) {
            byte[] bytes = payload.readAllBytes();
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("<p>second</p>");
            assertThat(Digest.sha256(bytes)).isEqualTo(second.capture().sha256());
        }
    }

    @Test
    void warcPassesJwarcsValidation() throws Exception {
        segment("s1", "premier");

        Process validation = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ValidateTool.class.getName(),
                        directory.resolve("s1.warc.gz").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(validation.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(validation.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(validation.exitValue()).as(output).isZero();
    }

    @Test
    void segmentThatWasNotCommittedLeavesNoTrace() throws IOException {
        Archive archive = open();
        try (SegmentWriter writer = archive.begin("cut")) {
            writer.attempt(new Attempt("s", "http://a.example/", NOON, AttemptOutcome.REFUSED, 0, "robots"));
        }
        assertThat(archive.segments()).isEmpty();
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void wholeSegmentIsNeverWrittenAgain() throws IOException {
        segment("s1", "premier");
        Archive archive = open();
        assertThat(archive.has("s1")).isTrue();
        assertThatThrownBy(() -> archive.begin("s1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tornLastRecordIsCutAndTold() throws IOException {
        Archive archive = open();
        try (SegmentWriter writer = archive.begin("s1")) {
            document(writer, "un");
            document(writer, "deux");
            writer.commit();
        }
        Path documents = directory.resolve("documents-s1.jsonl.gz");
        long whole = Files.size(documents);
        truncate(documents, whole - 5);

        List<String> texts = new ArrayList<>();
        archive.documents("s1", document -> texts.add(document.text()));
        archive.documents("s1", document -> texts.add(document.text()));

        assertThat(texts).containsExactly("un", "un");
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo("torn-record");
            assertThat(issue.message()).contains("documents-s1.jsonl.gz");
        });
    }

    @Test
    void tornWarcOfTheNewestSegmentIsCutWhenOpened() throws IOException {
        SourceDocument document = segment("s1", "premier");
        Path warc = directory.resolve("s1.warc.gz");
        long whole = Files.size(warc);
        Files.write(warc, new byte[] {0x1f, (byte) 0x8b, 8, 0, 1}, StandardOpenOption.APPEND);

        Archive archive = open();

        assertThat(Files.size(warc)).isEqualTo(whole);
        assertThat(issues).extracting(Issue::kind).containsExactly("torn-record");
        archive.payload(Objects.requireNonNull(document.capture().warc())).close();
    }

    @Test
    void everyLengthOfTornFileKeepsAllWholeRecords() throws IOException {
        Archive archive = open();
        List<Long> ends = new ArrayList<>();
        Path temporary = directory.resolve("documents-s1.jsonl.gz.tmp");
        try (SegmentWriter writer = archive.begin("s1")) {
            for (int i = 0; i < 3; i++) {
                document(writer, "texte " + i);
                ends.add(Files.size(temporary));
            }
            writer.commit();
        }
        Path file = directory.resolve("documents-s1.jsonl.gz");
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length <= bytes.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            List<String> ids = new ArrayList<>();
            archive.documents("s1", document -> ids.add(document.id()));
            int limit = length;
            assertThat(ids)
                    .hasSize((int) ends.stream().filter(end -> end <= limit).count());
        }
    }

    @Test
    void unknownSegmentIsNamed() throws IOException {
        Archive archive = open();
        assertThatThrownBy(() -> archive.documents("nowhere", document -> {}))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("nowhere");
    }

    private Archive open() throws IOException {
        return Archive.open(directory, issues::add);
    }

    private static void truncate(Path file, long size) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, (int) size));
    }

    private SourceDocument segment(String name, String text) throws IOException {
        try (SegmentWriter writer = open().begin(name)) {
            SourceDocument document = document(writer, text);
            writer.revisit("http://a.example/old", NOON, 304, Digest.sha256(new byte[0]));
            writer.attempt(
                    new Attempt("ville", "http://a.example/x", NOON, AttemptOutcome.FAILED, 0, "connect: refused"));
            writer.commit();
            return document;
        }
    }

    private static SourceDocument document(SegmentWriter writer, String text) throws IOException {
        String url = "http://a.example/actes?id=1|2";
        Capture capture = writer.response(
                url,
                NOON,
                200,
                Map.of(
                        "Content-Type", List.of("text/html; charset=utf-8"),
                        "Content-Encoding", List.of("gzip"),
                        "ETag", List.of("\"v1\"")),
                "text/html",
                ("<p>" + text + "</p>").getBytes(StandardCharsets.UTF_8));
        assertThat(capture.etag()).isEqualTo("\"v1\"");
        SourceDocument document = new SourceDocument(
                SourceDocument.idOf(url, ""),
                "ville",
                capture,
                "",
                DocumentKind.DELIBERATION,
                "Titre",
                PartialDate.parse("2026-03"),
                Publisher.unknown(),
                TextOutcome.TEXT,
                null,
                text,
                List.of(0),
                List.of(new Link("http://a.example/b.pdf", "PDF")),
                Map.of("siren", "213402647"));
        writer.document(document);
        return document;
    }
}
