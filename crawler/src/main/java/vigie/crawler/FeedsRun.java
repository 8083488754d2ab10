package vigie.crawler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vigie.crawler.feed.FeedReport;
import vigie.crawler.nutch.CrawlProgress;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.SourceKind;

/**
 * The feeds of a run, collected beside the sites: each on one thread from its beginning to its end, several at the same
 * time. The fetcher keeps the gap of every host, whoever asks.
 */
final class FeedsRun implements AutoCloseable {

    private final CrawlRun run;
    private final Feeds feeds;
    private final List<Source> sources;
    private final ExecutorService threads;
    private final Map<String, FeedReport> reports = new ConcurrentHashMap<>();
    private final List<CompletableFuture<Void>> collections = new ArrayList<>();
    private final AtomicLong requests = new AtomicLong();
    private final long mostRequests;
    private volatile boolean isClosed;

    private FeedsRun(CrawlRun run, Feeds feeds, List<Source> sources, long mostRequests) {
        this.mostRequests = mostRequests;
        this.run = run;
        this.feeds = feeds;
        this.sources = sources;
        this.threads = Executors.newFixedThreadPool(run.project().crawl().threads(), task -> {
            Thread thread = new Thread(task, "feeds");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins with the feeds among {@code sources}; together they ask for {@code mostRequests} addresses at most. */
    static FeedsRun begin(CrawlRun run, List<Source> sources, Feeds feeds, long mostRequests) {
        List<Source> ours = sources.stream()
                .filter(source -> source.kind() == SourceKind.FEED)
                .toList();
        FeedsRun begun = new FeedsRun(run, feeds, ours, mostRequests);
        ours.forEach(source ->
                begun.collections.add(CompletableFuture.runAsync(() -> begun.collect(source), begun.threads)));
        begun.threads.shutdown();
        return begun;
    }

    private boolean isStopped() {
        return isClosed || run.stop().getAsBoolean();
    }

    /** Asked before every request: the one beyond the last that is permitted is not made. */
    private boolean isToStop() {
        return isStopped() || requests.incrementAndGet() > mostRequests;
    }

    /** One bad feed must not end the run. */
    private void collect(Source source) {
        if (isStopped()) {
            return;
        }
        try {
            reports.put(source.id(), feeds.collect(source, this::isToStop));
        } catch (IOException | RuntimeException e) {
            run.issues()
                    .accept(new Issue(
                            run.clock().instant(),
                            "crawl",
                            source.id(),
                            null,
                            "feed-failed",
                            "the feed cannot be read: " + e,
                            "look whether it has changed"));
            reports.put(source.id(), FeedReport.nothing());
        }
    }

    /**
     * Waits until all feeds are collected, or have ended because the run is to stop; what came of each, by id.
     *
     * @throws IOException if not even the failure of a feed could be told, as on a full disk
     */
    Map<String, FeedReport> reports() throws IOException {
        await(true);
        for (CompletableFuture<Void> collection : collections) {
            try {
                collection.join();
            } catch (CompletionException e) {
                throw new IOException(String.valueOf(e.getMessage()), e);
            }
        }
        return new TreeMap<>(reports);
    }

    /** Ends what is still being collected: the next run goes on after the last whole window. */
    @Override
    public void close() {
        isClosed = true;
        await(false);
    }

    private void await(boolean isShown) {
        boolean isInterrupted = false;
        while (!threads.isTerminated()) {
            try {
                if (!threads.awaitTermination(1, TimeUnit.SECONDS) && isShown) {
                    run.progress()
                            .accept(new CrawlProgress(0, CrawlProgress.Step.FEEDS, reports.size(), sources.size()));
                }
            } catch (InterruptedException e) {
                isInterrupted = true;
                isClosed = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
