package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.archive.Archive;
import vigie.model.archive.SegmentWriter;

/** {@code vigie rebuild} after the reader of a feed was mended: what its pages say is what the reader of today says. */
class RereadIT {

    private static final String HOME = "http://raa.localhost:9";
    private static final String LISTING = HOME + "/Publications/RAA";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String TEXT =
            "Depuis mars, la ville de Quimper utilise le logiciel BriefCam sur ses caméras de vidéoprotection.";

    @TempDir
    Path folder;

    @Test
    void dateAndTitleOfALinkedFileAreThoseOfTodaysReader() throws Exception {
        Collection collection = new Collection(folder.resolve("data"), seeds());
        archive(collection);
        assertThat(collection.vigie("index").exit()).isZero();
        JsonNode before = claims(collection).get(0);
        assertThat(before.toString()).contains("1999");
        String id = before.at("/claim/id").asText();
        Ran accepted = collection.vigie("review", "accept", id, "--reviewer", "ada");
        assertThat(accepted.exit()).as(accepted.err()).isZero();
        String deployments =
                collection.vigie("deployments", "--format", "json").json().toString();
        assertThat(deployments).contains("\"review\":\"accepted\"");

        Ran rebuilt = collection.vigie("rebuild");

        assertThat(rebuilt.exit()).as(rebuilt.err()).isZero();
        assertThat(rebuilt.err()).contains("Un document d’un flux, relu");
        assertThat(collection.documents())
                .hasEntrySatisfying(
                        HOME + "/a.pdf", document -> assertThat(document.date()).hasToString("2026-01-30"));
        String explained = collection.vigie("explain", id).out();
        assertThat(explained)
                .contains("mars 2025", "RAA n° 12 du 30 janvier 2026", "ada · exact")
                .doesNotContain("1999");
        assertThat(collection.vigie("deployments", "--format", "json").json().toString())
                .contains("\"review\":\"accepted\"", id)
                .doesNotContain("1999");
        int segments = collection.archive().segments().size();
        assertThat(collection.vigie("rebuild").exit()).isZero();
        assertThat(collection.archive().segments()).hasSize(segments);
    }

    private static List<JsonNode> claims(Collection collection) {
        return collection.vigie("review", "list", "--format", "json").jsonLines();
    }

    private Path seeds() throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(seeds.resolve("raa.yml"), """
                sources:
                  - id: prefecture-29
                    name: Préfecture du Finistère
                    kind: feed
                    adapter: raa
                    url: %s
                    publisher: { name: "Préfecture du Finistère", departement: "29" }
                    allow-address: [raa.localhost]
                    origin: test
                """.formatted(LISTING));
        return seeds;
    }

    /** As by a reader that knew no days in words: date and title are wrong. */
    private static void archive(Collection collection) throws IOException {
        Archive archive = Archive.open(collection.data().archive(), issue -> {
            throw new AssertionError(issue);
        });
        try (SegmentWriter writer = archive.begin("20260302120000000-prefecture-29")) {
            String page = "<html><body><a href=\"/a.pdf\">RAA n° 12 du 30 janvier 2026</a></body></html>";
            response(writer, LISTING, "text/html", page);
            Capture capture = response(writer, HOME + "/a.pdf", "application/pdf", "%PDF-1.4 bulletin");
            writer.document(document(capture, PartialDate.parse("1999-06-01")));
            writer.commit();
        }
    }

    private static Capture response(SegmentWriter writer, String url, String type, String body) throws IOException {
        return writer.response(
                url, NOON, 200, Map.of("Content-Type", List.of(type)), type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static SourceDocument document(Capture capture, @Nullable PartialDate date) {
        return new SourceDocument(
                SourceDocument.idOf(capture.url(), ""),
                "prefecture-29",
                capture,
                "",
                DocumentKind.ARRETE,
                "Autre titre",
                date,
                new Publisher("Préfecture du Finistère", null, null, "29"),
                TextOutcome.TEXT,
                null,
                TEXT,
                List.of(0),
                List.of(),
                Map.of());
    }
}
