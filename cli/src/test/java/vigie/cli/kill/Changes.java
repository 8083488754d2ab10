package vigie.cli.kill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Stands in for what changes files, in a process that {@link KillAgent} was started with: writes down each change, and
 * ends the process at the chosen one. Thread-safe; called by rewritten classes only.
 */
public final class Changes {

    private static final int KILLED = 137;
    private static final Thread MAIN = Thread.currentThread();
    private static final Map<Point, Integer> COUNTS = new HashMap<>();
    /** What Hadoop copies for itself to start a job, and deletes beside whatever comes next. */
    private static final Pattern STAGING = Pattern.compile("\\.staging|job_local");

    /** Who starts Nutch's jobs: what their threads do belongs to these. */
    private static final Pattern STEPS =
            Pattern.compile("vigie\\.crawler\\.nutch\\.(SiteCrawl|CrawlState|ArchiveReplay)");

    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String RECORD = System.getProperty("kill.record", "");
    private static final String AT = System.getProperty("kill.at", "");
    private static final Side SIDE = Side.valueOf(System.getProperty("kill.side", Side.BEFORE.name()));

    private Changes() {}

    public static Path move(Path from, Path to, CopyOption... options) throws IOException {
        boolean isIt = isReached(Point.Change.RENAME, to);
        end(isIt && SIDE == Side.BEFORE);
        Path moved = Files.move(from, to, options);
        end(isIt);
        return moved;
    }

    public static boolean renameTo(File from, File to) {
        boolean isIt = isReached(Point.Change.RENAME, to.toPath());
        end(isIt && SIDE == Side.BEFORE);
        boolean isMoved = from.renameTo(to);
        end(isIt);
        return isMoved;
    }

    public static void force(FileChannel channel, boolean metaData) throws IOException {
        boolean isIt = isReached(Point.Change.SYNC, Path.of("-"));
        end(isIt && SIDE == Side.BEFORE);
        channel.force(metaData);
        end(isIt);
    }

    public static int write(FileChannel channel, ByteBuffer bytes) throws IOException {
        boolean isIt = isReached(Point.Change.WRITE, Path.of("-"));
        end(isIt && SIDE == Side.BEFORE);
        if (isIt && SIDE == Side.WITHIN) {
            bytes.limit(bytes.position() + bytes.remaining() / 2);
        }
        int written = channel.write(bytes);
        end(isIt);
        return written;
    }

    public static Path writeString(Path file, CharSequence text, OpenOption... options) throws IOException {
        return write(file, text.toString().getBytes(StandardCharsets.UTF_8), options);
    }

    public static Path write(Path file, byte[] bytes, OpenOption... options) throws IOException {
        boolean isIt = isReached(Point.Change.WRITE, file);
        end(isIt && SIDE == Side.BEFORE);
        boolean isHalf = isIt && SIDE == Side.WITHIN;
        Files.write(file, isHalf ? Arrays.copyOf(bytes, bytes.length / 2) : bytes, options);
        end(isIt);
        return file;
    }

    public static Path createFile(Path file, FileAttribute<?>... attributes) throws IOException {
        boolean isIt = isReached(Point.Change.CREATE, file);
        end(isIt && SIDE == Side.BEFORE);
        Files.createFile(file, attributes);
        end(isIt);
        return file;
    }

    public static void delete(Path file) throws IOException {
        boolean isIt = isReached(Point.Change.DELETE, file);
        end(isIt && SIDE == Side.BEFORE);
        Files.delete(file);
        end(isIt);
    }

    public static boolean deleteIfExists(Path file) throws IOException {
        boolean isIt = isReached(Point.Change.DELETE, file);
        end(isIt && SIDE == Side.BEFORE);
        boolean isDeleted = Files.deleteIfExists(file);
        end(isIt);
        return isDeleted;
    }

    public static boolean delete(File file) {
        boolean isIt = isReached(Point.Change.DELETE, file.toPath());
        end(isIt && SIDE == Side.BEFORE);
        boolean isDeleted = file.delete();
        end(isIt);
        return isDeleted;
    }

    private static void end(boolean isIt) {
        if (isIt) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static synchronized boolean isReached(Point.Change change, Path file) {
        if (STAGING.matcher(file.toString()).find()) {
            return false;
        }
        Point kind = new Point(step(), change, Point.stable(file), 0);
        Point point = new Point(kind.step(), change, kind.file(), COUNTS.merge(kind, 1, Integer::sum) - 1);
        if (!RECORD.isEmpty()) {
            try {
                Files.writeString(Path.of(RECORD), point + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return point.toString().equals(AT);
    }

    private static String step() {
        return STACK.walk(frames -> frames.filter(frame -> isOurs(frame.getClassName()))
                        .map(frame -> name(frame.getClassName(), frame.getMethodName()))
                        .findFirst())
                .orElseGet(Changes::mainStep);
    }

    private static String mainStep() {
        for (StackTraceElement frame : MAIN.getStackTrace()) {
            if (STEPS.matcher(frame.getClassName()).matches()) {
                return name(frame.getClassName(), frame.getMethodName());
            }
        }
        return "-";
    }

    private static boolean isOurs(String type) {
        return type.startsWith("vigie.")
                && !type.startsWith("vigie.cli.kill.")
                && !type.endsWith(".Jobs")
                && !type.endsWith(".DirectFileSystem$Raw");
    }

    private static String name(String type, String method) {
        String simple = type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$\\d+$", "");
        return simple + "." + method.replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1");
    }
}
