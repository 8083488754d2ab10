package vigie.crawler.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Capture;
import vigie.model.Json;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;
import vigie.model.archive.Archive;
import vigie.model.archive.SegmentWriter;
import vigie.model.id.Digest;

/**
 * What is archived of one feed, read again by today's readers, without fetching. Of each document the newest version counts. A
 * record's document is made anew; of a file that a record points to, what the record says is, while its text stays as it was
 * read. What comes out otherwise than it is archived is archived once more, with its old capture. Not thread-safe.
 */
final class ArchivedFeed {

    private static final Capture NOWHERE = new Capture("", Instant.EPOCH, 0, null, "", 0, null, null, null);

    /** Of the newest version; {@code file} without its text where it is a file that a record points to. */
    private record Known(
            Capture capture, String digest, @Nullable SourceDocument file) {}

    /** Begins the segment for what comes out otherwise. */
    interface Begin {
        SegmentWriter segment() throws IOException;
    }

    private final Source source;
    private final SourceAdapter adapter;
    private final Archive archive;
    private final Begin begin;
    private final FirmNames names;
    private final JsonMapper json = Json.mapper();
    private final Map<String, Known> known = new HashMap<>();
    private final Map<WarcPosition, String> files = new HashMap<>();
    private final Map<String, Linked> links = new HashMap<>();
    private final Map<String, Linked> corrected = new HashMap<>();
    private @Nullable SegmentWriter writer;
    private int written;

    ArchivedFeed(Source source, SourceAdapter adapter, Archive archive, Begin begin) {
        this.source = source;
        this.adapter = adapter;
        this.archive = archive;
        this.begin = begin;
        this.names = new FirmNames(source, new HashMap<>(), url -> Optional.empty());
    }

    /**
     * Reads these segments, in the order of archiving.
     *
     * @return how many documents come out otherwise
     */
    int read(List<String> segments) throws IOException {
        try {
            for (String segment : segments) {
                archive.documents(segment, this::know);
            }
            for (String segment : segments) {
                archive.captures(segment, this::capture);
            }
            if (!corrected.isEmpty()) {
                for (String segment : segments) {
                    writeFiles(segment);
                }
            }
            if (writer != null) {
                writer.commit();
            }
            return written;
        } finally {
            if (writer != null) {
                writer.close();
            }
        }
    }

    private void know(SourceDocument document) {
        Capture capture = document.capture();
        WarcPosition position = capture.warc();
        if (position == null) {
            return;
        }
        boolean isFile = document.id().equals(SourceDocument.idOf(capture.url(), ""));
        if (isFile) {
            files.put(position, document.id());
        }
        Known before = known.get(document.id());
        if (before == null || !before.capture().fetched().isAfter(capture.fetched())) {
            known.put(
                    document.id(),
                    new Known(capture, isFile ? "" : digest(document), isFile ? document.withoutText() : null));
        }
    }

    /** A file follows the page whose record points to it. */
    private void capture(Capture capture, byte[] payload) throws IOException {
        if (names.learn(capture.url(), payload)) {
            return;
        }
        String file = files.get(capture.warc());
        if (file != null) {
            compare(file, Objects.requireNonNull(known.get(file)), capture);
            return;
        }
        Reading reading;
        try {
            reading = adapter.read(source, capture, payload, names);
        } catch (ShapeException e) {
            // No page of this feed, or one that nobody can read yet.
            return;
        }
        Map<String, SourceDocument> records = new LinkedHashMap<>();
        Map<String, Linked> pointed = new HashMap<>();
        for (Reading.Entry entry : reading.entries()) {
            if (entry.document() != null) {
                records.put(entry.document().id(), entry.document());
            }
            if (entry.linked() != null) {
                pointed.putIfAbsent(entry.linked().url().toString(), entry.linked());
            }
        }
        links.putAll(pointed);
        for (SourceDocument read : records.values()) {
            compare(read, capture);
        }
    }

    private void compare(SourceDocument read, Capture capture) throws IOException {
        Known before = known.get(read.id());
        if (before == null) {
            SourceDocument document = read.of(capture);
            write(document);
            know(document);
        } else if (Objects.equals(before.capture().warc(), capture.warc())
                && !before.digest().equals(digest(read))) {
            write(read.of(before.capture()));
        }
    }

    private void compare(String id, Known before, Capture capture) {
        SourceDocument file = before.file();
        if (file == null || !Objects.equals(before.capture().warc(), capture.warc())) {
            return;
        }
        Linked linked = links.get(file.metadata().getOrDefault(SourceDocument.REQUESTED, capture.url()));
        if (linked != null && !linked.of(file).equals(file)) {
            corrected.put(id, linked);
        }
    }

    private void writeFiles(String segment) throws IOException {
        try {
            archive.documents(segment, this::writeFile);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void writeFile(SourceDocument document) {
        Linked linked = corrected.get(document.id());
        Known newest = known.get(document.id());
        if (linked == null
                || newest == null
                || !Objects.equals(newest.capture().warc(), document.capture().warc())) {
            return;
        }
        corrected.remove(document.id());
        try {
            write(linked.of(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private void write(SourceDocument document) throws IOException {
        if (writer == null) {
            writer = begin.segment();
        }
        writer.document(document);
        written++;
    }

    /** Of all but the capture. */
    private String digest(SourceDocument document) {
        try {
            return Digest.sha256(json.writeValueAsBytes(document.of(NOWHERE)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document cannot be written", e);
        }
    }
}
