package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The project's own evaluation passages, which nobody tunes on: what was once reached is the floor in {@code floors.json} of
 * each set, and floors only rise.
 */
class QualityIT {

    private static final Path QUALITY = Collection.root().resolve("quality");

    @ParameterizedTest
    @CsvSource({"evaluation, 150, 40", "evaluation-2, 80, 20"})
    void noFigureFallsBelowItsFloor(String folder, int passages, int withoutAnalysis) throws IOException {
        Path set = QUALITY.resolve(folder);
        JsonNode scores = scores(set);
        assertThat(scores.path("passages").asInt()).isGreaterThanOrEqualTo(passages);
        assertThat(scores.path("withoutAnalytics").path("passages").asInt()).isGreaterThanOrEqualTo(withoutAnalysis);

        JsonNode floors = new JsonMapper().readTree(set.resolve("floors.json").toFile());
        assertThat(floors.size()).isGreaterThan(5);
        floors.properties().forEach(floor -> {
            JsonNode reached = scores.path(floor.getKey());
            double figure =
                    reached.isNumber() ? reached.asDouble() : reached.path("f1").asDouble();
            assertThat(figure)
                    .as(floor.getKey())
                    .isGreaterThanOrEqualTo(floor.getValue().asDouble());
        });
    }

    private static JsonNode scores(Path set) {
        return new Collection(Path.of("none"), QUALITY.resolve("seeds"))
                .vigie(
                        "eval",
                        set.resolve("gold.jsonl").toString(),
                        "--docs",
                        set.resolve("passages").toString(),
                        "--meta",
                        set.resolve("meta.tsv").toString(),
                        "--format",
                        "json")
                .json()
                .path("passages");
    }
}
