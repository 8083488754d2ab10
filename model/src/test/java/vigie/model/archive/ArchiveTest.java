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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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
        // What breaks a rule of the format is told, but leaves the exit value as it is.
        assertThat(output).doesNotContain("ERROR");
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
    void tornLastRecordIsToldOnceAndNothingIsChanged() throws IOException {
        List<Long> ends = threeDocuments();
        Path documents = directory.resolve("documents-s1.jsonl.gz");
        truncate(documents, ends.get(2) - 5);
        byte[] before = Files.readAllBytes(documents);

        Archive archive = open();
        assertThat(texts(archive)).containsExactly("texte 0", "texte 1");
        assertThat(texts(archive)).containsExactly("texte 0", "texte 1");

        assertThat(Files.readAllBytes(documents)).isEqualTo(before);
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo("torn-record");
            assertThat(issue.url()).isEqualTo(documents.toString());
            assertThat(issue.message()).contains("documents-s1.jsonl.gz", "bytes " + ends.get(1));
        });
    }

    @Test
    void tornWarcOfTheNewestSegmentIsToldWhenOpened() throws IOException {
        SourceDocument document = segment("s1", "premier");
        Path warc = directory.resolve("s1.warc.gz");
        Files.write(warc, new byte[] {0x1f, (byte) 0x8b, 8, 0, 1}, StandardOpenOption.APPEND);

        Archive archive = open();

        assertThat(issues).extracting(Issue::kind).containsExactly("torn-record");
        archive.payload(Objects.requireNonNull(document.capture().warc())).close();
    }

    @Test
    void cutFileKeepsAllWholeRecordsAndIsTold() throws IOException {
        List<Long> ends = threeDocuments();
        Path file = directory.resolve("documents-s1.jsonl.gz");
        byte[] bytes = Files.readAllBytes(file);
        Set<Integer> lengths = new TreeSet<>(List.of(0, 1, bytes.length - 1, bytes.length));
        for (long end : ends) {
            lengths.addAll(List.of((int) end - 1, (int) end, (int) end + 1));
        }
        new Random(1).ints(40, 0, bytes.length).forEach(lengths::add);
        for (int length : lengths) {
            Files.write(file, Arrays.copyOf(bytes, length));
            int limit = length;
            issues.clear();
            assertThat(texts(open()))
                    .hasSize((int) ends.stream().filter(end -> end <= limit).count());
            assertThat(issues).as("cut at " + length).hasSize(length == bytes.length ? 0 : 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void flippedByteCostsTheRecordThatItIsInAndNoOther(long seed) throws IOException {
        List<Long> ends = threeDocuments();
        Path file = directory.resolve("documents-s1.jsonl.gz");
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            int at = random.nextInt(Math.toIntExact(ends.get(2)));
            byte[] flipped = bytes.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            issues.clear();
            List<String> expected = new ArrayList<>(List.of("texte 0", "texte 1", "texte 2"));
            boolean isHarmless = texts(open()).equals(expected);
            expected.remove((int) ends.stream().filter(end -> end <= at).count());
            if (!isHarmless) {
                issues.clear();
                assertThat(texts(open())).as("flipped at " + at).isEqualTo(expected);
                assertThat(issues).extracting(Issue::kind).containsExactly("damaged-record");
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(flipped);
        }
    }

    @Test
    void flippedByteOfACaptureIsNamedAndTheOthersAreRead() throws IOException {
        List<Capture> captures = new ArrayList<>();
        try (SegmentWriter writer = open().begin("s1")) {
            for (int i = 0; i < 3; i++) {
                captures.add(document(writer, "texte " + i).capture());
            }
            writer.commit();
        }
        Path warc = directory.resolve("s1.warc.gz");
        byte[] bytes = Files.readAllBytes(warc);
        long from = Objects.requireNonNull(captures.get(1).warc()).offset();
        long to = Objects.requireNonNull(captures.get(2).warc()).offset();
        for (long at = from; at < to; at += 3) {
            byte[] flipped = bytes.clone();
            flipped[(int) at] ^= (byte) 0x10;
            Files.write(warc, flipped);
            Archive archive = Archive.open(directory, issue -> {});
            assertThat(payload(archive, captures.get(0))).isEqualTo("<p>texte 0</p>");
            assertThat(payload(archive, captures.get(2))).isEqualTo("<p>texte 2</p>");
            try {
                assertThat(payload(archive, captures.get(1))).isEqualTo("<p>texte 1</p>");
            } catch (DamagedArchiveException e) {
                assertThat(e).hasMessageContaining("s1.warc.gz").hasMessageContaining(String.valueOf(from));
            }
        }
    }

    @Test
    void capturesAreReadOutOfTheirRecords() throws IOException {
        threeDocuments("s1");
        List<Capture> told = new ArrayList<>();
        open().documents("s1", document -> told.add(document.capture()));
        List<Capture> read = new ArrayList<>();
        List<String> payloads = new ArrayList<>();
        open().captures("s1", (capture, payload) -> {
            read.add(capture);
            payloads.add(new String(payload, StandardCharsets.UTF_8));
        });
        assertThat(read).isEqualTo(told);
        assertThat(payloads).containsExactly("<p>texte 0</p>", "<p>texte 1</p>", "<p>texte 2</p>");
        Files.delete(directory.resolve("s1.warc.gz"));
        open().captures("s1", (capture, payload) -> {
            throw new AssertionError("it was taken away");
        });
        assertThat(issues).isEmpty();
    }

    @Test
    void checkTakesNoDocumentOfAnotherSegmentsCaptureForLost() throws IOException {
        threeDocuments("s2");
        List<SourceDocument> documents = new ArrayList<>();
        open().documents("s2", documents::add);
        try (SegmentWriter writer = open().begin("s3")) {
            writer.document(documents.get(2));
            writer.commit();
        }
        assertThat(open().check("s3")).isTrue();
    }

    @Test
    void checkFindsWhatIsDamagedMissingOrCut() throws IOException {
        segment("s1", "premier");
        threeDocuments("s2");
        assertThat(open().check("s1")).isTrue();
        assertThat(open().check("s2")).isTrue();
        assertThat(issues).isEmpty();

        Path warc = directory.resolve("s2.warc.gz");
        List<Long> offsets = new ArrayList<>();
        open().documents(
                        "s2",
                        document -> offsets.add(
                                Objects.requireNonNull(document.capture().warc())
                                        .offset()));
        truncate(warc, offsets.get(2));
        Files.delete(directory.resolve("attempts-s2.jsonl.gz"));
        assertThat(open().check("s2")).isFalse();
        assertThat(issues).extracting(Issue::kind).containsExactly("missing-file", "cut-file");
        assertThat(issues.get(1).message()).contains("s2.warc.gz", "1 captures");
    }

    private List<Long> threeDocuments() throws IOException {
        return threeDocuments("s1");
    }

    /** Where each of three documents ends in its file. */
    private List<Long> threeDocuments(String segment) throws IOException {
        List<Long> ends = new ArrayList<>();
        try (SegmentWriter writer = open().begin(segment)) {
            for (int i = 0; i < 3; i++) {
                document(writer, "texte " + i);
                ends.add(Files.size(directory.resolve("documents-" + segment + ".jsonl.gz.tmp")));
            }
            writer.commit();
        }
        return ends;
    }

    private static List<String> texts(Archive archive) throws IOException {
        List<String> texts = new ArrayList<>();
        archive.documents("s1", document -> texts.add(document.text()));
        return texts;
    }

    private static String payload(Archive archive, Capture capture) throws IOException {
        try (InputStream payload = archive.payload(Objects.requireNonNull(capture.warc()))) {
            return new String(payload.readAllBytes(), StandardCharsets.UTF_8);
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
        Files.write(file, Arrays.copyOf(bytes, (int) size));
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
