package vigie.crawler.nutch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.nutch.crawl.Generator;
import org.apache.nutch.parse.ParseData;
import org.apache.nutch.parse.ParseSegment;
import org.apache.nutch.protocol.Content;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.Fetcher;
import vigie.crawler.nutch.CrawlProgress.Step;
import vigie.crawler.parse.DocumentParser;
import vigie.model.Attempt;
import vigie.model.Issue;
import vigie.model.archive.Archive;
import vigie.model.archive.SegmentWriter;

/**
 * The crawl of all sites: inject → (a {@link LiveRound}, which chooses, asks, reads and archives → Nutch's update)*; or,
 * where the operator's settings say so, each step an ordinary job of Nutch's. One crawl at a time may work in a folder.
 */
public final class SiteCrawl {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS'-sites'").withZone(ZoneOffset.UTC);

    private final Configuration conf;
    private final CrawlParts parts;
    private final Archive archive;
    private final Path work;
    private final CrawlState state;
    private final SiteTally tally = new SiteTally();
    private final SegmentArchiver archiver;
    private final Consumer<CrawlProgress> progress;
    private final Consumer<Issue> issues;
    /** The one that is under way; the first is 1. */
    private int round = 1;

    private boolean hasLearnt;

    /**
     * Makes a crawl; nothing is done yet.
     *
     * @param work folder of Nutch's state, held by this process
     * @param overrides the operator's {@code nutch-site.xml}, or null
     * @param fetcher closed by this crawl only when {@code stop} says that it is to end early
     */
    public SiteCrawl(
            Path work,
            @Nullable Path overrides,
            SiteTask task,
            Fetcher fetcher,
            DocumentParser parser,
            Archive archive,
            Clock clock,
            BooleanSupplier stop,
            Consumer<CrawlProgress> progress,
            Consumer<Issue> issues)
            throws IOException {
        Files.createDirectories(work);
        this.parts = new CrawlParts(task, fetcher, parser, clock, stop);
        this.conf = NutchConf.make(work, parts, overrides);
        this.archive = archive;
        this.work = work;
        this.state = new CrawlState(work, conf, parts);
        this.archiver = new SegmentArchiver(conf, parts, archive, tally, issues);
        this.progress = progress;
        this.issues = issues;
    }

    /** Crawls until nothing is due, the limits are reached or it is to stop. */
    public SiteReport run() throws CrawlException {
        if (parts.task().isEmpty()) {
            return tally.report();
        }
        try {
            open();
            boolean isByJobs = conf.getBoolean(NutchConf.JOBS, false);
            while (round <= parts.task().maxRounds() && !isStopped()) {
                if (!(isByJobs ? byJobs() : live())) {
                    break;
                }
            }
            TrapIssues.of(parts).forEach(issues);
            tally.startsUnread().forEach(this::startUnread);
            return tally.report();
        } catch (IOException | FSError e) {
            throw failed(e);
        }
    }

    /** A round, each step an ordinary job of Nutch's; says whether there may be another. */
    private boolean byJobs() throws IOException, CrawlException {
        Optional<NutchSegment> segment = generate();
        if (segment.isPresent()) {
            fetch(segment.get());
            finish(segment.get());
            round++;
        }
        return segment.isPresent();
    }

    /** A round, all but the update in one go; says whether there may be another. */
    private boolean live() throws IOException, CrawlException {
        tell(Step.PREPARE, 0, 0);
        long before = parts.fetched().get();
        DuePages due = due(before);
        if (due.isEmpty()) {
            return false;
        }
        NutchSegment segment = new NutchSegment(Files.createDirectory(newSegment()));
        tally.round();
        boolean isLast;
        try (SegmentWriter writer = archive.begin(segment.name())) {
            ArchivedPages pages = new ArchivedPages(parts, writer, tally, issues);
            try (Told told = state.told();
                    SegmentRecords records = new SegmentRecords(segment, conf)) {
                LiveRound live = new LiveRound(conf, parts, told, records, pages);
                SideWatch watch = new SideWatch("crawl-watch", () -> watch(before, live));
                try {
                    live.run(due.chosen(round));
                } finally {
                    watch.end();
                }
                watch(before, live);
                // Another look at the whole CrawlDb would find nothing.
                isLast = live.isLast() || (due.isWhole() && live.isWhole());
                round += live.isDry() ? 1 : 0;
            }
            if (pages.isEmpty()) {
                segment.delete();
                return false;
            }
            tell(Step.ARCHIVE, 0, 0);
            writer.commit();
        }
        update(segment);
        return !isLast;
    }

    /** What is due. What earlier runs learnt is read on the way; it tells what is the best only where there is too much. */
    private DuePages due(long before) throws IOException {
        long left = parts.task().maxPages() - before;
        DuePages due = new DuePages(conf, parts, left);
        if (hasLearnt) {
            state.show(due);
            return due;
        }
        state.learn(due);
        hasLearnt = true;
        return due.isWhole() ? due : due(before);
    }

    private Path newSegment() {
        return state.segments().resolve(NAME.format(parts.clock().instant()));
    }

    private void watch(long before, LiveRound live) {
        long done = parts.fetched().get() - before;
        tell(Step.FETCH, done, done + live.waiting());
        if (isStopped()) {
            parts.fetcher().close();
        }
    }

