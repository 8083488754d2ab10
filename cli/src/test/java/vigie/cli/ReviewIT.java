package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
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
import vigie.model.config.Project;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;

/** {@code vigie review candidates}: a firm that nobody knows yet, from a text to a vendor file that finds it. */
class ReviewIT {

    private static final Path SEEDS = Collection.root().resolve("quality").resolve("seeds");

    private final Path data;
    private final Path config;

    ReviewIT(@TempDir Path folder) {
        data = folder.resolve("data");
        config = folder.resolve("config");
    }

    @Tag("long")
    @Test
    void unknownFirmBecomesAVendorFile() throws Exception {
        Collection.copyConfiguration(config);
        archive(
                "Le conseil municipal approuve le marché conclu avec la société Guetteur Numérique pour un logiciel d'analyse"
                        + " d'images relié aux caméras de vidéoprotection.",
                "Le conseil municipal approuve l'achat à BriefCam d'un logiciel d'analyse d'images de vidéoprotection.",
                "Le logiciel d'analyse d'images est essayé depuis mars sur les caméras de vidéoprotection de la ville, avec"
                        + " l'accord de la CNIL et de la préfecture.");
        assertThat(vigie("index").exit()).isZero();

        Ran listed = vigie("review", "candidates", "--format", "json");
        assertThat(listed.exit()).as(listed.err()).isZero();
        assertThat(listed.jsonLines()).hasSize(1);
        assertThat(listed.jsonLines().get(0).path("name").asText()).isEqualTo("Guetteur Numérique");
        assertThat(listed.jsonLines().get(0).path("communes").toString()).contains("Valdorge");

        assertThat(vigie("deployments", "--vendor", "guetteur numerique", "--format", "json")
                        .json())
                .hasSize(1);
        assertThat(vigie("search", "marché", "--vendor", "Guetteur Numérique", "--format", "json")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        Ran report = vigie("report", "vendor", "guetteur numérique", "--format", "md", "--out", data.toString());
        assertThat(report.out()).contains("vendor-guetteur-numerique-");
        assertThat(Files.readString(Path.of(report.out().strip())))
                .contains("Guetteur Numérique", "Valdorge", "ne connaît pas encore");
        assertThat(vigie("deployments", "--vendor", "Guetteur").exit()).isEqualTo(Main.USAGE);

        Ran unknown = vigie("review", "candidates", "--adopt", "Guetteur");
        assertThat(unknown.exit()).isEqualTo(Main.USAGE);
        assertThat(unknown.err()).contains("Guetteur Numérique");

        Ran adopted = vigie("review", "candidates", "--adopt", "guetteur numérique");
        assertThat(adopted.exit()).as(adopted.err()).isZero();
        Path file = config.resolve("vendors").resolve("guetteur-numerique.yml");
        assertThat(adopted.out()).contains(file.toString());
        assertThat(Project.load(SEEDS, config).lexicon().vendors())
                .anyMatch(vendor -> vendor.id().equals("guetteur-numerique"));
    }

    @Test
    void whatPeopleSayHoldsAtOnceAndAfterRebuild() throws Exception {
        Collection.copyConfiguration(config);
        archive(
                "Le conseil municipal approuve l'achat à BriefCam d'un logiciel d'analyse d'images de vidéoprotection.",
                "Depuis mars, la ville utilise le logiciel Videtics sur ses caméras de vidéoprotection.");
        assertThat(vigie("index").exit()).isZero();
        List<JsonNode> waiting = vigie("review", "list", "--format", "json").jsonLines();
        assertThat(waiting).hasSizeGreaterThanOrEqualTo(2);
        List<String> csv =
                vigie("review", "list", "--format", "csv").out().lines().toList();
        assertThat(csv).hasSizeGreaterThan(waiting.size());
        assertThat(csv.get(0)).startsWith("id,insee,commune,technology,vendor,stage,modality,date,confidence");
        assertThat(csv.get(1)).startsWith(waiting.get(0).at("/claim/id").asText() + ",99227,Valdorge,vsa,");
        assertThat(vigie("review", "list").out())
                .as("people read names, programs ids")
                .contains("BriefCam", "Videtics")
                .doesNotContain("briefcam", "videtics");
        String wrong = claim(waiting, "videtics");
        String other = claim(waiting, "briefcam");

        Ran rejected = vigie("review", "reject", wrong, "--reviewer", "ada", "--note", "une autre ville");
        assertThat(rejected.exit()).as(rejected.err()).isZero();
        Ran corrected = vigie("review", "correct", other, "stage=ended", "date=2025", "--reviewer", "ada");
        assertThat(corrected.exit()).as(corrected.err()).isZero();

        for (String step : List.of("at once", "after rebuild")) {
            JsonNode deployments = vigie("deployments", "--format", "json").json();
            assertThat(deployments.toString()).as(step).doesNotContain("videtics");
            assertThat(deployments).as(step).hasSize(1);
            assertThat(deployments.get(0).path("stage").asText()).isEqualTo("ended");
            assertThat(deployments.get(0).path("review").asText()).isEqualTo("corrected");
            assertThat(vigie("rebuild").exit()).isZero();
        }
        assertThat(vigie("explain", wrong).out()).contains("rejeté", "une autre ville", "ada");

        Ran senseless = vigie("review", "correct", other, "stage=finished");
        assertThat(senseless.exit()).isEqualTo(Main.USAGE);
        assertThat(senseless.err()).contains("finished", "in-use");
        assertThat(vigie("review", "accept", "c-0000").exit()).isEqualTo(Main.USAGE);
        Files.writeString(data.resolve("reviews.csv"), "senseless\n", StandardOpenOption.APPEND);
        Ran broken = vigie("deployments");
        assertThat(broken.exit()).isEqualTo(Main.USAGE);
        assertThat(broken.err()).contains("reviews.csv:4: senseless");
    }

    @Test
    void oneByOneAtTheTerminal() throws Exception {
        Collection.copyConfiguration(config);
        archive(
                "Le conseil municipal approuve l'achat à BriefCam d'un logiciel d'analyse d'images de vidéoprotection.",
                "Depuis mars, la ville utilise le logiciel Videtics sur ses caméras de vidéoprotection.");
        assertThat(vigie("index").exit()).isZero();
        List<String> waiting = vigie("review", "list", "--format", "json").jsonLines().stream()
                .map(item -> item.path("claim").path("id").asText())
                .toList();

        Ran noted = typed("n\nn à voir avec la mairie\nrien\nq\n", "review", "next", "--reviewer", "ada");
        assertThat(noted.exit()).as(noted.err()).isZero();
        assertThat(noted.out())
                .as("a remark stays with its claim")
                .contains(waiting.get(0))
                .doesNotContain(waiting.get(1));
        assertThat(noted.err()).contains("écrivez la remarque", "attend encore votre avis", "a, r, c, n, s ou q");

        Ran judged = typed("""
                c stage=finished
                c étape=ended
                c amount=beaucoup
                c stage=
                c date=2025 date=2024
                c
                c ended
                n encore
                c commune=Valdorge vendor=BriefCam amount=63200.00 EUR HT
                q
                """, "review", "next", "--reviewer", "ada");
        assertThat(judged.out())
                .as("who only made a remark is asked again; who corrects after one corrects that claim")
                .contains(waiting.get(0), waiting.get(1));
        assertThat(judged.err())
                .contains(
                        "valeur inconnue « finished ». Possibles : ",
                        "aucun champ ne s’appelle « étape »",
                        "« beaucoup » n’est pas un montant",
                        "le champ stage ne peut pas être vide",
                        "le champ date est donné deux fois",
                        "rien n’est corrigé",
                        "« ended » n’a pas la forme champ=valeur")
                .doesNotContain("unknown", "cannot", "twice", "is not");
        assertThat(Files.readString(data.resolve("reviews.csv")))
                .contains("commune=99227; vendor=briefcam; amount=63200.00 EUR HT");
        assertThat(judged.err()).contains(" : corrigé · commune=99227");
        assertThat(judged.out())
                .as("what is claimed stands above its quote")
                .contains("Valdorge (99227) · vidéosurveillance algorithmique · BriefCam", "· Videtics");
        assertThat(vigie("explain", waiting.get(0)).out()).contains("corrigé");
        assertThat(vigie("review", "correct", waiting.get(1), "stage=finished").err())
                .contains("valeur inconnue « finished »");

        assertThat(typed("a\n", "review", "next", "--reviewer", "ada").out())
                .doesNotContain(waiting.get(0))
                .contains(waiting.get(1));
    }

    private Ran typed(String lines, String... arguments) {
        InputStream usual = System.in;
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        try {
            return vigie(arguments);
        } finally {
            System.setIn(usual);
        }
    }

    private static String claim(List<JsonNode> waiting, String vendor) {
        return waiting.stream()
                .map(item -> item.path("claim"))
                .filter(claim -> claim.path("vendor").asText().equals(vendor))
                .findFirst()
                .orElseThrow(() -> new AssertionError(waiting))
                .path("id")
                .asText();
    }

    private Ran vigie(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString(), "--seeds", SEEDS.toString()));
        all.addAll(List.of("--config", config.toString(), "--lang", "fr", "--quiet"));
        return Ran.vigie(all);
    }

    private void archive(String... texts) throws IOException {
        Archive archive = Archive.open(new DataDirectory(data).archive(), issue -> {
            throw new AssertionError(issue);
        });
        try (SegmentWriter writer = archive.begin("s1")) {
            for (int i = 0; i < texts.length; i++) {
                writer.document(document("http://valdorge.localhost/" + i, texts[i]));
            }
            writer.commit();
        }
    }

    private static SourceDocument document(String url, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceDocument(
                SourceDocument.idOf(url, ""),
                "valdorge",
                new Capture(
                        url,
                        Instant.parse("2026-03-02T12:00:00Z"),
                        200,
                        "text/plain",
                        Digest.sha256(bytes),
                        bytes.length,
                        null,
                        null,
                        null),
                "",
                DocumentKind.AUTRE,
                null,
                PartialDate.parse("2026-02-20"),
                new Publisher("Valdorge", new InseeCode("99227"), null, null),
                TextOutcome.TEXT,
                null,
                text,
                List.of(0),
                List.of(),
                Map.of());
    }
}
