package vigie.indexer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Applies a function on worker threads and gives the results back on the caller's thread, in the order of the input, so
 * that two workers write the same as one. Holds a bounded number of items.
 */
final class InOrder<I, O> implements AutoCloseable {

    /** Takes what came of one item. */
    interface Sink<I, O> {

        void result(I item, O result);

        void failure(I item, Throwable cause);
    }

    private record Work<I, O>(I item, Future<O> future) {}

    private final ExecutorService workers;
    private final int ahead;
    private final Function<I, O> function;
    private final Sink<I, O> sink;
    private final Deque<Work<I, O>> queue = new ArrayDeque<>();

    InOrder(int threads, Function<I, O> function, Sink<I, O> sink) {
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "vigie-index");
            thread.setDaemon(true);
            return thread;
        });
        this.ahead = threads * 8;
        this.function = function;
        this.sink = sink;
    }

    /** Adds an item; may first wait for an earlier one and hand it on. */
    void add(I item) {
        while (queue.size() >= ahead) {
            next();
        }
        queue.add(new Work<>(item, workers.submit(() -> function.apply(item))));
    }

    /** Hands on all that is still under way. */
    void drain() {
        while (!queue.isEmpty()) {
            next();
        }
    }

    private void next() {
        Work<I, O> work = queue.remove();
        try {
            sink.result(work.item(), work.future().get());
        } catch (ExecutionException e) {
            sink.failure(work.item(), e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted while indexing");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
