package vigie.model.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import vigie.model.Capture;
import vigie.model.WarcPosition;

/**
 * A response record as {@link SegmentWriter} wrote it.
 *
 * @param payload never to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Two records are the same only where they are one.
record ResponseRecord(Capture capture, byte[] payload) {

    /** Nothing where {@code record}, a WARC record no longer compressed, is of another kind. */
    static Optional<ResponseRecord> of(byte[] record, WarcPosition position) throws IOException {
        try (WarcReader reader = new WarcReader(Channels.newChannel(new ByteArrayInputStream(record)))) {
            WarcRecord read = reader.next().orElse(null);
            if (!(read instanceof WarcResponse response)) {
                return Optional.empty();
            }
            byte[] payload = response.http().body().stream().readAllBytes();
            MessageHeaders headers = response.http().headers();
            Capture capture = new Capture(
                    response.target(),
                    response.date(),
                    response.http().status(),
                    headers.first("Content-Type")
                            .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                            .orElse(null),
                    response.payloadDigest().map(WarcDigest::hex).orElse(""),
                    payload.length,
                    headers.first("ETag").orElse(null),
                    headers.first("Last-Modified").orElse(null),
                    position);
            return Optional.of(new ResponseRecord(capture, payload));
        } catch (UncheckedIOException | IllegalArgumentException | DateTimeException e) {
            throw new IOException("broken record at " + position + ": " + e.getMessage(), e);
        }
    }
}
