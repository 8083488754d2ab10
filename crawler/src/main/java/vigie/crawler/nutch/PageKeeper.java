package vigie.crawler.nutch;

import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.nutch.crawl.CrawlDatum;

/** Keeps what became of a page: in the archive, in the records for Nutch's update, and by having its links followed. Thread-safe. */
final class PageKeeper {

    private final Payloads payloads;
    private final ArchivedPages archive;
    private final SegmentRecords records;
    private final LinkFollower links;

    /** Large bodies are in memory one at a time. */
    private final ReentrantLock large = new ReentrantLock();

    PageKeeper(Payloads payloads, ArchivedPages archive, SegmentRecords records, LinkFollower links) {
        this.payloads = payloads;
        this.archive = archive;
        this.records = records;
        this.links = links;
    }

    /** Reads a page. */
    @FunctionalInterface
    interface Reader {
        PageParser.Page read(Waiting page, Response response, byte[] body);
    }

    void keep(Waiting page, Asked asked, Reader reader) throws IOException {
        CrawlDatum datum = page.datum();
        archive.attempt(page.url(), datum, asked.attempt());
        if (asked.response() != null) {
            captured(page, asked.response(), asked.body(), reader);
        }
        datum.setStatus(Statuses.fetched(asked.status()));
        datum.setFetchTime(asked.attempt().time().toEpochMilli());
        records.page(page.url(), datum);
    }

    private void captured(Waiting page, Response response, byte[] body, Reader reader) throws IOException {
        PageParser.Page read;
        if (response.spool() == null) {
            read = archived(page, response, body, reader);
        } else {
            large.lock();
            try {
                read = archived(page, response, payloads.body(body, response), reader);
            } finally {
                large.unlock();
            }
        }
        page.datum().setSignature(HexFormat.of().parseHex(response.sha256()));
        PageParser.learnt(read).forEach((name, value) -> Fields.put(page.datum(), name, value));
        links.follow(page, read);
    }

    private PageParser.Page archived(Waiting page, Response response, byte[] body, Reader reader) throws IOException {
        PageParser.Page read = reader.read(page, response, body);
        archive.page(page.url(), page.datum(), page.source(), response, body, read.parsed(), read.platform());
        return read;
    }
}
