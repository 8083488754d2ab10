package vigie.crawler.parse;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

        /** The Java and class path of this process, with a heap of its own. */
        static Terms of(Duration time, int heapMegabytes) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return new Terms(
                    List.of(
                            java,
                            "-Xmx" + heapMegabytes + "m",
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-XX:+DisplayVMOutputToStderr",
                            "-XX:-UsePerfData",
                            "-Djava.awt.headless=true",
                            "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
                            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                            "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ParserChild.class.getName()),
                    time,
                    1_000);
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
    private @Nullable Child child;
    private volatile boolean closed;

    ParserProcess(Terms terms, ScheduledExecutorService clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** Reads {@code payload}; a child that dies of something else than the document's time or size gets a second try. */
    ParsedDocument read(byte[] payload, String type) {
        try {
            try {
                return attempt(payload, type);
            } catch (LostException e) {
                if (e.outOfMemory || closed) {
                    throw e;
                }
                return attempt(payload, type);
            }
        } catch (IOException e) {
            return ParsedDocument.failed("the reading process " + e.getMessage(), type);
        }
    }

    /** The operating system's number of the child that waits for the next document, if there is one. */
    synchronized @Nullable Long pid() {
        return child == null ? null : child.process.pid();
    }

    @Override
    public void close() {
        closed = true;
        drop();
    }

    private ParsedDocument attempt(byte[] payload, String type) throws IOException {
        Child current = running();
        Deadline deadline = new Deadline(current.process, clock, terms.time());
        try {
            ParserProtocol.writePayload(current.out, payload);
            ParsedDocument document = ParserProtocol.readDocument(current.in);
            current.documents++;
            return deadline.met() ? document : timedOut(type);
        } catch (IOException e) {
            boolean met = deadline.met();
            String story = current.end();
            drop();
            if (!met) {
                return timedOut(type);
            }
            throw new LostException(story, current.endedWith(OUT_OF_MEMORY), e);
        }
    }

    private ParsedDocument timedOut(String type) {
        drop();
        return ParsedDocument.without(TextOutcome.TIMED_OUT, null, type);
    }

    private synchronized Child running() throws IOException {
        if (closed) {
            throw new IOException("is closed");
        }
        Child current = child;
        if (current != null && (current.documents >= terms.documents() || !current.process.isAlive())) {
            drop();
            current = null;
        }
        if (current == null) {
            current = start();
            child = current;
        }
        return current;
    }

    private Child start() throws IOException {
        Child started = new Child(new ProcessBuilder(terms.command()).start());
        Deadline deadline = new Deadline(started.process, clock, START);
        try {
            if (started.in.readInt() == ParserProtocol.READY && deadline.met()) {
                return started;
            }
        } catch (IOException e) {
            throw new IOException("does not start: " + started.end(), e);
        }
        started.process.destroyForcibly();
        throw new IOException("does not start");
    }

    private synchronized void drop() {
        if (child != null) {
            child.process.destroyForcibly();
            child = null;
        }
    }

    /** A running process and its pipes. */
    private static final class Child {
        private static final int KEPT = 2_000;
        private final Process process;
        private final DataOutputStream out;
        private final DataInputStream in;
        private final StringBuilder errors = new StringBuilder();
        private final Thread listener;
        private int documents;

        Child(Process process) {
            this.process = process;
            this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
            this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
            this.listener = new Thread(this::listen, "parser-errors-" + process.pid());
            listener.setDaemon(true);
            listener.start();
        }

        private void listen() {
            byte[] buffer = new byte[1024];
            try (InputStream stream = process.getErrorStream()) {
                for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    keep(new String(buffer, 0, n, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                keep(String.valueOf(e.getMessage()));
            }
        }

        private synchronized void keep(String words) {
            errors.append(words);
            errors.delete(0, Math.max(0, errors.length() - KEPT));
        }

        private synchronized String said() {
            return CleanText.of(errors).strip();
        }

        boolean endedWith(int status) {
            return !process.isAlive() && process.exitValue() == status;
        }

        /** Makes sure that it has ended, and tells how. */
        String end() {
            boolean ended = false;
            try {
                ended = process.waitFor(2, TimeUnit.SECONDS);
                if (!ended) {
                    process.destroyForcibly().waitFor();
                }
                listener.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            String said = said();
            String how = process.isAlive() || !ended ? "stopped answering" : "ended with " + process.exitValue();
            return said.isEmpty() ? how : how + ": " + said;
        }
    }

    /** Kills a process that is not done in time. */
    private static final class Deadline {
        private final AtomicBoolean decided = new AtomicBoolean();
        private final ScheduledFuture<?> alarm;

        Deadline(Process process, ScheduledExecutorService clock, Duration time) {
            alarm = clock.schedule(
                    () -> {
                        if (decided.compareAndSet(false, true)) {
                            process.destroyForcibly();
                        }
                    },
                    time.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        boolean met() {
            alarm.cancel(false);
            return decided.compareAndSet(false, true);
        }
    }
}
