package vigie.model.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Walks a file of gzip members (RFC 1952) and knows where the last whole one ends, which
 * {@link java.util.zip.GZIPInputStream} does not tell.
 */
final class GzipMembers {

    /** Hears the content of each whole member. */
    @FunctionalInterface
    interface Sink {
        void accept(byte[] content) throws IOException;
    }

    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    private final InputStream in;
    private final byte[] input = new byte[1 << 16];
    private int from;
    private int to;
    private long consumed;

    private GzipMembers(InputStream in) {
        this.in = in;
    }

    /**
     * Gives every whole member to {@code sink}.
     *
     * @return the offset at which the last whole member ends; less than the file's size if the rest is torn
     */
    static long read(Path file, Sink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            GzipMembers members = new GzipMembers(in);
            long good = 0;
            while (members.available()) {
                byte[] content;
                try {
                    content = members.next();
                } catch (EOFException | ZipException e) {
                    return good;
                }
                sink.accept(content);
                good = members.consumed;
            }
            return good;
        }
    }

    /** How many bytes the first member takes; it must be whole. */
    static long length(InputStream in) throws IOException {
        GzipMembers members = new GzipMembers(in);
        members.next();
        return members.consumed;
    }

    private boolean available() throws IOException {
        if (from < to) {
            return true;
        }
        from = 0;
        to = Math.max(0, in.read(input));
        return to > 0;
    }

    private int octet() throws IOException {
        if (!available()) {
            throw new EOFException("torn gzip member");
        }
        consumed++;
        return input[from++] & 0xff;
    }

    private long littleEndian() throws IOException {
        return octet() | (long) octet() << 8 | (long) octet() << 16 | (long) octet() << 24;
    }

    private byte[] next() throws IOException {
        header();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        inflate(out);
        byte[] content = out.toByteArray();
        CRC32 crc = new CRC32();
        crc.update(content);
        if (littleEndian() != crc.getValue() || littleEndian() != (content.length & 0xffffffffL)) {
            throw new ZipException("gzip check value is wrong (trailer of " + TRAILER + " bytes)");
        }
        return content;
    }

    private void header() throws IOException {
        int[] header = new int[HEADER];
        for (int i = 0; i < HEADER; i++) {
            header[i] = octet();
        }
        if (header[0] != 0x1f || header[1] != 0x8b || header[2] != 8 || header[3] != 0) {
            throw new ZipException("not a plain gzip member");
        }
    }

    private void inflate(ByteArrayOutputStream out) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            byte[] buffer = new byte[1 << 15];
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    if (!available()) {
                        throw new EOFException("torn gzip member");
                    }
                    inflater.setInput(input, from, to - from);
                }
                int before = inflater.getRemaining();
                out.write(buffer, 0, inflater.inflate(buffer));
                int used = before - inflater.getRemaining();
                from += used;
                consumed += used;
            }
        } catch (DataFormatException e) {
            ZipException torn = new ZipException("broken deflate stream");
            torn.initCause(e);
            throw torn;
        } finally {
            inflater.end();
        }
    }
}
