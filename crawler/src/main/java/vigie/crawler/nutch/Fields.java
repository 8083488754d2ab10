package vigie.crawler.nutch;

import java.util.Map;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.MapWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.nutch.crawl.CrawlDatum;
import org.jspecify.annotations.Nullable;

/** The names of what we keep in the metadata of Nutch's records, and how it is read and written. */
final class Fields {

    /** Id of the source. */
    static final String SOURCE = "vigie.source";

    /** Set on addresses that a seed names: their interval never grows. */
    static final String SEED = "vigie.seed";

    /** Set on sitemaps: read for their links only. */
    static final String SITEMAP = "vigie.sitemap";

    /** In a link's metadata only: the score of its {@link vigie.crawler.focus.Promise}, which becomes the record's. */
    static final String PROMISE = "vigie.promise";

    /** The other parts of the best promise that any link made: list, relevance, reasons, what it is called. */
    static final String PLACE = "vigie.place";

    static final String NEAR = "vigie.near";
    static final String WHY = "vigie.why";
    static final String LABEL = "vigie.label";

    /** Whether the page was worth its request: 1 or 0; absent where it was not parsed. */
    static final String PAID = "vigie.paid";

    /** On seeds: id of the platform that the page was on when it was last read; empty where it is unknown. */
    static final String PLATFORM = "vigie.platform";

    /** Validators and digest of the last capture; empty where it had none. */
    static final String ETAG = "vigie.etag";

    static final String LAST_MODIFIED = "vigie.last-modified";
    static final String SHA256 = "vigie.sha256";

    /** The {@link Print} of the last capture. */
    static final String PRINT = "vigie.print";

    /** When it was last asked for, milliseconds. */
    static final String ATTEMPTED = "vigie.attempted";

    /** The {@link vigie.model.Attempt} of this round as JSON; taken out when the CrawlDb is updated. */
    static final String ATTEMPT = "vigie.attempt";

    /** Set instead where the run was stopped meanwhile: the address stays as due as it was. */
    static final String CUT = "vigie.cut";

    /** In a content's metadata: the {@link Response} as JSON. */
    static final String RESPONSE = "vigie.response";

    /** In a parse's metadata: the {@link vigie.crawler.parse.ParsedDocument} as JSON. */
    static final String PARSED = "vigie.parsed";

    private Fields() {}

    /** The value of {@code name}, or null where it is absent or empty. */
    static @Nullable String get(CrawlDatum datum, String name) {
        Writable value = datum.getMetaData().get(new Text(name));
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    /** Sets {@code name}; null is kept as empty, because Nutch's merge keeps what the newer record lacks. */
    static void put(CrawlDatum datum, String name, @Nullable String value) {
        datum.getMetaData().put(new Text(name), new Text(value == null ? "" : value));
    }

    static void remove(CrawlDatum datum, String name) {
        datum.getMetaData().remove(new Text(name));
    }

    static boolean has(CrawlDatum datum, String name) {
        return get(datum, name) != null;
    }

    /** When it was last asked for, 0 if never. */
    static long attempted(CrawlDatum datum) {
        Writable value = datum.getMetaData().get(new Text(ATTEMPTED));
        return value instanceof LongWritable time ? time.get() : 0;
    }

    static void putAttempted(CrawlDatum datum, long millis) {
        datum.getMetaData().put(new Text(ATTEMPTED), new LongWritable(millis));
    }

    static MapWritable map(Map<String, String> values) {
        MapWritable map = new MapWritable();
        values.forEach((name, value) -> map.put(new Text(name), new Text(value)));
        return map;
    }
}
