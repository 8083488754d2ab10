package vigie.cli;

import static java.util.function.Function.identity;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vigie.cli.demo.WorldServer;
import vigie.cli.kill.Kill;
import vigie.cli.kill.KillAgent;
import vigie.cli.kill.Point;
import vigie.cli.kill.Side;
import vigie.indexer.index.IndexContent;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.archive.Archive;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;

/**
 * Runs that are killed at a change of their files, and at any time; the next run must make them whole, without anybody's
 * help.
 *
 * <p>A first run, which is left alone, writes down every change that it makes. In every build, one collection is killed
 * once, in long tests in one step after the other; {@code -Dkill.points=N} adds so many points, each in a collection of
 * its own ({@code -Dkill.from=M} leaves out the first M of them), and {@code -Dkill.times=N} so many kills from outside at any time. All are drawn by {@code -Dkill.seed=S}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoppedRunsIT {

    private static final String[] RUN = {"run", "--source", "boamp,roquebelle"};
    private static final int POINTS = Integer.getInteger("kill.points", 0);
    private static final int FROM = Integer.getInteger("kill.from", 0);
    private static final int TIMES = Integer.getInteger("kill.times", 0);

    /** In the order in which a run comes to them for the first time, after it was killed in the one before. */
    private static final List<String> STEPS = List.of(
            "WholeFile.write feeds/boamp.json",
            "CrawlState.inject crawldb/",
            "SegmentWriter.commit archive/documents-#-sites",
            "CrawlState.update crawldb/",
            "NutchSegment.delete",
            "IndexStore.commit");

    private static final int KILLED = 137;
    private static final int SECONDS = 180;
    private static final long SEED = Long.getLong("kill.seed", 4);

    private final Random random = new Random(SEED);
    private WorldServer world;
    private Path agent;
    private Path seeds;
    private Collection whole;
    private List<Point> changes;
    private Map<String, Long> asked;
    private long millis;

    @BeforeAll
    void runWithoutInterruption(@TempDir Path folder) throws Exception {
        world = new WorldServer();
        seeds = world.seeds(folder.resolve("seeds"));
        Path yaml = seeds.resolve("world.yml");
        Files.writeString(yaml, Files.readString(yaml).replace("window: P10Y", "window: P3Y"));
        agent = KillAgent.jar(folder.resolve("agent.jar"));
        whole = new Collection(folder.resolve("whole"), seeds);
        Path record = folder.resolve("changes");
        long start = System.nanoTime();
        Process run = start(whole, folder, List.of("-Dkill.record=" + record), RUN);
        assertThat(run.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(() -> said(folder.resolve("err"))).isZero();
        millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        changes = Files.readAllLines(record).stream().map(Point::parse).toList();
        asked = requests(0);
    }

    @AfterAll
    void close() {
        world.close();
    }

    /** One collection that is killed where the archive becomes what it is. */
    @Test
    void killedInTheArchive(@TempDir Path folder) throws Exception {
        killedIn(List.of("SegmentWriter.commit archive/documents-#-sites"), folder);
    }

    @Tag("long")
    @Test
    void killedInEveryStep(@TempDir Path folder) throws Exception {
        killedIn(STEPS, folder);
    }

    private void killedIn(List<String> steps, Path folder) throws Exception {
        Random chance = new Random(SEED);
        Collection cut = new Collection(folder.resolve("data"), seeds);
        int before = world.asked().size();
        for (String step : steps) {
            Kill kill = new Kill(firstRename(step, chance), chance.nextBoolean() ? Side.BEFORE : Side.AFTER);
            assertThat(runAndKill(cut, folder, kill))
                    .as(() -> kill + ": " + said(folder.resolve("err")))
                    .isEqualTo(KILLED);
        }
        madeWhole(cut, before, steps.size());
    }

    /** One of the names that a step gives first. */
    private Point firstRename(String step, Random chance) {
        List<Point> renames = changes.stream()
                .filter(point -> point.change() == Point.Change.RENAME
                        && point.occurrence() == 0
                        && (point.step() + " " + point.file()).startsWith(step))
                .toList();
        assertThat(renames).as("names that are given by " + step).isNotEmpty();
        return renames.get(chance.nextInt(renames.size()));
    }

    @TestFactory
    Stream<DynamicTest> killedAtAChangeOfItsFiles(@TempDir Path folder) {
        return Kill.drawn(changes, POINTS, random).stream()
                .skip(FROM)
                .map(kill -> DynamicTest.dynamicTest(
                        kill.toString(), () -> killed(kill, Files.createTempDirectory(folder, "kill"))));
    }

    private void killed(Kill kill, Path folder) throws Exception {
        Collection cut = new Collection(folder.resolve("data"), seeds);
        int before = world.asked().size();
        assertThat(runAndKill(cut, folder, kill))
                .as(() -> said(folder.resolve("err")))
                .isEqualTo(KILLED);
        System.out.println("kill: " + kill + ": " + madeWhole(cut, before, 1) + " requests made twice");
    }

    @TestFactory
    Stream<DynamicTest> killedFromOutside(@TempDir Path folder) {
        return new Random(SEED)
                .longs(TIMES, 0, millis)
                .mapToObj(time -> DynamicTest.dynamicTest(
                        "after " + time + " ms", () -> killed(time, Files.createTempDirectory(folder, "kill"))));
    }

    /** Its children go when they find that nobody asks them any more. */
    private void killed(long time, Path folder) throws Exception {
        Collection cut = new Collection(folder.resolve("data"), seeds);
        int before = world.asked().size();
        Process run = OwnProcess.start(folder, List.of(), List.of(), cut.commandLine(RUN));
        if (!run.waitFor(time, TimeUnit.MILLISECONDS)) {
            run.destroyForcibly().waitFor();
        }
        System.out.println("kill: after " + time + " of " + millis + " ms, exit " + run.exitValue() + ": "
                + madeWhole(cut, before, 1) + " requests made twice");
    }

    /** The exit code of a run that ends at a point, if it comes there; its children end with it. */
    private int runAndKill(Collection cut, Path folder, Kill kill) throws Exception {
        return OwnProcess.exit(start(cut, folder, kill.options(), RUN));
    }

    /** Runs again, nothing else, and compares. */
    private long madeWhole(Collection cut, int before, int kills) throws Exception {
        Set<String> archived = versions(cut.archive());
        Path lock = cut.data().root().resolve("lock");
        String holder = Files.exists(lock) ? Files.readString(lock) : "";
        Ran next = cut.vigie(RUN);
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(next.err()).contains(holder.isEmpty() ? "" : "verrou abandonné");
        assertThat(versions(cut.archive())).containsAll(archived).isEqualTo(versions(whole.archive()));
        assertThat(claims(cut)).isEqualTo(claims(whole));
        assertThat(deployments(cut)).isEqualTo(deployments(whole));
        assertThat(cut.lastRun().path("command").asText()).isEqualTo("run");
        readable(cut.data().issues());
        List<String> mended = content(cut);
        Collection anew = new Collection(cut.folder().resolveSibling("anew"), seeds);
        copy(cut.data().archive(), anew.data().archive());
        assertThat(anew.vigie("index").exit()).isZero();
        assertThat(mended).isEqualTo(content(anew));
        long again = requests(before).entrySet().stream()
                .mapToLong(request -> Math.max(0, request.getValue() - asked.getOrDefault(request.getKey(), 0L)))
                .sum();
        // One segment for each kill, and the newest days of the feed, for which a run that goes on asks anew.
        assertThat(again).as("requests made twice").isLessThanOrEqualTo(kills * (largestSegment() + 1L));
        return again;
    }

    private static List<String> content(Collection collection) {
        List<String> records = new ArrayList<>();
        IndexContent.records(collection.data().index(), records::add);
        Collections.sort(records);
        return records;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private Map<String, Long> requests(int since) {
        return world.asked().stream()
                .skip(since)
                .filter(address -> !address.endsWith("/robots.txt"))
                .collect(Collectors.groupingBy(identity(), Collectors.counting()));
    }

    private int largestSegment() throws IOException {
        int largest = 0;
        for (String segment : whole.archive().segments()) {
            int[] size = {0};
            whole.archive().attempts(segment, attempt -> size[0]++);
            largest = Math.max(largest, size[0]);
        }
        return largest;
    }

    /** Every version of every document with what is in it; fails where one is archived twice. */
    private static Set<String> versions(Archive archive) throws IOException {
        Set<String> versions = new TreeSet<>();
        for (String segment : archive.segments()) {
            archive.documents(
                    segment,
                    document -> assertThat(versions.add(document.id() + " " + document.outcome()
                                    + " " + document.capture().sha256() + " " + document.title() + " " + document.date()
                                    + " "
                                    + document.links().size() + " " + document.text()))
                            .as("archived twice: " + document.capture().url())
                            .isTrue());
        }
        return versions;
    }

    private static Set<String> claims(Collection collection) {
        try (Queries queries = Queries.open(collection.data().index())) {
            return queries.claims(ClaimFilter.all()).stream()
                    .map(StoppedRunsIT::text)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * All of a claim but when its document was fetched, and in which days a feed was asked: a run that goes on begins a
     * little before the last whole days.
     */
    private static String text(Claim claim) {
        return claim.toString()
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "T")
                .replaceAll("where=dateparution[^&]+&", "");
    }

    private static List<String> deployments(Collection collection) {
        try (Queries queries = Queries.open(collection.data().index())) {
            return queries.deployments(DeploymentFilter.all()).stream()
                    .map(Deployment::toString)
                    .map(text -> text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "T"))
                    .sorted()
                    .toList();
        }
    }

    private static List<JsonNode> readable(Path lines) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        if (Files.exists(lines)) {
            for (String line : Files.readAllLines(lines)) {
                read.add(new JsonMapper().readTree(line));
            }
        }
        return read;
    }

    private Process start(Collection collection, Path said, List<String> options, String... arguments)
            throws IOException {
        List<String> all = new ArrayList<>(List.of("-javaagent:" + agent));
        all.addAll(options);
        return OwnProcess.start(said, List.of(), all, collection.commandLine(arguments));
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
