package vigie.model.archive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import vigie.model.Issue;
import vigie.model.Json;

/**
 * The folder of one collection, and the only place that knows the names in it.
 *
 * <p>{@link #lock} makes sure that one process at a time writes; readers need no lock.
 */
public record DataDirectory(Path root) {

    /** Nutch's state: scheduling only, may be lost. */
    public Path crawl() {
        return root.resolve("crawl");
    }

    /** The append-only truth. */
    public Path archive() {
        return root.resolve("archive");
    }

    /** The Lucene index. */
    public Path index() {
        return root.resolve("index");
    }

    /** What character recognition made of scans, by the digest of their bytes: spares time, may be lost. */
    public Path ocr() {
        return root.resolve("ocr");
    }

    /** What was rendered. */
    public Path reports() {
        return root.resolve("reports");
    }

    /** Human verdicts. */
    public Path reviews() {
        return root.resolve("reviews.csv");
    }

    /** Saved searches. */
    public Path searches() {
        return root.resolve("searches.json");
    }

    /** One line per thing a person should look at. */
    public Path issues() {
        return root.resolve("issues.jsonl");
    }

    /** One line per run. */
    public Path runs() {
        return root.resolve("runs.jsonl");
    }

    /**
     * Takes the folder for this process, creating it if need be.
     *
     * @throws DataDirectoryException if another process holds it or the folder cannot be written
     */
    public Lock lock() throws DataDirectoryException {
        Path file = root.resolve("lock");
        try {
            Files.createDirectories(root);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                return acquire(channel, file);
            } catch (IOException | DataDirectoryException e) {
                channel.close();
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw unwritable("permission denied", e);
        } catch (FileAlreadyExistsException e) {
            throw unwritable("it is a file, not a folder", e);
        } catch (IOException e) {
            throw unwritable(String.valueOf(e.getMessage()), e);
        }
    }

    private DataDirectoryException unwritable(String detail, IOException cause) {
        return new DataDirectoryException(
                DataDirectoryException.Kind.UNWRITABLE, detail, "cannot write to " + root + ": " + detail, cause);
    }

    private Lock acquire(FileChannel channel, Path file) throws IOException, DataDirectoryException {
        String holder = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            String who = holder.isEmpty() ? "another process" : holder;
            throw new DataDirectoryException(
                    DataDirectoryException.Kind.HELD,
                    who,
                    root + " is in use by " + who + "; wait for it to end, or give another --data",
                    null);
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(ownName().getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
        return new Lock(channel, holder.isEmpty() ? Optional.empty() : Optional.of(holder));
    }

    private static String ownName() {
        ProcessHandle me = ProcessHandle.current();
        return "process " + me.pid()
                + me.info().startInstant().map(start -> " since " + start).orElse("");
    }

    /** Adds a line to {@code issues.jsonl}; safe to call from several threads. */
    public synchronized void issue(Issue issue) {
        append(issues(), issue);
    }

    /** Adds a line to {@code runs.jsonl}. */
    public synchronized void run(Object record) {
        append(runs(), record);
    }

    private static void append(Path file, Object record) {
        JsonMapper json = Json.mapper();
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = wholeLines(channel);
            byte[] line = (json.writeValueAsString(record) + "\n").getBytes(StandardCharsets.UTF_8);
            channel.position(end);
            try {
                Archive.writeFully(channel, line);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file + ": " + e.getMessage(), e);
        }
    }

    /** Where the last whole line ends; a part behind it, as a killed process leaves it, is cut off. */
    private static long wholeLines(FileChannel channel) throws IOException {
        long end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        while (end > 0 && (channel.read(last.clear(), end - 1) < 1 || last.get(0) != '\n')) {
            end--;
        }
        channel.truncate(end);
        return end;
    }

    /**
     * The hold on a data directory; closing gives it back.
     *
     * <p>The operating system frees the lock when its process dies, however that happens, so a lock file that is left
     * behind never blocks.
     */
    public static final class Lock implements AutoCloseable {

        private final FileChannel channel;
        private final Optional<String> stale;

        private Lock(FileChannel channel, Optional<String> stale) {
            this.channel = channel;
            this.stale = stale;
        }

        /** Who held the folder and ended without giving it back, if anybody did. */
        public Optional<String> stale() {
            return stale;
        }

        @Override
        public void close() throws IOException {
            channel.truncate(0);
            channel.close();
        }
    }
}
