package vigie.model.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.netpreserve.jwarc.WarcReader;

/** The payload of one record, compared with its digest when it has been read to its end. */
final class Payload extends FilterInputStream {

    private final WarcReader reader;
    private final String expected;
    private final Path file;
    private final long offset;
    private final MessageDigest digest;
    private boolean isChecked;

    /** @param expected SHA-256 in hexadecimal digits */
    Payload(WarcReader reader, InputStream in, String expected, Path file, long offset) {
        super(in);
        this.reader = reader;
        this.expected = expected;
        this.file = file;
        this.offset = offset;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count;
        try {
            count = in.read(bytes, from, length);
        } catch (IOException | UncheckedIOException e) {
            throw new DamagedArchiveException(file, offset, e);
        }
        if (count >= 0) {
            digest.update(bytes, from, count);
        } else if (!isChecked) {
            isChecked = true;
            check();
        }
        return count;
    }

    private void check() throws DamagedArchiveException {
        if (!expected.equals(HexFormat.of().formatHex(digest.digest()))) {
            throw new DamagedArchiveException(file, offset, new IOException("the payload is not what was captured"));
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 13)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
