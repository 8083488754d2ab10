package vigie.indexer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vigie.indexer.extract.OutOfTimeException;
import vigie.indexer.index.IndexState;
import vigie.indexer.index.IndexStore;
import vigie.model.Claim;
import vigie.model.Issue;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.archive.Archive;
import vigie.model.config.Project;

/** Takes documents through extraction into the store, and counts. */
final class SegmentIndexing implements AutoCloseable, InOrder.Sink<SourceDocument, List<Claim>> {

    private static final int THREADS = 2;

    private final Archive archive;
    private final IndexStore store;
    private final IndexSteps steps;
    private final Consumer<Issue> issues;
    private final IndexProgress progress;
    private final Clock clock;
    private final Instant started;
    private final InOrder<SourceDocument, List<Claim>> work;
    private @Nullable Function<SourceDocument, List<Claim>> extraction;
    private long total;
    private int seen;
    private int indexed;
    private int withText;
    private int withClaims;
    private int claims;
    private int failed;
    private int deployments;
    private int uncommitted;

    SegmentIndexing(
            Archive archive,
            IndexStore store,
            IndexSteps steps,
            Consumer<Issue> issues,
            IndexProgress progress,
            Clock clock) {
        this.archive = archive;
        this.store = store;
        this.steps = steps;
        this.issues = issues;
        this.progress = progress;
        this.clock = clock;
        this.started = clock.instant();
        this.work = new InOrder<>(THREADS, document -> extraction().apply(document), this);
    }

    /** Counts what will come, for the progress. */
    void expect(List<String> segments) throws IOException {
        for (String segment : segments) {
            total += archive.documentCount(segment);
        }
    }

    /** Indexes all of one segment. */
    void index(String segment) throws IOException {
        archive.attempts(segment, store::attempt);
        archive.documents(segment, this::take);
        work.drain();
    }

    private void take(SourceDocument document) {
        if (progress.stopped()) {
            throw new CancellationException("stopped; the next run goes on from the last commit");
        }
        seen++;
        uncommitted++;
        if (store.accepts(document)) {
            // Made here: what keeps it from starting is no fault of the document.
            extraction();
            work.add(document);
        }
        progress.at(seen, total);
    }

    private synchronized Function<SourceDocument, List<Claim>> extraction() {
        if (extraction == null) {
            extraction = steps.extraction().get();
        }
        return extraction;
    }

    @Override
    public void result(SourceDocument document, List<Claim> found) {
        put(document, found);
        claims += found.size();
        withClaims += found.isEmpty() ? 0 : 1;
    }

    @Override
    public void failure(SourceDocument document, Throwable cause) {
        if (cause instanceof VirtualMachineError error && !(cause instanceof StackOverflowError)) {
            throw error;
        }
        failed++;
        boolean late = cause instanceof OutOfTimeException;
        issues.accept(new Issue(
                clock.instant(),
                "index",
                document.source(),
                document.capture().url(),
                late ? "extraction-too-long" : "extraction-failed",
                "no claims could be extracted: " + (late ? cause.getMessage() : cause),
                "the document is indexed for full text only; "
                        + (late
                                ? "allow a longer extract-time in config/crawl.yml and run 'vigie rebuild'"
                                : "report this as a fault of Vigie, with the document")));
        put(document, List.of());
    }

    private void put(SourceDocument document, List<Claim> found) {
        store.put(document, found);
        indexed++;
        withText += document.outcome() == TextOutcome.TEXT ? 1 : 0;
    }

    /** Documents seen since the last commit. */
    int uncommitted() {
        return uncommitted;
    }

    /** Concludes and makes durable what was indexed so far. */
    void commit(IndexState state, Project project) {
        deployments += store.commit(state, steps.conclusion(), project::source);
        uncommitted = 0;
    }

    IndexReport report(boolean stale) {
        double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
        return new IndexReport(seen, indexed, withText, withClaims, claims, failed, deployments, seconds, stale);
    }

    @Override
    public void close() {
        work.close();
    }
}
