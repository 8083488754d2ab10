package vigie.model.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Attempt;
import vigie.model.Capture;
import vigie.model.SourceDocument;

/** Writes one segment; not thread-safe. Closing without {@link #commit} leaves no trace. */
public final class SegmentWriter implements AutoCloseable {

    SegmentWriter() {}

    /**
     * Writes a response record (and its request record).
     *
     * @param headers of the response as received, names in their original spelling
     * @param payload with the content encoding undone
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
        throw new UnsupportedOperationException("contract only");
    }

    /** Writes a revisit record (server-not-modified) for a 304 or identical bytes. */
    public void revisit(String url, Instant fetched, int status, String sha256) throws IOException {
        throw new UnsupportedOperationException("contract only");
    }

    /** Adds a document line. */
    public void document(SourceDocument document) throws IOException {
        throw new UnsupportedOperationException("contract only");
    }

    /** Adds an attempt line. */
    public void attempt(Attempt attempt) throws IOException {
        throw new UnsupportedOperationException("contract only");
    }

    /** Makes the segment durable: fsync of the files, renames, fsync of the folder; the documents file last. */
    public void commit() throws IOException {
        throw new UnsupportedOperationException("contract only");
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException("contract only");
    }
}
