package vigie.crawler.parse;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vigie.model.config.CrawlSettings;

/**
 * Draws pages of PDF files for people, one at a time, in a child process that starts when it is first needed and rests when
 * nobody asks; thread-safe.
 */
public final class PagePictures implements AutoCloseable {

    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(60);

    /** Who may wait for a page at once; more are turned away. */
    private static final int WAITING = 6;

    /** Bytes of a PDF, read when it is their turn, so that those who wait hold none. */
    @FunctionalInterface
    public interface Source {
        /** Reads them. */
        byte[] read() throws IOException;
    }

    private final ScheduledThreadPoolExecutor clock;
    private final ParserProcess process;
    private final Semaphore room = new Semaphore(WAITING);
    private @Nullable ScheduledFuture<?> rest;

    public PagePictures(CrawlSettings settings) {
        this.clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "picture-clock");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        this.process = new ParserProcess(ParserProcess.Terms.of(TIME, settings.parseMemory()), clock);
    }

    /**
     * Draws a page as a PNG; empty where it cannot be drawn, not in time, or too many wait already.
     *
     * @param page from 1
     * @param quotes what of its text to mark, as far as it is found
     */
    public Optional<byte[]> draw(Source pdf, int page, List<String> quotes) throws IOException {
        if (!room.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return drawAlone(pdf, page, quotes);
        } finally {
            room.release();
        }
    }

    private synchronized Optional<byte[]> drawAlone(Source pdf, int page, List<String> quotes) throws IOException {
        if (rest != null) {
            rest.cancel(false);
        }
        try {
            return process.draw(new PictureRequest(page, quotes, pdf.read()), TIME);
        } finally {
            rest = clock.schedule(this::rest, REST.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private synchronized void rest() {
        process.rest();
    }

    /** The child process, for tests. */
    ParserProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
        clock.shutdownNow();
    }
}
