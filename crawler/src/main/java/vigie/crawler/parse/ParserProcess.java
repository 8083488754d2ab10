package vigie.crawler.parse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import vigie.model.TextOutcome;

/**
 * A warm child process that reads documents, one at a time, and is replaced when it dies, takes too long, or has read
 * enough. Used by one thread at a time; {@link #close} may come from any.
 */
final class ParserProcess implements AutoCloseable {

    /**
     * How a child runs.
     *
     * @param command that starts it
     * @param time that one document may take
     * @param documents after which a fresh child takes over, so that nothing piles up in it
     */
    record Terms(List<String> command, Duration time, int documents) {

        private static final int MANY = 1_000;

        /** The Java and class path of this process, with a heap of its own. */
        static Terms of(Duration time, int heapMegabytes) {
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + heapMegabytes + "m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", // 431 pages: 76 pages/s and 212 MB instead of 54 and 263
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+DisplayVMOutputToStderr",
                    "-XX:-UsePerfData",
                    "-Djava.awt.headless=true",
                    "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
                    "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                    "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ParserChild.class.getName());
            return new Terms(command, time, MANY);
        }
    }

    /** The child went away while it was asked; the message says how. */
    private static final class LostException extends IOException {
        private static final long serialVersionUID = 1L;
        private final boolean outOfMemory;

        LostException(String message, boolean outOfMemory, IOException cause) {
            super(message, cause);
            this.outOfMemory = outOfMemory;
        }
    }

    private static final Duration START = Duration.ofSeconds(60);
    private static final int OUT_OF_MEMORY = 3;

    private final Terms terms;
    private final ScheduledExecutorService clock;
    private @Nullable ChildProcess child;
    private volatile boolean closed;

    ParserProcess(Terms terms, ScheduledExecutorService clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** A question to the child. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(ChildProcess child) throws IOException;
    }

    /** Reads a document; when the child dies of something else than the document's time or size, once more. */
    ParsedDocument read(ParseRequest request) {
        String type = request.media().type();
        try {
            return answer(child -> child.ask(request), terms.time())
                    .orElseGet(() -> ParsedDocument.without(TextOutcome.TIMED_OUT, null, type));
        } catch (IOException e) {
            return ParsedDocument.failed("the reading process " + e.getMessage(), type);
        }
    }

    /** Draws a page; empty where it cannot be drawn, or not in {@code time}. */
    Optional<PageImage> render(RenderRequest request, Duration time) {
        try {
            return answer(child -> child.ask(request), time).flatMap(image -> image);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Draws a page for people; empty where it cannot be drawn, or not in {@code time}. */
    Optional<byte[]> draw(PictureRequest request, Duration time) {
        try {
            return answer(child -> child.ask(request), time).flatMap(picture -> picture);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Ends the child; the next question starts another. */
    void rest() {
        drop();
    }

    /** Empty where the time is over. */
    private <T> Optional<T> answer(Question<T> question, Duration time) throws IOException {
        try {
            return attempt(question, time);
        } catch (LostException e) {
            if (e.outOfMemory || closed) {
                throw e;
            }
            return attempt(question, time);
        }
    }

    /** The operating system's number of the child that waits for the next document, if there is one. */
    synchronized @Nullable Long pid() {
        return child == null ? null : child.process().pid();
    }

    @Override
    public void close() {
        closed = true;
        drop();
    }

    private <T> Optional<T> attempt(Question<T> question, Duration time) throws IOException {
        ChildProcess current = running();
        Deadline deadline = new Deadline(current.process(), clock, time);
        try {
            T answer = question.ask(current);
            return deadline.met() ? Optional.of(answer) : timedOut();
        } catch (IOException e) {
            if (!deadline.met()) {
                return timedOut();
            }
            String story = current.end();
            drop();
            throw new LostException(story, current.endedWith(OUT_OF_MEMORY), e);
        }
    }

    private <T> Optional<T> timedOut() {
        drop();
        return Optional.empty();
    }

    private synchronized ChildProcess running() throws IOException {
        ChildProcess current = child;
        boolean spent = current != null
                && (current.documents() >= terms.documents()
                        || !current.process().isAlive());
        if (spent) {
            drop();
        }
        if (current == null || spent) {
            current = start();
            child = current;
        }
        return current;
    }

    private ChildProcess start() throws IOException {
        if (closed) {
            throw new IOException("is closed");
        }
        ChildProcess started = ChildProcess.start(terms.command());
        Deadline deadline = new Deadline(started.process(), clock, START);
        try {
            if (started.saysReady() && deadline.met()) {
                return started;
            }
        } catch (IOException e) {
            throw new IOException("does not start: " + started.end(), e);
        }
        started.kill();
        throw new IOException("does not start");
    }

    private synchronized void drop() {
        if (child != null) {
            child.kill();
            child = null;
        }
    }
}
