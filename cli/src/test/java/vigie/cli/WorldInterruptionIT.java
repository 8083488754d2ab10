package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vigie.cli.demo.WorldServer;
import vigie.model.SourceDocument;

/** Runs that are cut in the middle of the crawl, in a process of their own; the next run must make them whole. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldInterruptionIT {

    /** A feed and some towns: enough to be cut in the middle, few enough for an impatient reader. */
    private static final String[] RUN = {"run", "--source", "boamp,roquebelle,pont-letoile"};

    /** So many requests into their crawl, most is still to be fetched. */
    private static final int MIDDLE = 12;

    /** So many further requests, and the run that goes on is in its middle again. */
    private static final int MORE = 8;

    private static final int MINUTE = 60;

    private WorldServer world;
    private Path seeds;
    private Collection whole;

    @BeforeAll
    void runWithoutInterruption(@TempDir Path folder) throws IOException {
        world = new WorldServer();
        seeds = world.seeds(folder.resolve("seeds"));
        whole = new Collection(folder.resolve("whole"), seeds);
        Ran ran = whole.vigie(RUN);
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void timeThatIsUpEndsTheRunCleanlyAndTheNextRunMakesItWhole(@TempDir Path folder) throws IOException {
        Collection cut = new Collection(folder.resolve("data"), seeds);
        List<String> limited = new ArrayList<>(List.of(RUN));
        limited.addAll(List.of("--max-time", "1s"));
        Ran ran = cut.vigie(limited.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Le temps donné est écoulé");
        assertThat(cut.lastRun().at("/crawl/stopped").asBoolean()).isTrue();
        assertThat(cut.lastRun().path("index").isObject()).isTrue();
        assertThat(cut.documents().size()).isLessThan(whole.documents().size());

        assertThat(cut.vigie(RUN).exit()).isZero();
        assertThat(content(cut)).isEqualTo(content(whole));
    }

    @Test
    void interruptEndsTheRunCleanlyAKillLosesNothingAndTheNextRunMakesItWhole(@TempDir Path folder) throws Exception {
        Collection cut = new Collection(folder.resolve("data"), seeds);
        Process interrupted = startAndWaitFor(MIDDLE, cut, folder);
        interrupt(interrupted);
        assertThat(interrupted.waitFor(MINUTE, TimeUnit.SECONDS))
                .as("ends within a minute")
                .isTrue();
        assertThat(Files.readString(folder.resolve("err")))
                .contains("Arrêt demandé", "Arrêté.")
                .doesNotContain("\tat ");
        assertThat(cut.lastRun().at("/crawl/stopped").asBoolean()).isTrue();
        assertThat(cut.documents().size()).isLessThan(whole.documents().size());
        assertThat(cut.data().root().resolve("lock")).isEmptyFile();

        Process killed = startAndWaitFor(MORE, cut, folder);
        killed.destroyForcibly();
        assertThat(killed.waitFor(MINUTE, TimeUnit.SECONDS)).isTrue();
        Set<String> archived = content(cut);
        assertThat(archived).hasSizeLessThan(whole.documents().size());

        Ran next = cut.vigie(RUN);
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(next.err()).contains("verrou abandonné", String.valueOf(killed.pid()));
        assertThat(content(cut)).containsAll(archived).isEqualTo(content(whole));
        assertThat(cut.vigie("deployments", "--format", "json").out())
                .isEqualTo(whole.vigie("deployments", "--format", "json").out());
    }

    /** Identity and content of every document. */
    private static Set<String> content(Collection collection) throws IOException {
        return collection.documents().values().stream()
                .map(document -> document.id() + " " + document.outcome() + " "
                        + document.capture().sha256() + " " + title(document))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String title(SourceDocument document) {
        return String.valueOf(document.title());
    }

    private Process startAndWaitFor(int requests, Collection cut, Path folder) throws Exception {
        int before = world.asked().size();
        Process run = start(cut, folder);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2L * MINUTE);
        while (world.asked().size() - before < requests) {
            assertThat(run.isAlive() && System.nanoTime() < deadline)
                    .as("the crawl comes to its middle: " + Files.readString(folder.resolve("err")))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return run;
    }

    private static Process start(Collection cut, Path folder) throws IOException, InterruptedException {
        // A parent that ignores SIGINT (a shell's background job) would hand that down.
        List<String> env = List.of("env", "--default-signal=INT");
        boolean isKnown = runs("env", "--default-signal=INT", "true");
        return OwnProcess.start(folder, isKnown ? env : List.of(), List.of(), cut.commandLine(RUN));
    }

    private static void interrupt(Process run) throws IOException, InterruptedException {
        assertThat(runs("kill", "-INT", String.valueOf(run.pid()))).isTrue();
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
