package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.Json;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;
import vigie.model.archive.SegmentWriter;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;

/** {@code vigie digest}: what became known since a day, told once, and what readers took back. */
class DigestIT {

    private static final Path SEEDS = Collection.root().resolve("quality").resolve("seeds");

    private final Path data;
    private final Path out;

    DigestIT(@TempDir Path folder) {
        data = folder.resolve("data");
        out = folder.resolve("out");
    }

    @Test
    void whatBecameKnownIsTold() throws Exception {
        archive(
                "2026-01-10T12:00:00Z",
                "Le conseil municipal approuve l'achat du logiciel BriefCam d'analyse d'images.");
        archive(
                "2026-03-02T12:00:00Z",
                "Depuis mars, la ville utilise le logiciel BriefCam d'analyse d'images sur ses caméras.");
        assertThat(vigie("index").exit()).isZero();
        Ran saved = vigie("search", "logiciel", "--save", "Logiciels d'analyse");
        assertThat(saved.exit()).as(saved.err()).isZero();

        JsonNode first = digest("2026-01-01");
        assertThat(first.path("changes")).hasSize(1);
        assertThat(first.at("/changes/0/kind").asText()).isEqualTo("new");
        assertThat(first.at("/changes/0/firstInTown").asBoolean()).isTrue();

        JsonNode second = digest("2026-02-01");
        assertThat(second.path("changes")).hasSize(1);
        assertThat(second.at("/changes/0/kind").asText()).isEqualTo("changed");
        assertThat(second.at("/changes/0/before/stage").asText()).isEqualTo("approved");
        assertThat(second.at("/changes/0/now/stage").asText()).isEqualTo("in-use");
        assertThat(Files.readString(out.resolve("digest.txt"))).contains("Valdorge", "BriefCam", "utilise le logiciel");
        assertThat(Files.readString(out.resolve("digest.html"))).contains("utilise le logiciel");
        assertThat(Files.readString(out.resolve("digest.atom"))).contains("<id>urn:vigie:change:p-");
        assertThat(Files.readString(out.resolve("search-logiciels-d-analyse.atom")))
                .contains("<id>urn:vigie:document:d-", "Logiciels d'analyse");

        assertThat(digest("2026-03-03").path("changes")).isEmpty();

        String claim = second.at("/changes/0/claims/0/id").asText();
        assertThat(vigie("review", "reject", claim, "--reviewer", "ada").exit()).isZero();
        JsonNode after = digest("2026-03-03");
        assertThat(after.path("changes")).hasSize(1);
        assertThat(after.at("/changes/0/now/stage").asText()).isEqualTo("approved");
    }

    @Test
    void whatVanishedAndWhoFellSilentIsTold() throws Exception {
        archive("2026-01-10T12:00:00Z", "Depuis mars, la ville utilise le logiciel BriefCam d'analyse d'images.");
        archive("2026-01-11T12:00:00Z", "Le conseil vote le budget de la piscine.");
        try (SegmentWriter writer = opened().begin("s2026-03-02")) {
            for (String fetched : List.of("2026-01-10T12:00:00Z", "2026-01-11T12:00:00Z")) {
                writer.attempt(new Attempt(
                        "valdorge",
                        address(fetched),
                        Instant.parse("2026-03-02T12:00:00Z"),
                        AttemptOutcome.FAILED,
                        404,
                        "not-found"));
            }
            writer.commit();
        }
        assertThat(vigie("index").exit()).isZero();

        JsonNode told = digest("2026-02-01");
        assertThat(told.path("vanished")).as("of those with claims").hasSize(1);
        assertThat(told.at("/vanished/0/url").asText()).isEqualTo(address("2026-01-10T12:00:00Z"));
        assertThat(told.at("/sources/0/source").asText()).isEqualTo("valdorge");
        assertThat(Files.readString(out.resolve("digest.txt")))
                .contains(address("2026-01-10T12:00:00Z"), "Sources muettes (1)", "* valdorge\u00a0:");
        assertThat(Files.readString(out.resolve("digest.atom")))
                .contains(
                        "urn:vigie:vanished:d-",
                        "urn:vigie:source:valdorge:"
                                + told.at("/sources/0/trouble").asText());

        assertThat(digest("2026-03-03").path("vanished")).as("told once").isEmpty();
    }

    @Test
    void whatIsToComeIsNoNews() throws Exception {
        archive("2026-01-10T12:00:00Z", "Rien de particulier.");
        assertThat(vigie("index").exit()).isZero();
        Ran asked = vigie("digest", "--since", "2199-01-01");
        assertThat(asked.exit()).isEqualTo(Main.USAGE);
        assertThat(asked.err()).contains("2199-01-01 est à venir");
    }

    @Test
    void whereToSendMustMakeSense() throws Exception {
        archive("2026-01-10T12:00:00Z", "Rien de particulier.");
        assertThat(vigie("index").exit()).isZero();
        Ran senseless =
                vigie("digest", "--mail-to", "a@example.org", "--mail-from", "b@example.org", "--smtp", "nowhere");
        assertThat(senseless.exit()).isEqualTo(Main.USAGE);
        assertThat(senseless.err()).contains("nowhere");
        Ran refused =
                vigie("digest", "--mail-to", "a@example.org", "--mail-from", "b@example.org", "--smtp", "localhost:1");
        assertThat(refused.exit()).isEqualTo(Main.FAILED);
        assertThat(refused.err()).contains("localhost:1 n’a pas pris le courrier. Donnez le serveur");
    }

    private JsonNode digest(String since) throws IOException {
        Ran ran = vigie("digest", "--since", since, "--out", out.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).contains(out.resolve("digest.json").toString());
        return Json.mapper().readTree(out.resolve("digest.json").toFile());
    }

    private Ran vigie(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString(), "--seeds", SEEDS.toString()));
        all.addAll(List.of("--config", Collection.root().resolve("config").toString(), "--lang", "fr", "--quiet"));
        return Ran.vigie(all);
    }

    private static String address(String fetched) {
        return "http://valdorge.localhost/" + fetched.hashCode();
    }

    private Archive opened() throws IOException {
        return Archive.open(new DataDirectory(data).archive(), issue -> {
            throw new AssertionError(issue);
        });
    }

    private void archive(String fetched, String text) throws IOException {
        String url = address(fetched);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (SegmentWriter writer = opened().begin("s" + fetched.substring(0, 10))) {
            writer.document(new SourceDocument(
                    SourceDocument.idOf(url, ""),
                    "valdorge",
                    new Capture(
                            url,
                            Instant.parse(fetched),
                            200,
                            "text/plain",
                            Digest.sha256(bytes),
                            bytes.length,
                            null,
                            null,
                            null),
                    "",
                    DocumentKind.AUTRE,
                    "Acte",
                    PartialDate.parse(fetched.substring(0, 10)),
                    new Publisher("Valdorge", new InseeCode("99227"), null, null),
                    TextOutcome.TEXT,
                    null,
                    text,
                    List.of(0),
                    List.of(),
                    Map.of()));
            writer.commit();
        }
    }
}
