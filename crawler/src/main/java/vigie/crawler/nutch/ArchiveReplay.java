package vigie.crawler.nutch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.MapFile;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.crawl.CrawlDb;
import vigie.crawler.focus.Promise;
import vigie.crawler.focus.Shown;
import vigie.model.Attempt;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.archive.Archive;

/**
 * Tells a new CrawlDb what the archive knows, in Nutch's own way: archived segments become Nutch segments again, without
 * bodies, and the CrawlDb is updated from them.
 */
final class ArchiveReplay {

    /** Setting: of how many pages and links at once a CrawlDb is told. */
    private static final String BATCH = "vigie.replay.batch";

    private final Configuration conf;
    private final CrawlParts parts;
    private final Path work;
    private final Shown shown = new Shown();
    private final TreeMap<Text, CrawlDatum> pages = new TreeMap<>();
    private final Map<Text, CrawlDatum> links = new TreeMap<>();

    /** @param work a folder of its own, which is deleted afterwards */
    ArchiveReplay(Configuration conf, CrawlParts parts, Path work) {
        this.conf = conf;
        this.parts = parts;
        this.work = work;
    }

    void into(org.apache.hadoop.fs.Path crawlDb, Archive archive) throws IOException, CrawlException {
        for (String segment : archive.segments()) {
            archive.attempts(segment, this::attempt);
            archive.documents(segment, this::document);
            if (pages.size() + links.size() > conf.getInt(BATCH, 50_000)) {
                flush(crawlDb);
            }
        }
        flush(crawlDb);
    }

    private void attempt(Attempt attempt) {
        if (parts.scope().source(attempt.source()).isEmpty()) {
            return;
        }
        CrawlDatum datum = page(attempt.url(), attempt.source());
        datum.setStatus(status(attempt));
        datum.setFetchTime(attempt.time().toEpochMilli());
        Fields.putAttempted(datum, attempt.time().toEpochMilli());
    }

    private static int status(Attempt attempt) {
        String reason = attempt.reason() == null ? "" : attempt.reason();
        return switch (attempt.outcome()) {
            case FETCHED -> CrawlDatum.STATUS_FETCH_SUCCESS;
            case NOT_MODIFIED -> CrawlDatum.STATUS_FETCH_NOTMODIFIED;
            case REFUSED, FAILED ->
                Statuses.isPassing(reason) ? CrawlDatum.STATUS_FETCH_RETRY : CrawlDatum.STATUS_FETCH_GONE;
        };
    }

    private void document(SourceDocument document) {
        Source source = parts.scope().source(document.source()).orElse(null);
        if (source == null) {
            return;
        }
        String url = document.metadata()
                .getOrDefault(SourceDocument.REQUESTED, document.capture().url());
        CrawlDatum datum = page(url, source.id());
        Fields.put(datum, Fields.ETAG, document.capture().etag());
        Fields.put(datum, Fields.LAST_MODIFIED, document.capture().lastModified());
        Fields.put(datum, Fields.SHA256, document.capture().sha256());
        datum.setSignature(HexFormat.of().parseHex(document.capture().sha256()));
        PageLinks.Found found = new PageLinks(parts, shown)
                .of(
                        url,
                        document.kind(),
                        document.outcome(),
                        document.title(),
                        document.metadata(),
                        document.links(),
                        0);
        // A newer version shows what the first one has shown.
        if (!"1".equals(Fields.get(datum, Fields.PAID))) {
            Fields.put(datum, Fields.PAID, PageLinks.kept(found.paid()));
        }
        found.promises().forEach((to, promise) -> link(to, promise, source));
    }

    private void link(String to, Promise promise, Source from) {
        CrawlDatum datum =
                links.computeIfAbsent(new Text(to), url -> new CrawlDatum(CrawlDatum.STATUS_LINKED, interval()));
        if (promise.score() > datum.getScore()) {
            datum.setScore(promise.score());
            PageLinks.fields(promise).forEach((name, value) -> Fields.put(datum, name, value));
            Fields.remove(datum, Fields.PROMISE);
        }
        parts.scope().sourceOf(to, from.id()).ifPresent(source -> Fields.put(datum, Fields.SOURCE, source.id()));
    }

    private CrawlDatum page(String url, String source) {
        CrawlDatum datum = pages.computeIfAbsent(
                new Text(url),
                key -> new CrawlDatum(
                        CrawlDatum.STATUS_FETCH_SUCCESS,
                        interval(),
                        parts.focus().promise(url).score()));
        Fields.put(datum, Fields.SOURCE, source);
        return datum;
    }

    private int interval() {
        return conf.getInt("db.fetch.interval.default", 0);
    }

    private void flush(org.apache.hadoop.fs.Path crawlDb) throws IOException, CrawlException {
        if (pages.isEmpty() && links.isEmpty()) {
            return;
        }
        NutchSegment.delete(work);
        NutchSegment segment = new NutchSegment(work);
        write(segment);
        org.apache.hadoop.fs.Path[] segments = {segment.path()};
        Jobs.run("Nutch's update", () -> new CrawlDb(conf).update(crawlDb, segments, false, false));
        NutchSegment.delete(work);
        pages.clear();
        links.clear();
    }

    private void write(NutchSegment segment) throws IOException {
        try (MapFile.Writer out = new MapFile.Writer(
                conf,
                segment.path(CrawlDatum.FETCH_DIR_NAME + "/part-r-00000"),
                MapFile.Writer.keyClass(Text.class),
                SequenceFile.Writer.valueClass(CrawlDatum.class))) {
            pages.forEach((url, datum) -> append(() -> out.append(url, datum)));
        }
        try (SequenceFile.Writer out = SequenceFile.createWriter(
                conf,
                SequenceFile.Writer.file(segment.path(CrawlDatum.PARSE_DIR_NAME + "/part-r-00000")),
                SequenceFile.Writer.keyClass(Text.class),
                SequenceFile.Writer.valueClass(CrawlDatum.class))) {
            links.forEach((url, datum) -> append(() -> out.append(url, datum)));
        }
    }

    @FunctionalInterface
    private interface Append {
        void run() throws IOException;
    }

    private static void append(Append append) {
        try {
            append.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