    /** Makes the CrawlDb anew from archive and seeds, whatever state it is in. */
    public void rebuild() throws CrawlException {
        try {
            if (!parts.task().isEmpty()) {
                state.rebuild(archive);
            }
        } catch (IOException | FSError e) {
            throw failed(e);
        }
    }

    /** Hadoop tells a full disk by an error of its own. */
    private CrawlException failed(Throwable cause) {
        return new CrawlException(
                "the crawl in " + work + " stopped: " + cause.getMessage(),
                "look for a full disk or missing rights; run again, the crawl resumes",
                cause);
    }

    /** Mends the state and finishes what a cut run left. */
    void open() throws IOException, CrawlException {
        tell(Step.PREPARE, 0, 0);
        state.open(archive);
        for (NutchSegment left : NutchSegment.leftIn(state.segments())) {
            if (left.isFetched() || archive.has(left.name())) {
                finish(left);
            } else {
                left.delete();
            }
        }
        new Payloads(conf).clear();
    }

    /** Puts the best of what is due into a new segment. */
    Optional<NutchSegment> generate() throws IOException, CrawlException {
        tell(Step.PREPARE, 0, 0);
        long left = parts.task().maxPages() - parts.fetched().get();
        if (left <= 0) {
            return Optional.empty();
        }
        if (!hasLearnt) {
            state.learn();
            hasLearnt = true;
        }
        Path[] made = generated(left);
        if (made.length == 0) {
            return Optional.empty();
        }
        Path named = newSegment();
        Files.move(made[0], named);
        tally.round();
        return Optional.of(new NutchSegment(named));
    }

    private Path[] generated(long most) throws CrawlException {
        org.apache.hadoop.fs.Path folder =
                new org.apache.hadoop.fs.Path(state.segments().toUri());
        long now = parts.clock().millis();
        parts.due().set(0);
        parts.budget().begin(round);
        org.apache.hadoop.fs.Path[] made = Jobs.call(
                "Nutch's generate",
                () -> new Generator(conf).generate(state.crawlDb(), folder, 1, most, now, true, false, false, 1, null));
        // Nutch gives null both where nothing is due and where making the segment failed.
        if (made == null && parts.due().get() > 0) {
            throw new CrawlException(
                    "Nutch made no segment although " + parts.due() + " addresses are due",
                    "the log says why; look for a full disk or missing rights, then run again",
                    null);
        }
        return made == null
                ? new Path[0]
                : Stream.of(made)
                        .map(path -> state.segments().resolve(path.getName()))
                        .toArray(Path[]::new);
    }

    /** Fetches a segment; told to stop, it leaves the rest as due as it was. */
    void fetch(NutchSegment segment) throws IOException, CrawlException {
        long due = segment.due(conf);
        long before = parts.fetched().get();
        SideWatch watch = new SideWatch("crawl-watch", () -> watch(before, due));
        try {
            int threads = parts.task().settings().threads();
            Jobs.run("Nutch's fetch", () -> new org.apache.nutch.fetcher.Fetcher(conf).fetch(segment.path(), threads));
        } finally {
            watch.end();
        }
        segment.markFetched();
        if (segment.attempted(conf) == 0 && due > 0 && !isStopped()) {
            throw new CrawlException(
                    "Nutch fetched nothing although " + due + " addresses were due",
                    "the log of this run says why its threads ended; run again with --verbose",
                    null);
        }
    }

    private void watch(long before, long due) {
        tell(Step.FETCH, parts.fetched().get() - before, due);
        if (isStopped()) {
            parts.fetcher().close();
        }
    }

    /** Brings a fetched segment into the archive, and only then into the CrawlDb. */
    void finish(NutchSegment segment) throws IOException, CrawlException {
        if (!archive.has(segment.name())) {
            parse(segment);
            archive(segment);
        }
        update(segment);
    }

    void parse(NutchSegment segment) throws IOException, CrawlException {
        if (segment.isParsed()) {
            return;
        }
        tell(Step.PARSE, 0, 0);
        segment.clearParse();
        Jobs.run("Nutch's parse", () -> new ParseSegment(conf).parse(segment.path()));
        if (segment.hasAny(Content.DIR_NAME, conf) && !segment.hasAny(ParseData.DIR_NAME, conf)) {
            throw new CrawlException(
                    "Nutch parsed nothing although there were pages",
                    "the log says why; run again, the pages need not be fetched anew",
                    null);
        }
        segment.markParsed();
    }

    void archive(NutchSegment segment) throws IOException {
        tell(Step.ARCHIVE, 0, 0);
        archiver.archive(segment);
    }

    void update(NutchSegment segment) throws IOException, CrawlException {
        tell(Step.UPDATE, 0, 0);
        state.update(segment);
        new Payloads(conf).clear();
    }

    private void startUnread(Attempt attempt) {
        issues.accept(new Issue(
                parts.clock().instant(),
                "crawl",
                attempt.source(),
                attempt.url(),
                "start-unread",
                "the site is not read from here: " + attempt.reason(),
                "open it by hand, and correct url: or starts: of its seed"));
    }

    private boolean isStopped() {
        return parts.stop().getAsBoolean();
    }

    private void tell(Step step, long done, long due) {
        progress.accept(new CrawlProgress(round, step, done, due));
    }
}
