package vigie.crawler.nutch;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;

/** Writes into a segment what Nutch's update wants to know: what became of pages, and what they link to. Thread-safe. */
final class SegmentRecords implements AutoCloseable {

    private final SequenceFile.Writer pages;
    private final SequenceFile.Writer links;

    SegmentRecords(NutchSegment segment, Configuration conf) throws IOException {
        this.pages = writer(segment, CrawlDatum.FETCH_DIR_NAME, conf);
        this.links = writer(segment, CrawlDatum.PARSE_DIR_NAME, conf);
    }

    private static SequenceFile.Writer writer(NutchSegment segment, String kind, Configuration conf)
            throws IOException {
        return SequenceFile.createWriter(
                conf,
                SequenceFile.Writer.file(segment.path(kind + "/part-r-00000")),
                SequenceFile.Writer.keyClass(Text.class),
                SequenceFile.Writer.valueClass(CrawlDatum.class),
                SequenceFile.Writer.compression(SequenceFile.CompressionType.NONE));
    }

    synchronized void page(String url, CrawlDatum datum) throws IOException {
        pages.append(new Text(url), datum);
    }

    synchronized void link(String url, CrawlDatum datum) throws IOException {
        links.append(new Text(url), datum);
    }

    @Override
    public void close() throws IOException {
        try (links) {
            pages.close();
        }
    }
}
