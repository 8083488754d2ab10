package vigie.model.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vigie.model.Correction;
import vigie.model.Review;
import vigie.model.Reviews;
import vigie.model.Term;
import vigie.model.Verdict;

/**
 * {@code reviews.csv}: one line per {@link Review}, RFC 4180 in UTF-8, made to be kept in git and merged there (lines of both
 * sides kept, {@code merge=union}): their order does not matter, and a line or a heading that is there twice does no harm.
 *
 * <p>Only ever appended to, one line per review. Several processes may: each line is written whole, under a lock, and lies
 * on disk when {@link #append} returns. What a crash left of a line that was being written counts for nothing.
 */
public final class ReviewFile {

    private static final List<String> COLUMNS = List.of(
            "time",
            "reviewer",
            "verdict",
            "claim",
            "document",
            "commune",
            "technology",
            "vendor",
            "stage",
            "quote",
            "correction",
            "note");
    private static final String HEADING = String.join(",", COLUMNS);

    /** What a spreadsheet would take for a formula; such a cell is written behind an apostrophe. */
    private static final String FORMULA = "(?s)'*[=+\\-@\t\r].*";

    /** Of a line that cannot be understood. */
    private static final int LONGEST_SHOWN = 160;

    private final Path path;
    private final CsvMapper csv = new CsvMapper();
    private final CsvSchema schema = CsvSchema.builder()
            .addColumns(COLUMNS, CsvSchema.ColumnType.STRING)
            .build()
            .withLineSeparator("\n");
    private State state = new State(0, 0);
    private Reviews latest = Reviews.none();

    /** By what a file is seen to be another. */
    private record State(long modified, long size) {}

    /** A line that cannot be understood. */
    private record Fault(int number, String line, String why) {}

    public ReviewFile(Path path) {
        this.path = path;
        csv.enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS);
    }

    /**
     * Reads all reviews; a file that is not there holds none.
     *
     * @throws DataDirectoryException if lines cannot be understood; it names them all. A verdict that was overlooked would
     *     bring back what a reader rejected, so nothing is read around them
     */
    public Reviews read() throws IOException, DataDirectoryException {
        if (!Files.exists(path)) {
            return Reviews.none();
        }
        String text = Files.readString(path);
        List<String> lines = text.lines().toList();
        List<Review> reviews = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            try {
                if (!line.isBlank() && !line.equals(HEADING)) {
                    reviews.add(review(line));
                }
            } catch (IOException | IllegalArgumentException | DateTimeException e) {
                boolean torn = i == lines.size() - 1 && !text.endsWith("\n");
                if (!torn) {
                    String why =
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                    faults.add(new Fault(i + 1, shortened(line), why));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw unreadable(faults);
        }
        return Reviews.of(reviews);
    }

    /** The same as {@link #read}, but reads only if the file is another than last time. */
    public synchronized Reviews latest() throws IOException, DataDirectoryException {
        State now = Files.exists(path)
                ? new State(Files.getLastModifiedTime(path).toMillis(), Files.size(path))
                : new State(0, 0);
        if (!now.equals(state)) {
            latest = read();
            state = now;
        }
        return latest;
    }

    /** People see the line itself, which is in no language; why it cannot be understood is for logs. */
    private DataDirectoryException unreadable(List<Fault> faults) {
        return new DataDirectoryException(
                DataDirectoryException.Kind.REVIEWS,
                lines(faults, Fault::line),
                lines(faults, Fault::why) + "\ncorrect or delete these lines, then try again",
                null);
    }

    private String lines(List<Fault> faults, Function<Fault, String> what) {
        return faults.stream()
                .map(fault -> path + ":" + fault.number() + ": " + what.apply(fault))
                .collect(Collectors.joining("\n"));
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + " …";
    }

    private Review review(String line) throws IOException {
        Map<String, String> cells = csv.readerFor(new TypeReference<Map<String, String>>() {})
                .with(schema)
                .readValue(line);
        return new Review(
                Instant.parse(cell(cells, "time")),
                cell(cells, "reviewer"),
                Term.of(Verdict.class, cell(cells, "verdict")),
                new Review.Subject(
                        cell(cells, "claim"),
                        cell(cells, "document"),
                        cell(cells, "commune"),
                        cell(cells, "technology"),
                        cell(cells, "vendor"),
                        cell(cells, "stage"),
                        cell(cells, "quote")),
                Correction.parse(cell(cells, "correction")),
                cell(cells, "note"));
    }

    private static String cell(Map<String, String> cells, String name) {
        String value = cells.getOrDefault(name, "");
        return value.startsWith("'") && value.matches(FORMULA) ? value.substring(1) : value;
    }

    /** Adds a review; when this returns it lies on disk. */
    public synchronized void append(Review review) throws IOException {
        Review.Subject subject = review.subject();
        List<String> cells = List.of(
                review.time().toString(),
                review.reviewer(),
                review.verdict().id(),
                subject.claim(),
                subject.document(),
                subject.commune(),
                subject.technology(),
                subject.vendor(),
                subject.stage(),
                subject.quote(),
                review.correction().toString(),
                review.note());
        Map<String, String> line = new TreeMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            String cell = cells.get(i);
            line.put(COLUMNS.get(i), cell.matches(FORMULA) ? "'" + cell : cell);
        }
        String written = csv.writer(schema).writeValueAsString(line);
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.lock(); // until it is closed
            String before = beginLine(channel);
            Archive.writeFully(channel, (before + written).getBytes(StandardCharsets.UTF_8));
            channel.force(true);
        }
    }

    /** Goes to where a line may begin; a line that was torn by a crash, and so never acknowledged, is cut off. */
    private String beginLine(FileChannel channel) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(channel.size())];
        channel.read(ByteBuffer.wrap(bytes), 0);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int last = text.lastIndexOf('\n') + 1;
        channel.position(bytes.length);
        if (text.isEmpty()) {
            return HEADING + "\n";
        }
        if (last == text.length()) {
            return "";
        }
        if (isWhole(text.substring(last))) {
            return "\n";
        }
        long whole = text.substring(0, last).getBytes(StandardCharsets.UTF_8).length;
        channel.truncate(whole);
        channel.position(whole);
        return whole == 0 ? HEADING + "\n" : "";
    }

    private boolean isWhole(String line) {
        try {
            return line.equals(HEADING) || !review(line).reviewer().isEmpty();
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}
