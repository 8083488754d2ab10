package vigie.crawler.nutch;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import vigie.model.config.RoundSettings;

/**
 * One round in this process: asks for what is due, each host's best first, reads and archives them at once, and
 * follows their links in the same round, so that no host waits for another or for Nutch's jobs. Ends when nothing waits any
 * more, and after some minutes: what is lost when a process is killed is one round.
 */
final class LiveRound {

    private final Configuration conf;
    private final CrawlParts parts;
    private final RoundSettings limits;
    private final Hosts hosts;
    private final LinkFollower links;
    private final SegmentRecords records;
    private final ArchivedPages archive;
    private final AtomicLong left;
    private final long start = System.nanoTime();

    LiveRound(Configuration conf, CrawlParts parts, Told told, SegmentRecords records, ArchivedPages archive) {
        this.conf = conf;
        this.parts = parts;
        this.limits = parts.task().settings().round();
        this.records = records;
        this.archive = archive;
        this.hosts = new Hosts(parts.yields(), this::isOver);
        this.links = new LinkFollower(parts, told, records, hosts, conf.getInt("db.fetch.interval.default", 0));
        this.left = new AtomicLong(Math.min(
                limits.pages(), parts.task().maxPages() - parts.fetched().get()));
    }

    private boolean isOver() {
        return parts.stop().getAsBoolean()
                || left.get() <= 0
                || links.isFull()
                || System.nanoTime() - start > limits.time().toNanos();
    }

    /** Runs it to its end. */
    void run(List<Waiting> due) throws IOException, CrawlException {
        due.forEach(hosts::add);
        Payloads payloads = new Payloads(conf);
        PageKeeper keeper = new PageKeeper(payloads, archive, records, links);
        PagesRun one = new PagesRun(parts, new Asker(parts, payloads), hosts, keeper, left);
        int count = parts.task().settings().threads();
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads =
                Executors.newFixedThreadPool(count, task -> new Thread(task, "crawl-" + number.incrementAndGet()));
        try {
            for (Future<Void> thread : threads.invokeAll(Collections.nCopies(count, one))) {
                thread.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CrawlException("the crawl was interrupted", "run again: it goes on where it was", e);
        } catch (ExecutionException e) {
            throw failed(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static IOException failed(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof IOException known ? known : new IOException(String.valueOf(e.getCause()), e);
    }

    /** How many pages wait to be asked for. */
    int waiting() {
        return hosts.waiting();
    }

    /** Whether it ended because nothing waited any more, but for links beyond the last round of this run. */
    boolean isLast() {
        return hosts.isDry() && links.hasLeftSome();
    }

    boolean isDry() {
        return hosts.isDry();
    }

    /** Whether all that waited was asked for, or is not wanted in this run. */
    boolean isWhole() {
        return hosts.isWhole() && !links.isFull();
    }
}
