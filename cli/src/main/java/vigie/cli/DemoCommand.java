package vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.cli.demo.WorldServer;
import vigie.crawler.CrawlOptions;
import vigie.crawler.CrawlReport;
import vigie.crawler.nutch.CrawlException;
import vigie.model.Commune;
import vigie.model.archive.DataDirectory;
import vigie.model.archive.DataDirectoryException;
import vigie.model.config.ProjectException;
import vigie.model.id.InseeCode;
import vigie.reports.ReportRun;
import vigie.reports.query.Queries;
import vigie.reports.render.Texts;

/** {@code vigie demo}: the whole way on the sample world, served on loopback. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String MARKER = "this-is-the-demo";

    @ParentCommand
    Main main;

    @Option(names = "--no-open", descriptionKey = "no-open")
    boolean noOpen;

    @Option(names = "--again", descriptionKey = "again")
    boolean again;

    @Override
    public Integer call() throws IOException, ProjectException, DataDirectoryException, CrawlException {
        long start = System.nanoTime();
        GlobalOptions options = main.options;
        // A collection of its own, made anew each time, inside the folder that --data names.
        options.data = options.data.resolve("demo");
        clear(options.data);
        try (WorldServer world = new WorldServer();
                Interruption interruption = new Interruption(
                        () -> main.terminal().err().println(main.messages().get("stopping")))) {
            options.seeds = world.seeds(options.data.resolve("seeds"));
            say("demo.served", world.communes().size(), world.port());
            Path report;
            try (Work work = Work.open(main, interruption)) {
                crawlAndIndex(work, CrawlOptions.usual());
                report = reports(work, world.communes());
                if (again) {
                    again(work);
                }
            }
            say("demo.done", seconds(start));
            main.terminal().out().println(report.toAbsolutePath());
            hints(options);
            open(report);
        }
        return Main.OK;
    }

    private static void crawlAndIndex(Work work, CrawlOptions wanted) throws IOException, CrawlException {
        CrawlReport crawled = work.crawl(wanted, null);
        work.data().run(RunLine.of("demo", work, crawled, work.index()));
    }

    /** Runs once more, with every page due: nothing has changed, so nothing is to be read, extracted or indexed. */
    private void again(Work work) throws IOException, CrawlException {
        long start = System.nanoTime();
        crawlAndIndex(work, new CrawlOptions(Set.of(), 0, 0, true, null));
        say("demo.again", seconds(start));
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9);
    }

    /** Empties the demo's folder; a folder that a demo did not make is left alone. */
    private void clear(Path folder) throws IOException {
        Path marker = folder.resolve(MARKER);
        if (Files.exists(folder) && !Files.exists(marker)) {
            throw new UserException(Main.USAGE, main.messages().get("demo.folder", folder));
        }
        if (Files.exists(folder)) {
            new DataDirectoryLock(folder).check();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
        Files.createFile(marker);
    }

    /** Makes sure that no other demo is at work in the folder. */
    private record DataDirectoryLock(Path folder) {
        void check() throws IOException {
            try {
                new DataDirectory(folder).lock().close();
            } catch (DataDirectoryException e) {
                throw new UserException(Main.FAILED, String.valueOf(e.getMessage()));
            }
        }
    }

    private Path reports(Work work, List<String> communes) throws IOException {
        Files.createDirectories(work.data().reports());
        try (Queries queries = Queries.open(work.data().index())) {
            ReportRun run = new ReportRun(
                    queries, work.project(), new Texts(main.messages().language()), Clock.systemUTC());
            Path first = work.data().reports();
            for (int i = communes.size() - 1; i >= 0; i--) {
                Commune commune = work.project()
                        .communes()
                        .byCode(new InseeCode(communes.get(i)))
                        .orElseThrow();
                first = run.city(
                                commune,
                                null,
                                EnumSet.allOf(ReportRun.Format.class),
                                work.data().reports())
                        .get(0);
            }
            return first;
        }
    }

    private void hints(GlobalOptions options) {
        String where = "--data " + quoted(options.data) + " --seeds " + quoted(options.seeds);
        say("demo.hints");
        for (String hint : List.of(
                "deployments " + where,
                "search 'vidéosurveillance algorithmique' " + where,
                "report city Port-Mirage " + where,
                "status " + where,
                "serve " + where)) {
            if (!main.options.quiet) {
                main.terminal().err().println("  ./vigie " + hint);
            }
        }
    }

    /** As a shell takes it for one word. */
    static String quoted(@Nullable Object text) {
        String word = String.valueOf(text);
        return word.matches("[\\w./:@%+,=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private void open(Path report) {
        boolean screen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (noOpen || !screen || !main.terminal().live()) {
            return;
        }
        try {
            new ProcessBuilder("xdg-open", report.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // No program to open pages with: the path has been printed.
            say("demo.open", report);
        }
    }

    private void say(String key, Object... values) {
        if (!main.options.quiet) {
            main.terminal().err().println(main.messages().get(key, values));
        }
    }
}
