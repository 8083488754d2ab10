package vigie.model.archive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import vigie.model.Attempt;
import vigie.model.Capture;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;
import vigie.model.id.Digest;

/** Writes one segment; not thread-safe. Closing without {@link #commit} leaves no trace. */
public final class SegmentWriter implements AutoCloseable {

    /** Headers that no longer describe the payload once its encodings are undone; kept under another name. */
    private static final Set<String> ENCODING_HEADERS =
            Set.of("content-encoding", "transfer-encoding", "content-length", "content-md5", "digest");

    /** Set by name: jwarc would write base 32 with its padding, and the format allows no "=" there. */
    private static final String PAYLOAD_DIGEST = "WARC-Payload-Digest";

    private final Path warcFile;
    private final Path attemptsFile;
    private final Path documentsFile;
    private final JsonMapper json;
    private final FileChannel warcChannel;
    private final MemberWriter warcMembers;
    private final WarcWriter warc;
    private final FileChannel attemptsChannel;
    private final MemberWriter attempts;
    private final FileChannel documentsChannel;
    private final MemberWriter documents;

    SegmentWriter(Path warcFile, Path attemptsFile, Path documentsFile, JsonMapper json) throws IOException {
        this.warcFile = warcFile;
        this.attemptsFile = attemptsFile;
        this.documentsFile = documentsFile;
        this.json = json;
        this.warcChannel = create(warcFile);
        this.warcMembers = new MemberWriter(warcChannel);
        this.warc = new WarcWriter(Channels.newChannel(warcMembers), WarcCompression.NONE);
        this.attemptsChannel = create(attemptsFile);
        this.attempts = new MemberWriter(attemptsChannel);
        this.documentsChannel = create(documentsFile);
        this.documents = new MemberWriter(documentsChannel);
        record(new Warcinfo.Builder()
                .filename(warcFile.getFileName().toString())
                .fields(Map.of(
                        "software", List.of("Vigie"),
                        "format", List.of("WARC File Format 1.1"),
                        "description", List.of("payloads are kept with their content encoding undone")))
                .build());
    }

    /**
     * Writes a response record.
     *
     * <p>The payload is kept with its content and transfer encodings undone. The headers that described them are kept
     * as {@code X-Crawl-…}, the convention of Common Crawl.
     *
     * @param headers of the response as received, names in their original spelling
     * @param mediaType as declared, without parameters, or null
     * @return the capture with its WARC position
     */
    public Capture response(
            String url,
            Instant fetched,
            int status,
            Map<String, List<String>> headers,
            @Nullable String mediaType,
            byte[] payload)
            throws IOException {
        String sha256 = Digest.sha256(payload);
        long offset = warcMembers.position();
        record(new WarcResponse.Builder(url)
                .date(fetched)
                .setHeader(PAYLOAD_DIGEST, "sha256:" + sha256)
                .body(http(status, headers, payload))
                .build());
        return new Capture(
                url,
                fetched,
                status,
                mediaType,
                sha256,
                payload.length,
                header(headers, "etag"),
                header(headers, "last-modified"),
                new WarcPosition(warcFile.getFileName().toString(), offset));
    }

    private static HttpResponse http(int status, Map<String, List<String>> headers, byte[] payload) {
        HttpResponse.Builder http = new HttpResponse.Builder(status, status == 200 ? "OK" : "");
        String contentType = header(headers, "content-type");
        http.body(MediaType.OCTET_STREAM, payload);
        if (contentType != null) {
            http.setHeader("Content-Type", contentType);
        }
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.equals("content-type")) {
                String kept = ENCODING_HEADERS.contains(lower) ? "X-Crawl-" + name : name;
                values.forEach(value -> http.addHeader(kept, value));
            }
        });
        return http.build();
    }

    /**
     * Writes a revisit record: the server said (304), or the bytes showed, that nothing changed.
     *
     * @param sha256 of the payload that is still valid
     */
    public void revisit(String url, Instant fetched, int status, String sha256) throws IOException {
        record(new WarcRevisit.Builder(
                        url,
                        status == 304 ? WarcRevisit.SERVER_NOT_MODIFIED_1_1 : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
                .date(fetched)
                .setHeader(PAYLOAD_DIGEST, "sha256:" + sha256)
                .body(new HttpResponse.Builder(status, status == 304 ? "Not Modified" : "OK").build())
                .build());
    }

    /** Adds a document line. */
    public void document(SourceDocument document) throws IOException {
        line(documents, documentsFile, document);
    }

    /** Adds an attempt line. */
    public void attempt(Attempt attempt) throws IOException {
        line(attempts, attemptsFile, attempt);
    }

    /** Makes the segment durable: fsync of the files, renames, fsync of the folder; the documents file last. */
    public void commit() throws IOException {
        member(attempts, attemptsFile, GzipMembers.end());
        member(documents, documentsFile, GzipMembers.end());
        for (FileChannel channel : List.of(warcChannel, attemptsChannel, documentsChannel)) {
            channel.force(true);
        }
        close(false);
        for (Path file : List.of(warcFile, attemptsFile, documentsFile)) {
            Files.move(temporary(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        Archive.forceDirectory(documentsFile.toAbsolutePath().resolveSibling("."));
    }

    @Override
    public void close() throws IOException {
        if (documentsChannel.isOpen()) {
            close(true);
        }
    }

    private void close(boolean discard) throws IOException {
        warc.close();
        attempts.close();
        documents.close();
        if (discard) {
            for (Path file : List.of(warcFile, attemptsFile, documentsFile)) {
                Files.deleteIfExists(temporary(file));
            }
        }
    }

    private void record(WarcRecord record) throws IOException {
        try {
            warcMembers.begin();
            warc.write(record);
            warcMembers.end();
        } catch (IOException e) {
            throw unwritten(warcFile, e);
        }
    }

    private void line(MemberWriter file, Path path, Object value) throws IOException {
        member(file, path, (json.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void member(MemberWriter file, Path path, byte[] content) throws IOException {
        try {
            file.begin();
            file.write(content);
            file.end();
        } catch (IOException e) {
            throw unwritten(path, e);
        }
    }

    private static IOException unwritten(Path file, IOException cause) {
        return new IOException("cannot write " + temporary(file) + ": " + cause.getMessage(), cause);
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                temporary(file),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    private static Path temporary(Path file) {
        return file.resolveSibling(file.getFileName() + ".tmp");
    }

    private static @Nullable String header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name)
                        && !entry.getValue().isEmpty())
                .map(entry -> entry.getValue().get(0))
                .findFirst()
                .orElse(null);
    }
}
