package vigie.model.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a file of gzip members (RFC 1952), all with one compressor: to make one anew costs more than to compress a line.
 * What is written is put between {@link #begin} and {@link #end}. Not thread-safe.
 */
final class MemberWriter extends OutputStream {

    /** Pages and texts take a sixth more room than with the usual 6, PDF files none; it takes about half the time. */
    private static final int LEVEL = 3;

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER = 8;

    private final FileChannel channel;
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final CRC32 crc = new CRC32();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    MemberWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Where the next member begins. */
    long position() throws IOException {
        return channel.position();
    }

    void begin() {
        deflater.reset();
        crc.reset();
        buffer.clear().put(HEADER);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet});
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        crc.update(bytes, from, length);
        deflater.setInput(bytes, from, length);
        while (!deflater.needsInput()) {
            deflate();
        }
    }

    void end() throws IOException {
        deflater.finish();
        while (!deflater.finished()) {
            deflate();
        }
        if (buffer.remaining() < TRAILER) {
            empty();
        }
        buffer.putInt((int) crc.getValue()).putInt((int) deflater.getBytesRead());
        empty();
    }

    private void deflate() throws IOException {
        deflater.deflate(buffer);
        if (!buffer.hasRemaining()) {
            empty();
        }
    }

    private void empty() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Closes the file, too. */
    @Override
    public void close() throws IOException {
        deflater.end();
        channel.close();
    }
}
