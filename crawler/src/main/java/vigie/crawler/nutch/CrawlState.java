package vigie.crawler.nutch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.crawl.CrawlDb;
import org.apache.nutch.crawl.Injector;
import vigie.model.archive.Archive;

/**
 * Nutch's state under {@code data/crawl}: the CrawlDb, the open segments, and what they need. Losing it loses no more
 * than work: it is mended, or made anew from archive and seeds.
 */
final class CrawlState {

    private final Path work;
    private final Configuration conf;
    private final CrawlParts parts;
    private final CrawlDbFolder crawlDb;
    private final Seeds seeds;
    private final Path unfinished;

    /** @param work the folder, held by this process */
    CrawlState(Path work, Configuration conf, CrawlParts parts) {
        this.work = work;
        this.conf = conf;
        this.parts = parts;
        this.crawlDb = new CrawlDbFolder(work.resolve("crawldb"));
        this.seeds = new Seeds(work, parts.task().sources());
        this.unfinished = work.resolve("rebuilding");
    }

    /** Mends what a cut run left, so that the CrawlDb knows the archive and the seeds. */
    void open(Archive archive) throws IOException, CrawlException {
        NutchSegment.delete(work.resolve("tmp"));
        Files.createDirectories(segments());
        crawlDb.mend();
        if (Files.exists(unfinished) || !crawlDb.isUsable(conf)) {
            rebuild(archive);
        } else if (!seeds.areKnown()) {
            inject();
        }
    }

    /** Learns from the CrawlDb what earlier runs found worth its request. */
    void learn() throws IOException {
        crawlDb.read(conf, this::learn);
    }

    /** The same, and shows all to one who chooses. */
    void learn(DuePages due) throws IOException {
        crawlDb.read(conf, (url, datum) -> {
            learn(url, datum);
            due.see(url, datum);
        });
    }

    private void learn(Text url, CrawlDatum datum) {
        String paid = Fields.get(datum, Fields.PAID);
        if (paid != null) {
            parts.yields().learn(url.toString(), Fields.get(datum, Fields.PLACE), paid.equals("1"));
        }
    }

    /**
     * Makes the CrawlDb anew from the archive's attempts, documents and links, and from the seeds. Until that is done a file says
     * so, for a CrawlDb that knows a part of the archive looks like any other.
     */
    void rebuild(Archive archive) throws IOException, CrawlException {
        Files.createDirectories(work);
        Files.writeString(unfinished, "");
        seeds.forget();
        crawlDb.clear();
        if (archive.segments().isEmpty()) {
            crawlDb.create(conf, seeds.records(parts, conf.getInt("db.fetch.interval.default", 0)));
            seedsAreIn();
        } else {
            new ArchiveReplay(conf, parts, work.resolve("replay")).into(crawlDb.path(), archive);
            inject();
        }
        Files.delete(unfinished);
    }

    private void inject() throws IOException, CrawlException {
        org.apache.hadoop.fs.Path list =
                new org.apache.hadoop.fs.Path(seeds.write().toUri());
        // "Update" marks again as seeds and sitemaps what the CrawlDb knows already, and changes nothing else.
        Jobs.run("Nutch's inject", () -> new Injector(conf).inject(crawlDb.path(), list, false, true));
        seedsAreIn();
    }

    private void seedsAreIn() throws IOException, CrawlException {
        if (!crawlDb.isUsable(conf)) {
            throw new CrawlException(
                    "no start of any seed is within the hosts that its seed names", "correct hosts: in seeds/", null);
        }
        seeds.markKnown();
    }

    /** Lets the CrawlDb know what became of {@code segment}, and deletes the segment. */
    void update(NutchSegment segment) throws IOException, CrawlException {
        org.apache.hadoop.fs.Path[] segments = {segment.path()};
        Jobs.run("Nutch's update", () -> new CrawlDb(conf).update(crawlDb.path(), segments, false, false));
        if (!crawlDb.isUsable(conf)) {
            throw new CrawlException(
                    "Nutch's CrawlDb is empty after its update", "run again: it is made anew from the archive", null);
        }
        segment.delete();
    }

    /** Shows all that the CrawlDb has to one who chooses. */
    void show(DuePages due) throws IOException {
        crawlDb.read(conf, due::see);
    }

    /** What the CrawlDb knows now. */
    Told told() throws IOException {
        return crawlDb.told(conf);
    }

    org.apache.hadoop.fs.Path crawlDb() {
        return crawlDb.path();
    }

    Path segments() {
        return work.resolve("segments");
    }
}
