package vigie.crawler.nutch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.MapFile;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;

/**
 * What the CrawlDb knows of addresses or will have been told by the end of the round: the same menu stands on every page
 * of a site, and only what is new or promises more than before is news. Thread-safe.
 */
final class Told implements AutoCloseable {

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final List<MapFile.Reader> crawlDb = new ArrayList<>();

    /** By {@link #hash}: that two addresses share one is beyond all likelihood, and would only make one wait a round. */
    private final Map<Long, Float> best = new HashMap<>();

    /** What a link is. */
    enum News {
        NONE,
        BETTER,
        NEW
    }

    /** @param parts of the CrawlDb */
    Told(List<Path> parts, Configuration conf) throws IOException {
        for (Path part : parts) {
            crawlDb.add(new MapFile.Reader(new org.apache.hadoop.fs.Path(part.toUri()), conf));
        }
    }

    /** A link was met that promises so much. */
    synchronized News hear(String url, float promise) throws IOException {
        long key = hash(url);
        Float known = best.get(key);
        if (known == null) {
            known = inCrawlDb(url);
        }
        if (known >= promise) {
            best.put(key, known);
            return News.NONE;
        }
        best.put(key, promise);
        return known < 0 ? News.NEW : News.BETTER;
    }

    private float inCrawlDb(String url) throws IOException {
        CrawlDatum datum = new CrawlDatum();
        for (MapFile.Reader reader : crawlDb) {
            if (reader.get(new Text(url), datum) != null) {
                return datum.getScore();
            }
        }
        return -1;
    }

    private static long hash(String url) {
        long hash = FNV_START;
        for (int i = 0; i < url.length(); i++) {
            hash = (hash ^ url.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    @Override
    public void close() throws IOException {
        for (MapFile.Reader reader : crawlDb) {
            reader.close();
        }
    }
}
