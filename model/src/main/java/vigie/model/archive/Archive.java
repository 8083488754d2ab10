package vigie.model.archive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import vigie.model.Attempt;
import vigie.model.Issue;
import vigie.model.Json;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;

/**
 * The archive of a collection: a folder of segments, each of three files that share its name:
 * {@code <segment>.warc.gz}, {@code attempts-<segment>.jsonl.gz} and, put in place last,
 * {@code documents-<segment>.jsonl.gz}, whose presence says that the segment is whole.
 *
 * <p>Every record is a gzip member of its own, so that a file which was torn (a full disk, a cut copy) loses its last
 * record only: that is cut off and told, and all before it stays readable. Whole segments may be read by many threads.
 */
public final class Archive {

    private static final Pattern SEGMENT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]*");
    private static final String DOCUMENTS = "documents-";
    private static final String LINES = ".jsonl.gz";

    private final Path directory;
    private final Consumer<Issue> issues;
    private final Clock clock;
    private final JsonMapper json = Json.mapper();

    private Archive(Path directory, Consumer<Issue> issues, Clock clock) {
        this.directory = directory;
        this.issues = issues;
        this.clock = clock;
    }

    /** Opens (and creates) the folder; {@code issues} hears of every torn record that is cut. */
    public static Archive open(Path directory, Consumer<Issue> issues) throws IOException {
        return open(directory, issues, Clock.systemUTC());
    }

    /** The same, with the clock that dates the issues. */
    public static Archive open(Path directory, Consumer<Issue> issues, Clock clock) throws IOException {
        Files.createDirectories(directory);
        Archive archive = new Archive(directory, issues, clock);
        List<String> segments = archive.segments();
        if (!segments.isEmpty()) {
            archive.checkWarc(segments.get(segments.size() - 1));
        }
        return archive;
    }

    /** Names of the whole segments, in the order in which they were archived (their names sort so). */
    public List<String> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(DOCUMENTS) && name.endsWith(LINES))
                    .map(name -> name.substring(DOCUMENTS.length(), name.length() - LINES.length()))
                    .sorted()
                    .toList();
        }
    }

    /** Whether that segment is whole. */
    public boolean has(String segment) {
        return Files.exists(documentsFile(segment));
    }

    /**
     * Begins a segment; writes go to temporary files until {@link SegmentWriter#commit}. What a cut run left of the
     * same segment is overwritten.
     *
     * @throws IllegalStateException if the segment is already whole: the archive never changes what it holds
     */
    public SegmentWriter begin(String segment) throws IOException {
        if (!SEGMENT.matcher(segment).matches()) {
            throw new IllegalArgumentException("not a name for a segment: '" + segment + "'");
        }
        if (has(segment)) {
            throw new IllegalStateException("segment " + segment + " is already archived in " + directory);
        }
        return new SegmentWriter(warcFile(segment), attemptsFile(segment), documentsFile(segment), json);
    }

    /** Reads the documents of a segment one after another. */
    public void documents(String segment, Consumer<SourceDocument> sink) throws IOException {
        lines(documentsFile(segment), SourceDocument.class, sink);
    }

    /** How many documents a segment holds, without reading what is in them. */
    public int documentCount(String segment) throws IOException {
        int[] count = {0};
        GzipMembers.read(documentsFile(segment), member -> count[0]++);
        return count[0];
    }

    /** Reads the attempts of a segment one after another. */
    public void attempts(String segment, Consumer<Attempt> sink) throws IOException {
        lines(attemptsFile(segment), Attempt.class, sink);
    }

    /** The payload bytes of a capture; the caller closes the stream. */
    public InputStream payload(WarcPosition position) throws IOException {
        return payload(directory, position);
    }

    /** The same out of the archive in {@code directory}, which is only read: others may write it meanwhile. */
    public static InputStream payload(Path directory, WarcPosition position) throws IOException {
        Path file = directory.resolve(position.file());
        if (!directory.equals(file.getParent())) {
            throw new NoSuchFileException(position.file(), null, "not the name of a file of the archive");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            channel.position(position.offset());
            WarcReader reader = new WarcReader(channel);
            WarcRecord record = reader.next().orElse(null);
            if (!(record instanceof WarcResponse response)) {
                throw new IOException(file + " has no response record at offset " + position.offset());
            }
            return new FilterInputStream(response.http().body().stream()) {
                @Override
                public void close() throws IOException {
                    reader.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The record of a capture as it lies in the archive: a gzip member, which is a WARC file by itself. */
    public RawRecord record(WarcPosition position) throws IOException {
        Path file = directory.resolve(position.file());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = GzipMembers.length(Channels.newInputStream(channel.position(position.offset())));
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
            while (bytes.hasRemaining() && channel.read(bytes, position.offset() + bytes.position()) >= 0) {
                // Reads on.
            }
            return new RawRecord(bytes.array());
        }
    }

    private <T> void lines(Path file, Class<T> type, Consumer<T> sink) throws IOException {
        try {
            long good = GzipMembers.read(file, member -> sink.accept(json.readValue(member, type)));
            cut(file, good);
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(file.toString(), null, "no such segment in the archive");
        }
    }

    private void checkWarc(String segment) throws IOException {
        Path file = warcFile(segment);
        if (Files.exists(file)) {
            cut(file, GzipMembers.read(file, member -> {}));
        }
    }

    private void cut(Path file, long good) throws IOException {
        long size = Files.size(file);
        if (good == size) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(good);
            channel.force(true);
        }
        issues.accept(new Issue(
                clock.instant(),
                "archive",
                null,
                file.toString(),
                "torn-record",
                "the last record of " + file.getFileName() + " is torn: " + (size - good) + " bytes after offset "
                        + good + " were cut off",
                "nothing to do for what is left; look for a full disk or an unfinished copy, and crawl again"));
    }

    private Path warcFile(String segment) {
        return directory.resolve(segment + ".warc.gz");
    }

    private Path attemptsFile(String segment) {
        return directory.resolve("attempts-" + segment + LINES);
    }

    private Path documentsFile(String segment) {
        return directory.resolve(DOCUMENTS + segment + LINES);
    }

    /** Makes the entries of a folder durable; a no-op where the platform cannot open folders. */
    static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows refuses to open folders; its renames are durable by themselves.
        }
    }

    /** Writes all of {@code bytes}. */
    static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
