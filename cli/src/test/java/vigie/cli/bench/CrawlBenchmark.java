package vigie.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a crawl costs, each in a process of its own, as the launcher starts it; not a part of the build, for Linux. Run:
 *
 * <pre>mvn -Djacoco.skip test -Dtest=CrawlBenchmark -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class CrawlBenchmark {

    private static final int HOSTS = 20;
    private static final int PAGES = Integer.getInteger("vigie.benchmark.pages", 500);
    private static final Path ROOT = Path.of(System.getProperty("vigie.root"));
    private static final double TICKS = 100;
    private static final Pattern COLLECTED = Pattern.compile("^\\[([0-9.]+)s].*->(\\d+)M\\(");
    private static final Pattern ALL_COLLECTED = Pattern.compile("^\\[([0-9.]+)s].*Diagnostic Command.*->(\\d+)M\\(");

    @TempDir
    Path folder;

    private Watch watch = process -> {};

    /** Looks at a process now and then. */
    private interface Watch {
        void see(Process process) throws IOException, InterruptedException;
    }

    /** Beside a bare loop, and whether memory grows. */
    @Test
    void costOfAPage() throws Exception {
        try (PageWorld world = new PageWorld(HOSTS, PAGES, true)) {
            Path seeds = world.seeds(folder.resolve("seeds"), "1ms");
            for (int round = 0; round < 3; round++) {
                List<String> loop = new ArrayList<>(List.of(
                        BareLoop.class.getName(), folder.resolve("store.gz").toString()));
                loop.addAll(world.starts());
                Cost bare = run(List.of("-Xmx448m"), loop, world::served);
                Cost crawl = vigie("crawl", "-Xmx448m", seeds, "data-" + round, world);
                print(
                        "%d pages: bare loop %s; crawl %s; CPU per page %.2f times",
                        crawl.pages, bare, crawl, crawl.perPage() / bare.perPage());
                print("  crawl, used after collection of garbage by pages so far: %s", crawl.memory);
                assertThat(crawl.pages).isEqualTo(bare.pages);
            }
        }
    }

    /** What is reachable in the course of one round: all garbage is collected first. */
    @Test
    void memoryOfARound() throws Exception {
        try (PageWorld world = new PageWorld(HOSTS, PAGES, true)) {
            Path seeds = world.seeds(folder.resolve("seeds"), "1ms");
            AtomicLong next = new AtomicLong(HOSTS * PAGES / 10);
            watch = process -> {
                if (world.served() >= next.get()) {
                    next.addAndGet(HOSTS * PAGES / 10);
                    collect(process);
                }
            };
            Cost crawl = vigie("crawl", "-Xmx448m", seeds, "data", world);
            print("  crawl, reachable by pages so far: %s", crawl.reachable);
            assertThat(crawl.pages).isEqualTo((long) HOSTS * PAGES);
        }
    }

    private static void collect(Process process) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Twenty hosts of thirty pages with a second between two requests to the same one. */
    @Test
    void politeness() throws Exception {
        try (PageWorld world = new PageWorld(HOSTS, 30, true)) {
            Path seeds = world.seeds(folder.resolve("seeds"), "1s");
            Cost crawl = vigie("crawl", "-Xmx448m", seeds, "data", world);
            double least = Double.MAX_VALUE;
            int under = 0;
            int most = 0;
            for (Queue<Long> host : world.asked().values()) {
                List<Long> times = List.copyOf(host);
                most = Math.max(most, times.size());
                for (int i = 1; i < times.size(); i++) {
                    double gap = (times.get(i) - times.get(i - 1)) / 1e9;
                    least = Math.min(least, gap);
                    under += gap < 1 ? 1 : 0;
                }
            }
            print(
                    "polite: %d pages, %d requests to the host most asked, ideal %d s; %s, %.2f of ideal; gaps under 1 s: %d, least %.3f s",
                    crawl.pages, most, most - 1, crawl, crawl.wall / (most - 1), under, least);
            assertThat(crawl.pages).isEqualTo(HOSTS * 30L);
        }
    }

    /** A run with nothing changed beside the first, with validators and without. */
    @Test
    void nothingChanged() throws Exception {
        for (boolean hasValidators : new boolean[] {true, false}) {
            try (PageWorld world = new PageWorld(HOSTS, PAGES, hasValidators)) {
                Path seeds = world.seeds(folder.resolve("seeds-" + hasValidators), "1ms");
                Cost first = vigie("run", "-Xmx1200m", seeds, "unchanged-" + hasValidators, world);
                Cost again = vigie("run", "-Xmx1200m", seeds, "unchanged-" + hasValidators, world, "--recheck");
                print(
                        "%s: first %s; again %s; CPU %.2f of the first; %s",
                        hasValidators ? "with validators" : "without validators",
                        first,
                        again,
                        again.cpu / first.cpu,
                        lastRun("unchanged-" + hasValidators));
            }
        }
    }

    /** Runs after some pages changed. */
    @Test
    void someChanged() throws Exception {
        try (PageWorld world = new PageWorld(HOSTS, PAGES, true)) {
            Path seeds = world.seeds(folder.resolve("seeds"), "1ms");
            vigie("run", "-Xmx1200m", seeds, "changed", world);
            int pages = HOSTS * PAGES;
            for (int changed : new int[] {0, pages / 80, pages / 40, pages / 20, pages / 10, pages / 5}) {
                world.change(changed);
                Cost again = vigie("run", "-Xmx1200m", seeds, "changed", world, "--recheck");
                print("%d of %d changed: %s", changed, pages, again);
            }
        }
    }

    private String lastRun(String data) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(data).resolve("runs.jsonl"));
        return lines.get(lines.size() - 1);
    }

    private Cost vigie(String command, String heap, Path seeds, String data, PageWorld world, String... more)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of("vigie.cli.Main", command));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--data", folder.resolve(data).toString(), "--seeds", seeds.toString()));
        arguments.addAll(List.of("--config", ROOT.resolve("config").toString(), "--quiet"));
        List<String> options = new ArrayList<>(List.of(heap));
        if (command.equals("run")) {
            options.addAll(List.of("-XX:MaxNewSize=96m", "-XX:MinHeapFreeRatio=15", "-XX:MaxHeapFreeRatio=40"));
        }
        if (Files.exists(folder.resolve(data).resolve("runs.jsonl"))) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        return run(options, arguments, world::served);
    }

    /**
     * @param cpu user and system time of the process and its children, in seconds
     * @param wall in seconds
     * @param resident most memory of the process itself, in megabytes
     * @param pages that were asked for
     * @param memory the least in use after a collection, young ones included, by pages so far
     * @param reachable the least in use after a collection that {@link #watch} asked for, by pages so far
     */
    private record Cost(
            double cpu, double wall, long resident, long pages, List<String> memory, List<String> reachable) {

        double perPage() {
            return cpu / pages;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f s of CPU (%.2f ms a page), %.1f s, %d MB",
                    cpu,
                    1000 * perPage(),
                    wall,
                    resident);
        }
    }

    private Cost run(List<String> options, List<String> arguments, LongSupplier served) throws Exception {
        Path garbage = Files.createTempFile(folder, "gc", ".log");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-XX:+UseSerialGC", "-Xlog:gc:file=" + garbage));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        Path said = Files.createTempFile(folder, "said", ".txt");
        double before = children();
        long asked = served.getAsLong();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        long resident = 0;
        List<double[]> progress = new ArrayList<>();
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            resident = Math.max(resident, resident(process.pid()));
            progress.add(new double[] {(System.nanoTime() - start) / 1e9, served.getAsLong() - asked});
            watch.see(process);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        assertThat(process.exitValue()).as(() -> text(said)).isZero();
        return new Cost(
                children() - before,
                wall,
                resident,
                served.getAsLong() - asked,
                memory(garbage, progress, COLLECTED),
                memory(garbage, progress, ALL_COLLECTED));
    }

    /** The least that was in use after a collection, for each tenth of the pages. */
    private static List<String> memory(Path garbage, List<double[]> progress, Pattern collection) throws IOException {
        double most = progress.isEmpty() ? 0 : progress.get(progress.size() - 1)[1];
        int[] least = new int[10];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (String line : Files.readAllLines(garbage)) {
            Matcher collected = collection.matcher(line);
            if (collected.find() && most > 0) {
                double time = Double.parseDouble(collected.group(1));
                double pages = progress.stream()
                        .filter(at -> at[0] <= time)
                        .mapToDouble(at -> at[1])
                        .max()
                        .orElse(0);
                int tenth = (int) Math.min(9, 10 * pages / most);
                least[tenth] = Math.min(least[tenth], Integer.parseInt(collected.group(2)));
            }
        }
        return Stream.iterate(0, tenth -> tenth + 1)
                .limit(10)
                .filter(tenth -> least[tenth] < Integer.MAX_VALUE)
                .map(tenth -> (int) (most * tenth / 10) + ": " + least[tenth] + " MB")
                .toList();
    }

    private static long resident(long process) {
        return text(Path.of("/proc/" + process + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Time of all children that ended, and theirs. */
    private static double children() {
        String stat = text(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, "bench: " + format, values));
    }
}
