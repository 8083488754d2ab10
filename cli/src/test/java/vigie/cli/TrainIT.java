package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.indexer.extract.StageModel;

/** {@code vigie train}: the model that ships is the one that it makes of what is in {@code quality/}. */
class TrainIT {

    private static final Path QUALITY = Collection.root().resolve("quality");
    private static final Path DEVELOPMENT = QUALITY.resolve("development");
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** By the clock of a quiet machine it is less: it is not one thread all the time. */
    private static final double MOST_CPU_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    @Tag("long")
    void makesTheShippedModelWithinTwoMinutes() throws IOException {
        Path model = folder.resolve("model.gz");
        long begun = MACHINE.getProcessCpuTime();
        assertThat(train(
                                QUALITY.resolve("training"),
                                "--lessons",
                                DEVELOPMENT.resolve("lessons.tsv.gz").toString(),
                                "--out",
                                model.toString())
                        .exit())
                .isZero();
        double seconds = (MACHINE.getProcessCpuTime() - begun) / 1e9;
        try (InputStream made = Files.newInputStream(model);
                InputStream shipped = StageModel.class.getResourceAsStream("stage-model.tsv.gz")) {
            assertThat(unpacked(made).equals(unpacked(shipped)))
                    .as(
                            "the shipped model is what 'vigie train' makes: make it anew by the command in quality/README.md,"
                                    + " see that no floor is missed, and commit it")
                    .isTrue();
        }
        assertThat(seconds).as("seconds of CPU").isLessThan(MOST_CPU_SECONDS);
    }

    @Test
    void keptLessonsMakeTheModelThatTheirPassagesMake() throws IOException {
        Path sentences = Files.createDirectory(folder.resolve("sentences"));
        Files.write(sentences.resolve("some.jsonl"), first(QUALITY.resolve("training/clerk.jsonl"), 200));
        Path gold = Files.write(folder.resolve("gold.jsonl"), first(DEVELOPMENT.resolve("gold.jsonl"), 12));
        Path lessons = folder.resolve("lessons.gz");
        Path model = folder.resolve("model.gz");
        Path again = folder.resolve("again.gz");
        List<String> passages = List.of(
                "--gold",
                gold.toString(),
                "--docs",
                DEVELOPMENT.resolve("passages").toString());

        List<String> keep = new ArrayList<>(passages);
        keep.addAll(List.of("--keep-lessons", lessons.toString(), "--out", model.toString()));
        Ran kept = train(sentences, keep.toArray(new String[0]));
        Ran made = train(sentences, "--lessons", lessons.toString(), "--out", again.toString());

        assertThat(List.of(kept.exit(), made.exit())).containsOnly(0);
        assertThat(made.out().lines().limit(2).toList())
                .isEqualTo(kept.out().lines().limit(2).toList());
        assertThat(again).hasSameBinaryContentAs(model);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        String sentences = QUALITY.resolve("training").toString();
        assertThat(train(Path.of(sentences)).err()).contains("--keep-lessons");
        assertThat(train(Path.of(sentences), "--keep-lessons", "k.gz").err()).contains("--gold");
        Path none = Files.writeString(folder.resolve("none.gz"), "told");
        assertThat(train(QUALITY.resolve("seeds"), "--lessons", none.toString(), "--out", "m.gz")
                        .err())
                .contains("none.gz");
        assertThat(train(QUALITY.resolve("seeds"), "--lessons", "nowhere.gz", "--out", "m.gz")
                        .err())
                .contains("nowhere.gz");
    }

    private Ran train(Path sentences, String... options) {
        List<String> arguments = new ArrayList<>(List.of("train", sentences.toString()));
        arguments.addAll(List.of(options));
        return new Collection(folder, QUALITY.resolve("seeds")).vigie(arguments.toArray(new String[0]));
    }

    private static List<String> first(Path file, int lines) throws IOException {
        return Files.readAllLines(file).subList(0, lines);
    }

    private static String unpacked(InputStream packed) throws IOException {
        return new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8);
    }
}
