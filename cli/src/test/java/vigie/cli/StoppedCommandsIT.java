package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.cli.demo.WorldServer;
import vigie.cli.kill.Kill;
import vigie.cli.kill.KillAgent;
import vigie.cli.kill.Point;
import vigie.cli.kill.Side;
import vigie.indexer.index.IndexContent;
import vigie.model.Review;
import vigie.model.archive.ReviewFile;

/**
 * {@code rebuild}, {@code report} and {@code review} that are killed at a change of their files: what was there before or
 * what they were to make is there, nothing half, and the next command needs nobody's help.
 *
 * <p>Every build kills some at fixed points; {@code -Dkill.points=N} adds so many for each command, of those that it
 * writes down when it is left alone, drawn by {@code -Dkill.seed=S}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoppedCommandsIT {

    private static final int POINTS = Integer.getInteger("kill.points", 0);
    private static final long SEED = Long.getLong("kill.seed", 4);
    private static final int KILLED = 137;
    private static final String[] RUN = {"run", "--source", "boamp,roquebelle"};
    private static final String[] RECHECK = {"run", "--source", "boamp,roquebelle", "--recheck"};
    private static final String OLD = "what was there before\n";

    private final Map<String, String> commands = new TreeMap<>(Map.of(
            "rebuild", "rebuild",
            "city", "report city 99002 --format html,md,csv,json",
            "bundle", "report city 99002 --format md --bundle",
            "vendor", "report vendor two-i --format html,md,csv,json",
            "digest", "digest --since 2020-01-01 --format html,text,atom,json",
            "review", "review accept CLAIM --reviewer ada"));

    private WorldServer world;
    private Path agent;
    private Path config;
    private Collection whole;
    private String found;
    private List<String> content;
    private List<String> known = List.of();

    @BeforeAll
    void collect(@TempDir Path folder) throws Exception {
        world = new WorldServer();
        Path seeds = world.seeds(folder.resolve("seeds"));
        Path yaml = seeds.resolve("world.yml");
        Files.writeString(yaml, Files.readString(yaml).replace("window: P10Y", "window: P3Y"));
        config = folder.resolve("config");
        Collection.copyConfiguration(config);
        // The crawl's state is made anew in several steps, as that of a large archive is.
        Files.writeString(
                config.resolve("nutch-site.xml"),
                "<configuration><property><name>vigie.replay.batch</name><value>10</value></property></configuration>");
        agent = KillAgent.jar(folder.resolve("agent.jar"));
        whole = new Collection(folder.resolve("whole"), seeds);
        said(whole, "run", "--source", "roquebelle", "--max-fetch", "8");
        said(whole, RUN);
        commands.replaceAll((name, line) -> line.replace("CLAIM", claim()));
        said(whole, command("review")); // reports tell of it
        for (String name : commands.keySet()) {
            if (name.equals("bundle") || (POINTS > 0 && !name.equals("review"))) {
                said(whole, command(name));
            }
        }
        found = whole.vigie("search", "vidéosurveillance").out();
        content = content(whole);
        if (POINTS > 0) {
            int before = world.asked().size();
            said(copy(folder.resolve("rechecked")), RECHECK);
            known = pagesAsked(before);
            assertThat(known).hasSizeGreaterThan(12);
        }
    }

    @AfterAll
    void close() {
        world.close();
    }

    private String claim() {
        return whole.vigie("review", "list", "--format", "json")
                .jsonLines()
                .get(0)
                .at("/claim/id")
                .asText();
    }

    private String[] command(String name) {
        return Objects.requireNonNull(commands.get(name)).split(" ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rebuild | AFTER  | ArchiveReplay.flush | RENAME | crawldb/current | 0",
                "bundle  | BEFORE | WholeFile.write | RENAME | reports/roquebelle-sur-brume-#-preuves.zip | 0",
                "review  | WITHIN | Archive.writeFully | WRITE | - | 0"
            })
    void killed(
            String name, Side side, String step, Point.Change change, String file, int occurrence, @TempDir Path folder)
            throws Exception {
        killed(name, new Kill(new Point(step, change, file, occurrence), side), folder);
    }

    @TestFactory
    Stream<DynamicTest> killedAtAChangeOfItsFiles(@TempDir Path folder) throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : POINTS == 0 ? List.<String>of() : commands.keySet()) {
            for (Kill kill : Kill.drawn(changes(name, folder), POINTS, new Random(SEED))) {
                tests.add(DynamicTest.dynamicTest(
                        name + " " + kill, () -> killed(name, kill, Files.createTempDirectory(folder, "kill"))));
            }
        }
        return tests.stream();
    }

    private List<Point> changes(String name, Path folder) throws Exception {
        Path own = Files.createTempDirectory(folder, "whole");
        Path record = own.resolve("changes");
        Process run = start(copy(own), own, List.of("-Dkill.record=" + record), command(name));
        assertThat(OwnProcess.exit(run)).as(() -> err(own)).isZero();
        return Files.readAllLines(record).stream().map(Point::parse).toList();
    }

    private void killed(String name, Kill kill, Path folder) throws Exception {
        Collection cut = copy(folder);
        List<Path> reports = files(cut.data().reports());
        for (Path report : reports) {
            Files.writeString(report, OLD);
        }
        assertThat(OwnProcess.exit(start(cut, folder, kill.options(), command(name))))
                .as(() -> kill + ": " + err(folder))
                .isEqualTo(KILLED);

        for (Path report : reports) {
            assertThat(isWhole(report)).as(kill + ": " + report).isTrue();
        }
        assertThat(reviews(cut)).as("what was acknowledged").containsAll(reviews(whole));
        assertThat(cut.vigie("search", "vidéosurveillance").out()).isEqualTo(found);
        assertThat(content(cut)).isEqualTo(content);

        if (name.equals("rebuild")) {
            goesOn(cut);
        } else {
            said(cut, command(name));
            assertThat(content(cut)).isEqualTo(content);
        }
        assertThat(reviews(cut))
                .hasSizeBetween(reviews(whole).size(), reviews(whole).size() + 2);
        for (Path report : files(cut.data().reports())) {
            boolean isOfTheRun =
                    name.equals("rebuild") && report.getFileName().toString().startsWith("digest.");
            assertThat(isOfTheRun || isWhole(report))
                    .as(kill + ", then again: " + report)
                    .isTrue();
            assertThat(report.toString()).doesNotEndWith(".tmp");
        }
    }

    /** A run finds nothing to ask for, one that asks for all knows every page, and the index is that of its archive. */
    private void goesOn(Collection cut) throws IOException {
        int before = world.asked().size();
        said(cut, RUN);
        assertThat(pagesAsked(before)).as("asked for again").isEmpty();
        if (POINTS > 0) {
            said(cut, RECHECK);
            assertThat(pagesAsked(before)).isEqualTo(known);
        }
        assertThat(cut.lastRun().at("/crawl/documents").asInt()).isZero();
        Collection anew = new Collection(cut.folder().resolveSibling("anew"), cut.seeds());
        copy(cut.data().archive(), anew.data().archive());
        said(anew, "index");
        assertThat(content(cut)).isEqualTo(content(anew));
    }

    /** Whether a file is as it was or as it is to be; times and figures aside. */
    private boolean isWhole(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        String name = file.getFileName().toString();
        return text.equals(OLD)
                || (name.endsWith(".zip")
                        ? whole.vigie("verify", file.toString()).exit() == Main.OK
                        : figuresAside(text)
                                .equals(figuresAside(
                                        Files.readString(whole.data().reports().resolve(name)))));
    }

    private static String figuresAside(String text) {
        return text.replaceAll("[0-9]+", "0");
    }

    private List<String> pagesAsked(int since) {
        return world.asked().stream()
                .skip(since)
                .filter(address -> !address.startsWith(WorldServer.FEED_HOST) && !address.endsWith("/robots.txt"))
                .sorted()
                .toList();
    }

    private static List<Review> reviews(Collection collection) throws Exception {
        return new ReviewFile(collection.data().reviews()).read().all();
    }

    private static List<String> content(Collection collection) {
        List<String> records = new ArrayList<>();
        IndexContent.records(collection.data().index(), records::add);
        Collections.sort(records);
        return records;
    }

    private void said(Collection collection, String... arguments) {
        Ran ran = collection.vigie(config, arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private Collection copy(Path into) throws IOException {
        Path data = into.resolve("data");
        copy(whole.folder(), data);
        return new Collection(data, whole.seeds());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("write.lock"))
                    .sorted()
                    .toList();
        }
    }

    private Process start(Collection collection, Path said, List<String> options, String... arguments)
            throws IOException {
        List<String> all = new ArrayList<>(List.of("-javaagent:" + agent));
        all.addAll(options);
        return OwnProcess.start(said, List.of(), all, collection.commandLine(config, arguments));
    }

    private static String err(Path folder) {
        try {
            return Files.readString(folder.resolve("err"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
