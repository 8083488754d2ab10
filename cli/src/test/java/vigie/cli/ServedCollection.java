package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/**
 * A small collection that {@code vigie serve} shows in a process of its own: two towns that do not exist, in the midst of
 * départements that do, and what a hostile site would publish.
 *
 * @param address of the site, which ends in a slash
 */
record ServedCollection(Process process, String address, Collection collection) implements AutoCloseable {

    /** What must never become more than text. */
    static final String HOSTILE = "\"><script>struck=1</script><img src=x onerror=struck=2><svg onload=struck=3>"
            + "' autofocus onfocus='struck=4' \" onmouseover=\"struck=5\u2028</title></textarea>\u202Eeman\u202C{{7*7}}";

    /** The address of which two versions are archived. */
    static final String BILAN = "http://valdorge.localhost/bilan";

    private static final int MINUTES = 24;
    private static final Publisher VALDORGE = new Publisher("Valdorge", new InseeCode("99227"), null, null);
    private static final Publisher BREVAIN = new Publisher("Le Brévain", new InseeCode("99201"), null, null);

    /** Indexes and serves it. */
    static ServedCollection start(Path folder) throws IOException, InterruptedException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(seeds.resolve("communes.tsv"), """
                code	type	name	parent	departement	region	siren	postcodes	population	former	lat	lon	precision	epci
                99201	actuelle	Le Brévain		99	99		99201	41200		43.6	5.2	place\t
                99227	actuelle	Valdorge		99	99		99227	210500		43.95	4.3	place\t
                """);
        Files.writeString(seeds.resolve("sources.yml"), """
                sources:
                - id: valdorge
                  name: "Site de Valdorge"
                  kind: site
                  url: http://valdorge.localhost/
                  origin: test
                  commune: "99227"
                - id: hostile
                  name: "<img src=x onerror=struck=6>"
                  kind: site
                  url: http://hostile.localhost/
                  origin: test
                """);
        Collection collection = new Collection(folder.resolve("data"), seeds);
        archive(collection.data());
        Ran indexed = collection.vigie("index", "--quiet");
        assertThat(indexed.exit()).as(indexed.err()).isZero();
        return serve(folder, collection);
    }

    /** Serves a collection that is there. */
    static ServedCollection serve(Path folder, Collection collection) throws IOException, InterruptedException {
        Process process = OwnProcess.start(
                folder, List.of(), List.of("-Xmx320m"), collection.commandLine("serve", "--port", "0"));
        Path out = folder.resolve("out");
        for (int i = 0; i < 300 && process.isAlive(); i++) {
            String said = Files.readString(out);
            if (said.endsWith("\n")) {
                return new ServedCollection(process, said.strip(), collection);
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        throw new IOException("vigie serve: " + Files.readString(folder.resolve("err")));
    }

    private static void archive(DataDirectory data) throws IOException {
        Archive archive = Archive.open(data.archive(), issue -> {
            throw new AssertionError(issue);
        });
        try (SegmentWriter writer = archive.begin("s0")) {
            String before = "Depuis mars, la ville essaie un logiciel sur ses caméras. La séance est levée.";
            Capture capture = writer.response(
                    BILAN,
                    Instant.parse("2026-03-01T12:00:00Z"),
                    200,
                    Map.of("Content-Type", List.of("text/plain")),
                    "text/plain",
                    before.getBytes(StandardCharsets.UTF_8));
            writer.document(act(VALDORGE, "bilan", "2024-03-14", "Bilan de la vidéoprotection", before)
                    .of(capture));
            writer.commit();
        }
        try (SegmentWriter writer = archive.begin("s1")) {
            writer.document(act(
                    VALDORGE,
                    "achat",
                    "2023-06-29",
                    "Délibération n° 2023-47",
                    "Le conseil municipal approuve l'achat à BriefCam d'un logiciel d'analyse d'images de"
                            + " vidéoprotection pour 63 200 € HT."));
            writer.document(act(
                    VALDORGE,
                    "bilan",
                    "2024-03-14",
                    "Bilan de la vidéoprotection",
                    "Depuis mars, la ville utilise le logiciel BriefCam d'analyse d'images sur ses caméras de"
                            + " vidéoprotection."));
            writer.document(act(
                    BREVAIN,
                    "essai",
                    "2025-02-20",
                    "Communiqué du maire",
                    "Le maire propose d'acheter le logiciel Videtics d'analyse d'images pour les caméras de"
                            + " vidéoprotection de la ville."));
            for (int i = 1; i <= MINUTES; i++) {
                writer.document(act(
                        i % 2 == 0 ? VALDORGE : BREVAIN,
                        "seance-" + i,
                        "2024-01-" + (i < 10 ? "0" : "") + i,
                        "Procès-verbal de la séance " + i,
                        "Le logiciel de gestion des cantines est renouvelé pour l'année scolaire n° " + i + "."));
            }
            writer.document(document(
                    "hostile",
                    "javascript:struck=7//" + HOSTILE,
                    HOSTILE,
                    VALDORGE,
                    "2024-05-05",
                    "hostilité : le logiciel BriefCam d'analyse d'images est utilisé par la ville " + HOSTILE + "."));
            writer.document(document(
                    "hostile",
                    "http://hostile.localhost/a/" + HOSTILE.replace("/", "") + ".pdf",
                    null,
                    VALDORGE,
                    "2024-05-06",
                    "hostilité " + HOSTILE));
            writer.commit();
        }
    }

    private static SourceDocument act(Publisher publisher, String path, String date, String title, String text) {
        return document("valdorge", "http://valdorge.localhost/" + path, title, publisher, date, text);
    }

    private static SourceDocument document(
            String source, String url, @Nullable String title, Publisher publisher, String date, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceDocument(
                SourceDocument.idOf(url, ""),
                source,
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
                DocumentKind.DELIBERATION,
                title,
                PartialDate.parse(date),
                publisher,
                TextOutcome.TEXT,
                null,
                text,
                List.of(0),
                List.of(),
                Map.of());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
