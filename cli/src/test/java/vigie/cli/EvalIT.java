package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vigie eval} on annotated texts: the annotators' own scorer must come to the same figures. */
class EvalIT {

    @Test
    void agreesWithTheScorerOfTheAnnotatedPassages(@TempDir Path folder) throws IOException, InterruptedException {
        Path passages = shared("challenge-dev");
        Needed.program(Path.of("/usr/bin/python3"), "python3");
        String texts = passages.resolve("passages").toString();
        Path given = Files.write(
                folder.resolve("meta.tsv"),
                Files.readAllLines(passages.resolve("meta.tsv")).stream()
                        .filter(line -> line.endsWith("\tyes"))
                        .toList());

        Ran extracted = vigie("extract", texts, "--meta", given.toString());
        Path claims = Files.writeString(folder.resolve("claims.jsonl"), extracted.out());
        JsonNode theirs = scored(passages.resolve("score.py"), claims, folder.resolve("scores.json"));
        JsonNode ours = vigie(
                        "eval",
                        passages.resolve("gold.jsonl").toString(),
                        "--docs",
                        texts,
                        "--meta",
                        passages.resolve("meta.tsv").toString(),
                        "--format",
                        "json")
                .json()
                .path("passages");

        assertThat(ours.path("passages").asInt()).isEqualTo(48);
        for (String[] pair : List.of(
                new String[] {"detection", "detection"},
                new String[] {"endToEnd", "end_to_end"},
                new String[] {"amount", "amount"},
                new String[] {"date", "date"},
                new String[] {"dateCompatible", "date_compatible"},
                new String[] {"vendor", "vendor_alone"},
                new String[] {"commune", "commune_alone"})) {
            JsonNode mine = ours.path(pair[0]);
            JsonNode other = theirs.path(pair[1]);
            assertThat(List.of(mine.path("right"), mine.path("predicted"), mine.path("gold"), mine.path("f1")))
                    .as(pair[0])
                    .isEqualTo(List.of(other.path("tp"), other.path("pred"), other.path("gold"), other.path("f1")));
        }
        assertThat(ours.path("forbiddenHits")).isEqualTo(theirs.path("forbidden_hits"));
        assertThat(ours.path("stageGivenDetection"))
                .isEqualTo(theirs.path("stage_given_detection").path("stage+modality"));
        assertThat(ours.path("withoutAnalytics").path("hit"))
                .isEqualTo(theirs.path("zero_claim_passages").path("passages_hit"));
    }

    /** One fact in three: {@code tools/measure/quality.sh} takes them all. */
    @Tag("long")
    @Test
    void scoresFactsOfRealDocuments(@TempDir Path folder) throws IOException {
        Path corpus = Needed.corpus();
        List<String> all = Files.readAllLines(corpus.resolve("gold-dev.jsonl"));
        Path some = Files.write(
                folder.resolve("facts.jsonl"),
                IntStream.range(0, all.size())
                        .filter(i -> i % 3 == 0)
                        .mapToObj(all::get)
                        .toList());

        JsonNode facts = vigie("eval", some.toString(), "--docs", corpus.toString(), "--format", "json")
                .json()
                .path("facts");

        assertThat(facts.path("readable").asInt()).isPositive();
        assertThat(facts.path("wronglyAnalytics").asInt()).isZero();
    }

    @Tag("long")
    @Test
    void benchComparesWithCoreNlpOverEverything(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("relevant.txt"), "La ville utilise BriefCam depuis 2021.");
        Files.writeString(folder.resolve("other.txt"), "Le conseil fixe les tarifs de la cantine. ".repeat(400));

        Ran ran = vigie("bench", "extract", folder.toString(), "--rounds", "2");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().lines().filter(line -> line.contains("avec le filtre")))
                .hasSize(2);
        assertThat(ran.out()).contains("2 documents", "1 passent le filtre", "Faits perdus à cause du filtre : 0");
        assertThat(vigie("bench", "extract", folder.toString(), "--rounds", "0").exit())
                .isEqualTo(Main.USAGE);
    }

    @Test
    void saysWhichTextsAreMissing(@TempDir Path folder) throws IOException {
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"),
                "{\"id\":\"900\",\"kind\":\"magazine\",\"claims\":[],\"forbidden\":[]}\n");

        Ran ran = vigie("eval", gold.toString(), "--docs", folder.toString());

        assertThat(ran.exit()).isEqualTo(Main.USAGE);
        assertThat(ran.err()).contains("900", folder.toString());
    }

    @Test
    void namesEveryBrokenLine(@TempDir Path folder) throws IOException {
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"), "{\"id\":\"1\"}\n{broken\n{\"file\":\"a.pdf\",\"kind\":\"vsa\"}\n");

        Ran ran = vigie("eval", gold.toString(), "--docs", folder.toString());

        assertThat(ran.exit()).isEqualTo(Main.USAGE);
        assertThat(ran.err()).contains(gold + ":1: ", "'kind'", gold + ":2: not JSON", gold + ":3: ", "'status'");
    }

    private static Path shared(String name) {
        Path folder = Collection.root().resolve("../shared").resolve(name).normalize();
        assumeTrue(Files.isDirectory(folder), "no annotated passages at " + folder + ": skipped");
        return folder;
    }

    private static Ran vigie(String... arguments) {
        return new Collection(Path.of("none"), Collection.root().resolve("seeds")).vigie(arguments);
    }

    private static JsonNode scored(Path scorer, Path claims, Path into) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/usr/bin/python3", scorer.toString(), claims.toString(), "--json")
                .redirectOutput(into.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return new JsonMapper().readTree(into.toFile());
    }
}
