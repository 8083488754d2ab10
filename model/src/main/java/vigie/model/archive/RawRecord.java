package vigie.model.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * One record of the archive, cut out: a gzip member that is a WARC file (ISO 28500) by itself.
 *
 * @param bytes never to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Two records are the same only where they are one.
public record RawRecord(byte[] bytes) {

    /**
     * The payload of the response that it holds.
     *
     * @throws IOException if it is no such record, or broken
     */
    public byte[] payload() throws IOException {
        try (WarcReader reader = new WarcReader(Channels.newChannel(new ByteArrayInputStream(bytes)))) {
            WarcRecord record = reader.next().orElse(null);
            if (!(record instanceof WarcResponse response)) {
                throw new IOException("no response record");
            }
            return response.http().body().stream().readAllBytes();
        }
    }
}
