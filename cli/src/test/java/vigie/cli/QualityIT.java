package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The project's own evaluation passages, which nobody tunes on: what was once reached is the floor in {@code
 * quality/evaluation/floors.json}, and floors only rise.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QualityIT {

    private static final Path QUALITY = Collection.root().resolve("quality");

    private final JsonNode scores = scores();

    private static JsonNode scores() {
        Path set = QUALITY.resolve("evaluation");
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

    @Test
    void noFigureFallsBelowItsFloor() throws IOException {
        JsonNode floors = new JsonMapper()
                .readTree(QUALITY.resolve("evaluation/floors.json").toFile());
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

    @Test
    void theSetIsLargeEnoughToMeanSomething() {
        assertThat(scores.path("passages").asInt()).isGreaterThanOrEqualTo(150);
        assertThat(scores.path("withoutAnalytics").path("passages").asInt()).isGreaterThanOrEqualTo(40);
    }
}
