package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.cli.Health.Finding;
import vigie.cli.Health.Kind;
import vigie.model.SourceCoverage;
import vigie.model.Tries;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Duration SILENCE = Duration.ofDays(56);
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void nothingIsFoundWhereAllIsWell() {
        SourceCoverage source = source("a", days(-3), Map.of("2026-05", tries(90, 1), "2026-06", tries(95, 2)));
        assertThat(of(List.of(source), List.of(run(-2, Map.of())), List.of()).findings())
                .isEmpty();
    }

    @Test
    void collectionThatIsNotRunIsTold() {
        assertThat(of(List.of(), List.of(), List.of()).findings())
                .containsExactly(new Finding(Kind.NO_RUN, null, null, null));
        assertThat(of(List.of(), List.of(run(-40, Map.of()), run(-20, Map.of())), List.of())
                        .findings())
                .containsExactly(new Finding(Kind.NO_RUN, null, days(-20), null));
    }

    @Test
    void sourceWithoutNewDocumentsIsSilentAndOneThatDoesNotAnswerIsUnreachable() {
        SourceCoverage silent = source("silent", days(-60), Map.of());
        SourceCoverage never = source("never", null, Map.of());
        SourceCoverage dead = source("dead", days(-90), Map.of());
        Health health = of(
                List.of(silent, never, dead),
                List.of(run(-9, Map.of("silent", "dns: old")), run(-2, Map.of("dead", "connect: refused"))),
                List.of());
        assertThat(health.findings())
                .containsExactly(
                        new Finding(Kind.SILENT, "silent", days(-60), null),
                        new Finding(Kind.SILENT, "never", null, null),
                        new Finding(Kind.UNREACHABLE, "dead", NOW, "connect: refused"));
    }

    @Test
    void risingShareOfFailuresIsTold() {
        Map<String, Tries> rising =
                Map.of("2026-04", tries(90, 10), "2026-05", tries(100, 0), "2026-06", tries(60, 40));
        Map<String, Tries> steady = Map.of("2026-05", tries(60, 40), "2026-06", tries(60, 40));
        Map<String, Tries> few = Map.of("2026-05", tries(10, 0), "2026-06", tries(6, 4));
        assertThat(of(
                                List.of(
                                        source("rising", NOW, rising),
                                        source("steady", NOW, steady),
                                        source("few", NOW, few)),
                                List.of(run(-2, Map.of())),
                                List.of())
                        .findings())
                .containsExactly(new Finding(Kind.FAILING_MORE, "rising", NOW, "5 % → 40 %"));
    }

    @Test
    void failedExpectationsOfTheLastRunAreTold() {
        List<JsonNode> issues = List.of(
                issue(-9, "expectation-failed", "old"),
                issue(-3, "expectation-failed", "3 notices, 50 expected"),
                issue(-3, "no-text-layer", "a scan"));
        Health health = of(List.of(), List.of(run(-8, Map.of()), run(-2, Map.of())), issues);
        assertThat(health.findings())
                .containsExactly(new Finding(Kind.EXPECTATION_FAILED, "feed", days(-3), "3 notices, 50 expected"));
    }

    /** Whoever reads the mail of Mondays alone hears that a town has changed its supplier. */
    @Test
    void sitesThatChangedInTheLastRunAreTold(@TempDir Path folder) throws IOException {
        JsonNode moved = issue(-3, "start-unread", "the site is not read from here: not-found");
        List<JsonNode> lines = List.of(
                issue(-9, "platform-changed", "old"),
                moved,
                issue(-3, "platform-changed", "the site was on spip and is on ez-publish"),
                issue(-3, "no-text-layer", "a scan"));
        Path file = folder.resolve("issues.jsonl");
        Files.write(file, lines.stream().map(JsonNode::toString).toList());
        List<JsonNode> issues = new HealthLines().read(file, Health::isAbout);

        assertThat(issues).hasSize(3);
        assertThat(of(List.of(), List.of(run(-8, Map.of()), run(-2, Map.of())), issues)
                        .findings())
                .containsExactly(
                        new Finding(Kind.SITE_CHANGED, "feed", days(-3), "the site was on spip and is on ez-publish"));
        assertThat(of(List.of(), List.of(run(-8, Map.of()), run(-2, Map.of())), List.of(moved))
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.SITE_CHANGED);
    }

    @Test
    void tornLineIsPassedOver(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("runs.jsonl"), run(-2, Map.of()) + "\n{\"time\":\"2026-");
        assertThat(new HealthLines().read(file, line -> true)).hasSize(1);
        assertThat(new HealthLines().read(folder.resolve("nothing"), line -> true))
                .isEmpty();
    }

    private static Health of(List<SourceCoverage> sources, List<JsonNode> runs, List<JsonNode> issues) {
        return Health.of(sources, runs, issues, SILENCE, NOW);
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private static Tries tries(int got, int failed) {
        return new Tries(got, 0, 0, failed);
    }

    private static JsonNode run(int days, Map<String, String> unreachable) {
        return JSON.valueToTree(Map.of("time", days(days).toString(), "crawl", Map.of("unreachable", unreachable)));
    }

    private static JsonNode issue(int days, String kind, String message) {
        return JSON.valueToTree(
                Map.of("time", days(days).toString(), "kind", kind, "source", "feed", "message", message));
    }

    private static SourceCoverage source(String id, @Nullable Instant lastNew, Map<String, Tries> months) {
        TreeMap<YearMonth, Tries> tries = new TreeMap<>();
        months.forEach((month, counts) -> tries.put(YearMonth.parse(month), counts));
        return new SourceCoverage(
                id,
                id,
                null,
                null,
                null,
                null,
                1,
                0,
                0,
                0,
                0,
                0,
                days(-100),
                NOW,
                NOW,
                lastNew,
                null,
                null,
                Map.of(),
                tries);
    }
}
