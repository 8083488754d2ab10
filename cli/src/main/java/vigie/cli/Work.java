package vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vigie.crawler.CrawlOptions;
import vigie.crawler.CrawlReport;
import vigie.crawler.CrawlRun;
import vigie.crawler.nutch.CrawlException;
import vigie.crawler.nutch.CrawlProgress;
import vigie.indexer.Extraction;
import vigie.indexer.IndexProgress;
import vigie.indexer.IndexReport;
import vigie.indexer.IndexRun;
import vigie.indexer.IndexSteps;
import vigie.indexer.extract.corenlp.CoreNlp;
import vigie.indexer.resolve.Deployments;
import vigie.model.Issue;
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;
import vigie.model.archive.DataDirectoryException;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/**
 * The steps over one data directory, which it holds while open: crawl, index, rebuild. Configuration is checked before
 * anything is touched.
 */
final class Work implements AutoCloseable {

    private final Terminal terminal;
    private final Messages messages;
    private final GlobalOptions options;
    private final Project project;
    private final DataDirectory data;
    private final DataDirectory.Lock lock;
    private final Archive archive;
    private final CoreNlp language;
    private final BooleanSupplier stop;
    private final Clock clock = Clock.systemUTC();
    private int issues;

    private Work(Main main, Project project, DataDirectory.Lock lock, Archive archive, BooleanSupplier stop) {
        this.terminal = main.terminal();
        this.messages = main.messages();
        this.options = main.options;
        this.project = project;
        this.data = main.options.dataDirectory();
        this.lock = lock;
        this.archive = archive;
        this.language = main.language();
        this.stop = stop;
    }

    /** Reads the configuration, then takes the data directory. */
    static Work open(Main main, BooleanSupplier stop) throws ProjectException, DataDirectoryException, IOException {
        return open(main, main.options.project(), stop);
    }

    /** Takes the data directory for work on a project that has been read. */
    static Work open(Main main, Project project, BooleanSupplier stop) throws DataDirectoryException, IOException {
        DataDirectory data = main.options.dataDirectory();
        DataDirectory.Lock lock = data.lock();
        try {
            lock.stale()
                    .ifPresent(holder ->
                            main.terminal().err().println(main.messages().get("lock.stale", holder)));
            return new Work(main, project, lock, Archive.open(data.archive(), data::issue), stop);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    Project project() {
        return project;
    }

    DataDirectory data() {
        return data;
    }

    /** How many issue lines this work has written. */
    int issues() {
        return issues;
    }

    /**
     * Crawls sites and feeds.
     *
     * @param most after which time it ends cleanly, the rest staying due, or null for no limit
     */
    CrawlReport crawl(CrawlOptions wanted, @Nullable Duration most) throws CrawlException {
        CrawlReport report;
        Instant end = most == null ? Instant.MAX : clock.instant().plus(most);
        BooleanSupplier isTimeUp = () -> !clock.instant().isBefore(end);
        try (Progress progress = progress()) {
            report = crawlRun(progress, () -> stop.getAsBoolean() || isTimeUp.getAsBoolean())
                    .run(withOverrides(wanted));
        }
        if (isTimeUp.getAsBoolean()) {
            say("crawl.time-up");
        }
        say(
                "crawl.done",
                report.fetched(),
                report.notModified(),
                report.refused(),
                report.missing(),
                report.failed(),
                report.documents(),
                seconds(report.time().toMillis() / 1000.0));
        report.unreachable().forEach((source, reason) -> say("crawl.unreachable", source, reason));
        report.unmet().forEach((source, what) -> say("crawl.unmet", source, what));
        return report;
    }

    /** Indexes what the archive has that the index has not. */
    IndexReport index() throws IOException {
        IndexReport report;
        try (Progress progress = progress()) {
            report = indexRun(progress).index();
        }
        return told(report);
    }

    /** Reads the feeds' captures again, then makes index and crawl state anew from archive and seeds. */
    IndexReport rebuild() throws IOException, CrawlException {
        IndexReport report;
        int reread;
        try (Progress progress = progress()) {
            reread = crawlRun(progress, stop).rereadFeeds();
            report = indexRun(progress).rebuild();
            crawlRun(progress, stop).rebuildState(withOverrides(CrawlOptions.usual()));
        }
        if (reread > 0) {
            say("rebuild.reread", reread);
        }
        return told(report);
    }

    private IndexReport told(IndexReport report) {
        say(
                "index.done",
                report.seen(),
                report.indexed(),
                report.withText(),
                report.withClaims(),
                report.claims(),
                report.deployments(),
                report.failed(),
                seconds(report.seconds()));
        if (report.stale()) {
            say("index.stale");
        }
        return report;
    }

    private CrawlRun crawlRun(Progress progress, BooleanSupplier until) {
        return new CrawlRun(
                project,
                data,
                archive,
                Version.text(),
                clock,
                until,
                at -> progress.at(step(at), at.done(), at.due()),
                this::issue);
    }

    private String step(CrawlProgress at) {
        return messages.get(
                "progress.crawl",
                at.round(),
                messages.get("progress.crawl." + at.step().id()));
    }

    private CrawlOptions withOverrides(CrawlOptions wanted) {
        Path nutchSite = options.configFolder().resolve("nutch-site.xml");
        @Nullable Path overrides = Files.exists(nutchSite) ? nutchSite : null;
        return new CrawlOptions(wanted.only(), wanted.maxRounds(), wanted.maxPages(), wanted.recheckAll(), overrides);
    }

    private IndexRun indexRun(Progress progress) {
        IndexSteps steps = new IndexSteps(
                () -> Extraction.of(project, language)::claims,
                claims -> Deployments.of(claims, project.lexicon().vendors()));
        IndexProgress shown = new IndexProgress() {
            @Override
            public void at(long done, long total) {
                progress.at(messages.get("progress.index"), done, total);
            }

            @Override
            public boolean stopped() {
                return stop.getAsBoolean();
            }
        };
        return new IndexRun(archive, data.index(), project, steps, this::issue, shown, clock, Version.text());
    }

    private synchronized void issue(Issue issue) {
        issues++;
        data.issue(issue);
        if (options.verbose) {
            terminal.err().println(issue.kind() + " " + issue.url() + " " + issue.message());
        }
    }

    private Progress progress() {
        return new Progress(terminal, options.quiet || options.noProgress);
    }

    void say(String key, Object... values) {
        if (!options.quiet) {
            terminal.err().println(messages.get(key, values));
        }
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
