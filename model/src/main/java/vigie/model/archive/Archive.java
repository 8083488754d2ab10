package vigie.model.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import vigie.model.Attempt;
import vigie.model.Capture;
import vigie.model.Issue;
import vigie.model.Json;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;

/**
 * The archive of a collection: a folder of segments, each of three files that share its name:
 * {@code <segment>.warc.gz}, {@code attempts-<segment>.jsonl.gz} and, put in place last,
 * {@code documents-<segment>.jsonl.gz}, whose presence says that the segment is whole.
 *
 * <p>Every record is a gzip member of its own, so that damage (a full disk, a cut copy, a flipped bit) costs the records
 * that it touches and no other: they are passed over and told, once by each archive that is open. What is archived is
 * never changed, not even then. Whole segments may be read by many threads.
 */
public final class Archive {

    private static final Pattern SEGMENT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]*");
    private static final String DOCUMENTS = "documents-";
    private static final String LINES = ".jsonl.gz";
    private static final String CUT = "cut-file";

    private final Path directory;
    private final Consumer<Issue> issues;
    private final Clock clock;
    private final JsonMapper json = Json.mapper();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private Archive(Path directory, Consumer<Issue> issues, Clock clock) {
        this.directory = directory;
        this.issues = issues;
        this.clock = clock;
    }

    /** Opens (and creates) the folder; {@code issues} hears of everything that cannot be read. */
    public static Archive open(Path directory, Consumer<Issue> issues) throws IOException {
        return open(directory, issues, Clock.systemUTC());
    }

    /** The same, with the clock that dates the issues. */
    public static Archive open(Path directory, Consumer<Issue> issues, Clock clock) throws IOException {
        Files.createDirectories(directory);
        Archive archive = new Archive(directory, issues, clock);
        List<String> segments = archive.segments();
        if (!segments.isEmpty()) {
            archive.checkCaptures(segments.get(segments.size() - 1));
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
        GzipMembers.read(documentsFile(segment), (offset, member) -> count[0]++);
        return count[0];
    }

    /** Reads the attempts of a segment one after another. */
    public void attempts(String segment, Consumer<Attempt> sink) throws IOException {
        Path file = attemptsFile(segment);
        if (has(segment) && !Files.exists(file)) {
            tell(file, "missing-file", "the file is not there");
        } else {
            lines(file, Attempt.class, sink);
        }
    }

    /** Hears of the captures of a segment. */
    @FunctionalInterface
    public interface Captures {
        /** One capture and the bytes that it brought. */
        void accept(Capture capture, byte[] payload) throws IOException;
    }

    /** Reads the captures that lie in a segment one after another; none where their file was taken away. */
    public void captures(String segment, Captures sink) throws IOException {
        Path file = warcFile(segment);
        if (Files.exists(file)) {
            tell(
                    file,
                    GzipMembers.read(file, (offset, member) -> {
                                WarcPosition position =
                                        new WarcPosition(file.getFileName().toString(), offset);
                                ResponseRecord record =
                                        ResponseRecord.of(member, position).orElse(null);
                                if (record != null) {
                                    sink.accept(record.capture(), record.payload());
                                }
                            })
                            .gaps());
        }
    }

    /**
     * Reads every byte of a segment and tells what cannot be read.
     *
     * @return whether all can; captures whose file was taken away on purpose count as readable
     */
    public boolean check(String segment) throws IOException {
        int before = told.size();
        Set<Long> missing = new TreeSet<>();
        long end = checkCaptures(segment);
        documents(segment, document -> {
            WarcPosition position = document.capture().warc();
            if (position != null && isIn(position, segment) && end >= 0 && position.offset() >= end) {
                missing.add(position.offset());
            }
        });
        attempts(segment, attempt -> {});
        if (!missing.isEmpty()) {
            tell(warcFile(segment), CUT, missing.size() + " captures behind its end at " + end + " are lost");
        }
        return told.size() == before;
    }

    /**
     * The payload bytes of a capture; the caller closes the stream. They are compared with their digest as they are read.
     *
     * @throws DamagedArchiveException here or by the stream, if they are not there or no longer what was captured
     */
    public InputStream payload(WarcPosition position) throws IOException {
        return payload(directory, position);
    }

    /** The same out of the archive in {@code directory}, which is only read: others may write it meanwhile. */
    public static InputStream payload(Path directory, WarcPosition position) throws IOException {
        Path file = directory.resolve(position.file());
        if (!directory.equals(file.getParent())) {
            throw new NoSuchFileException(position.file(), null, "not the name of a file of the archive");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            channel.position(position.offset());
            WarcReader reader = new WarcReader(channel);
            WarcRecord record = reader.next().orElse(null);
            if (!(record instanceof WarcResponse response)) {
                throw new IOException("there is no response record");
            }
            String digest = response.payloadDigest().map(WarcDigest::hex).orElse("");
            return new Payload(reader, response.http().body().stream(), digest, file, position.offset());
        } catch (IOException | UncheckedIOException | IllegalArgumentException | DateTimeException e) {
            if (channel != null) {
                channel.close();
            }
            throw new DamagedArchiveException(file, position.offset(), e);
        }
    }

    /** The record of a capture as it lies in the archive: a gzip member, which is a WARC file by itself. */
    public RawRecord record(WarcPosition position) throws IOException {
        Path file = directory.resolve(position.file());
        long length = GzipMembers.length(file, position.offset());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
            while (bytes.hasRemaining() && channel.read(bytes, position.offset() + bytes.position()) >= 0) {
                // Reads on.
            }
            return new RawRecord(bytes.array());
        }
    }

    private <T> void lines(Path file, Class<T> type, Consumer<T> sink) throws IOException {
        try {
            GzipMembers.Found found =
                    GzipMembers.read(file, (offset, member) -> sink.accept(value(file, member, type)));
            tell(file, found.gaps());
            boolean isTorn = !found.gaps().isEmpty() && isLast(found.gaps(), Files.size(file));
            if (!found.isEnded() && !isTorn) {
                tell(file, CUT, "what followed offset " + Files.size(file) + " is lost");
            }
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(file.toString(), null, "no such segment in the archive");
        }
    }

    private <T> T value(Path file, byte[] line, Class<T> type) throws IOException {
        try {
            return json.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new IOException("a line of " + file + " is not understood: " + e.getOriginalMessage(), e);
        }
    }

    /** @return where the file ends, negative where there is none */
    private long checkCaptures(String segment) throws IOException {
        Path file = warcFile(segment);
        if (!Files.exists(file)) {
            return -1;
        }
        tell(file, GzipMembers.read(file, (offset, member) -> {}).gaps());
        return Files.size(file);
    }

    private static boolean isLast(List<GzipMembers.Gap> gaps, long end) {
        return gaps.get(gaps.size() - 1).to() == end;
    }

    private void tell(Path file, List<GzipMembers.Gap> gaps) throws IOException {
        long end = Files.size(file);
        for (GzipMembers.Gap gap : gaps) {
            String what = "bytes " + gap.from() + " to " + gap.to() + " cannot be read";
            tell(file, gap.to() == end ? "torn-record" : "damaged-record", what);
        }
    }

    private void tell(Path file, String kind, String what) {
        if (told.add(file + " " + what)) {
            issues.accept(new Issue(
                    clock.instant(),
                    "archive",
                    null,
                    file.toString(),
                    kind,
                    file.getFileName() + ": " + what + "; all else in the archive is used",
                    "look for a full or failing disk or an unfinished copy; put the file back from a backup, then run"
                            + " vigie rebuild"));
        }
    }

    /** A document that was read again lies in another segment than its capture. */
    private boolean isIn(WarcPosition position, String segment) {
        return warcFile(segment).endsWith(position.file());
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
