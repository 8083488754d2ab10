package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;
import vigie.model.archive.SegmentWriter;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;

/** {@code vigie export} from a text in the archive to files on the disk. */
class ExportIT {

    private static final Path ROOT = Collection.root();
    private static final String TEXT =
            "Le conseil municipal attribue à la société BriefCam le marché n° 2025-12 d'achat d'un logiciel d'analyse"
                    + " d'images de vidéoprotection pour 63 200 € HT.";

    private final Path folder;

    ExportIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void indexOneText() throws IOException {
        Archive archive = Archive.open(new DataDirectory(folder.resolve("data")).archive(), issue -> {
            throw new AssertionError(issue);
        });
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        String url = "http://valdorge.localhost/acte";
        try (SegmentWriter writer = archive.begin("s1")) {
            writer.document(new SourceDocument(
                    SourceDocument.idOf(url, ""),
                    "valdorge",
                    new Capture(
                            url,
                            Instant.parse("2026-01-01T00:00:00Z"),
                            200,
                            "text/plain",
                            Digest.sha256(bytes),
                            bytes.length,
                            null,
                            null,
                            null),
                    "",
                    DocumentKind.DELIBERATION,
                    "Délibération",
                    PartialDate.parse("2025-05-05"),
                    new Publisher("Valdorge", new InseeCode("99227"), null, null),
                    TextOutcome.TEXT,
                    null,
                    TEXT,
                    List.of(0),
                    List.of(),
                    Map.of()));
            writer.commit();
        }
        assertThat(vigie("index").exit()).isZero();
    }

    @Test
    void everyFormatIsWrittenWhereItWasAskedFor() throws IOException {
        for (String format : List.of("csv", "jsonl", "geojson", "sqlite", "parquet", "ocds", "ftm")) {
            Path out = folder.resolve("out-" + format);
            Ran ran = vigie("export", "--format", format, "--out", out.toString());
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.err().contains("ocds-xxxxxx")).isEqualTo(format.equals("ocds"));
            assertThat(ran.out().lines())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Path.of(file)).isNotEmptyFile());
        }
        assertThat(Files.readString(folder.resolve("out-csv/claims.csv"))).contains("briefcam", "63200");
        assertThat(Files.readString(folder.resolve("out-csv/DICTIONARY.md")))
                .as("when it was made, to the second")
                .containsPattern("- \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ, index");
        assertThat(Files.readString(folder.resolve("out-jsonl"))).contains("\"type\":\"claim\"");
    }

    @Test
    void filtersChooseDeploymentsAndWrongWordsAreRefused() throws IOException {
        Path out = folder.resolve("none.jsonl");
        assertThat(vigie("export", "--format", "jsonl", "--stage", "ended", "--out", out.toString())
                        .exit())
                .isZero();
        assertThat(Files.readAllLines(out)).hasSize(1);
        assertThat(vigie("export", "--format", "xml").exit()).isEqualTo(Main.USAGE);
        assertThat(vigie("export", "--format", "ocds", "--ocds-prefix", "vigie").exit())
                .isEqualTo(Main.USAGE);
        Ran none = vigie(
                "export",
                "--format",
                "ocds",
                "--stage",
                "ended",
                "--out",
                folder.resolve("none").toString());
        assertThat(none.exit()).isEqualTo(Main.FAILED);
        assertThat(none.err()).contains("Aucun marché");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private Ran vigie(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        all.addAll(List.of("--seeds", ROOT.resolve("quality/seeds").toString()));
        all.addAll(List.of("--config", ROOT.resolve("config").toString(), "--lang", "fr", "--quiet"));
        return Ran.vigie(all);
    }
}
