package vigie.reports.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Capture;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.DocumentKind;
import vigie.model.Evidence;
import vigie.model.Modality;
import vigie.model.Publisher;
import vigie.model.ReviewState;
import vigie.model.SourceDocument;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.TextOutcome;
import vigie.model.archive.Archive;
import vigie.model.archive.SegmentWriter;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.bundle.BundleResult.Difference;
import vigie.reports.bundle.BundleResult.Fault;

class BundleTest {

    private static final Instant NOW = Instant.parse("2026-03-15T11:00:00Z");
    private static final Commune COMMUNE = new Commune(
            new InseeCode("99001"),
            CommuneType.ACTUELLE,
            "Val-Moreau",
            null,
            "99",
            "99",
            null,
            List.of(),
            0,
            List.of(),
            null,
            null);
    private static final String TEXT = "Le maire, M. Durand, dit : « Le logiciel est en service. »";
    private static final byte[] BODY = ("<p>" + TEXT + "</p>").getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path zip = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Archive archive = Archive.open(folder.resolve("archive"), issue -> {});
        archived(archive);
        zip = bundle("bundle.zip");
    }

    private Path bundle(String name) throws IOException {
        Archive archive = Archive.open(folder.resolve("archive"), issue -> {});
        List<SourceDocument> documents = new ArrayList<>();
        archive.documents("s1", documents::add);
        SourceDocument document = documents.get(0);
        return new BundleWriter(id -> Optional.of(document), archive::record)
                .write(
                        report(document),
                        Map.of("val-moreau-99001.md", "# Rapport".getBytes(StandardCharsets.UTF_8)),
                        "val-moreau-99001-preuves",
                        folder.resolve(name));
    }

    private static void archived(Archive archive) throws IOException {
        try (SegmentWriter writer = archive.begin("s1")) {
            Map<String, List<String>> headers = Map.of("Content-Type", List.of("text/html"));
            writer.response("http://town.example/other", NOW, 200, headers, "text/html", new byte[] {1, 2, 3});
            Capture capture = writer.response("http://town.example/pv", NOW, 200, headers, "text/html", BODY);
            writer.document(new SourceDocument(
                    "d-1",
                    "town",
                    capture,
                    "",
                    DocumentKind.PROCES_VERBAL,
                    "Procès-verbal",
                    null,
                    new Publisher("Val-Moreau", COMMUNE.code(), null, "99"),
                    TextOutcome.TEXT,
                    null,
                    TEXT,
                    List.of(),
                    List.of(),
                    Map.of()));
            writer.commit();
        }
    }

    private static CityReport report(SourceDocument document) {
        Claim claim = new Claim(
                "c-1",
                document.id(),
                COMMUNE.ref(),
                Technology.VSA,
                null,
                null,
                null,
                Stage.IN_USE,
                Modality.ASSERTED,
                null,
                null,
                null,
                List.of(),
                null,
                0.9,
                new Evidence(
                        TEXT,
                        0,
                        TEXT.length(),
                        null,
                        document.capture().sha256(),
                        document.capture().url(),
                        NOW,
                        List.of()),
                List.of());
        return new CityReport(
                COMMUNE,
                "Département imaginaire",
                NOW,
                null,
                "index",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(new Citation(
                        1,
                        claim.masked(),
                        null,
                        "Procès-verbal",
                        null,
                        "Ville",
                        document.capture().warc(),
                        null,
                        ReviewState.UNREVIEWED,
                        null)),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    @Test
    void untouchedBundleIsTheSame() throws IOException {
        BundleResult result = BundleCheck.of(zip);

        assertThat(result.differences()).isEmpty();
        assertThat(result.captures()).isEqualTo(1);
        assertThat(result.quotes()).isEqualTo(1);
        assertThat(entries(zip).keySet())
                .contains(
                        "LISEZMOI.txt", "rapport/val-moreau-99001.md", "documents.jsonl", "manifest.json", "SHA256SUMS")
                .anyMatch(name -> name.startsWith("archive/") && name.endsWith(".warc.gz"));
    }

    @Test
    void sameReportGivesTheSameBytes() throws IOException {
        assertThat(Files.readAllBytes(bundle("again.zip"))).isEqualTo(Files.readAllBytes(zip));
    }

    @Test
    void flippedByteIsFoundInAnyFile() throws IOException {
        for (String name : entries(zip).keySet()) {
            Path changed = rewritten(files -> {
                byte[] bytes = bytes(files, name).clone();
                bytes[bytes.length / 2] ^= 1;
                files.put(name, bytes);
                return files;
            });
            assertThat(BundleCheck.of(changed).differences())
                    .as("a flipped byte in %s", name)
                    .isNotEmpty()
                    .anyMatch(difference -> difference.file().equals(name) || name.equals(Manifest.SUMS));
        }
    }

    @Test
    void flippedByteOfTheZipIsFound() throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        bytes[200] ^= 1;
        Path broken = Files.write(folder.resolve("broken.zip"), bytes);
        assertThat(BundleCheck.of(broken).differences()).isNotEmpty();
    }

    @Test
    void addedAndRemovedFilesAreFound() throws IOException {
        Path changed = rewritten(files -> {
            files.remove("rapport/val-moreau-99001.md");
            files.put("rapport/other.md", new byte[] {1});
            return files;
        });
        assertThat(BundleCheck.of(changed).differences())
                .containsExactlyInAnyOrder(
                        new Difference("rapport/val-moreau-99001.md", Fault.MISSING, ""),
                        new Difference("rapport/other.md", Fault.UNLISTED, ""));
    }

    @Test
    void forgedTextWithNewSumsStillLacksTheQuote() throws IOException {
        Path forged = rewritten(files -> {
            String documents = new String(bytes(files, Manifest.DOCUMENTS), StandardCharsets.UTF_8);
            byte[] other = documents.replace("en service", "hors usage").getBytes(StandardCharsets.UTF_8);
            String sums = new String(bytes(files, Manifest.SUMS), StandardCharsets.UTF_8);
            files.put(
                    Manifest.SUMS,
                    sums.replace(Digest.sha256(bytes(files, Manifest.DOCUMENTS)), Digest.sha256(other))
                            .getBytes(StandardCharsets.UTF_8));
            files.put(Manifest.DOCUMENTS, other);
            return files;
        });
        assertThat(BundleCheck.of(forged).differences())
                .contains(new Difference(Manifest.DOCUMENTS, Fault.QUOTE, "[1]"));
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException {
        Path none = Files.writeString(folder.resolve("none.zip"), "no zip");
        assertThatThrownBy(() -> BundleCheck.of(none)).isInstanceOf(ZipException.class);
    }

    private static byte[] bytes(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private Path rewritten(UnaryOperator<Map<String, byte[]>> change) throws IOException {
        Path changed = folder.resolve("changed.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (Map.Entry<String, byte[]> file : change.apply(entries(zip)).entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return changed;
    }

    private static Map<String, byte[]> entries(Path path) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(path))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
