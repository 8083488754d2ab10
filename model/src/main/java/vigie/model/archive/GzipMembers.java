package vigie.model.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Walks a file of gzip members (RFC 1952), past what cannot be read: after a broken member it goes on with the next whole
 * one. {@link java.util.zip.GZIPInputStream} does not tell where members begin.
 *
 * <p>The end mark is a member without content: a file that is written to its end has it last, so that one which was cut
 * between two members is known too.
 */
final class GzipMembers {

    /** Hears the content of each whole member, and at which offset it begins. */
    @FunctionalInterface
    interface Sink {
        void accept(long offset, byte[] content) throws IOException;
    }

    /** Bytes from {@code from}, up to but not including {@code to}, that are no whole member. */
    record Gap(long from, long to) {}

    /**
     * What a file is like.
     *
     * @param gaps in it, first one first
     * @param isEnded whether an end mark closes it
     */
    record Found(List<Gap> gaps, boolean isEnded) {}

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int[] MAGIC = {0x1f, 0x8b, 8, 0};

    private final FileChannel channel;
    private final ByteBuffer input = ByteBuffer.allocate(1 << 16).flip();

    /** The content of the end mark. */
    static byte[] end() {
        return new byte[0];
    }

    private GzipMembers(FileChannel channel) {
        this.channel = channel;
    }

    /** Gives every whole member but end marks to {@code sink}. */
    static Found read(Path file, Sink sink) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new GzipMembers(channel).all(sink);
        }
    }

    /** How many bytes the member at {@code at} takes; it must be whole. */
    static long length(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            GzipMembers members = new GzipMembers(channel);
            members.seek(at);
            members.next();
            return members.position() - at;
        }
    }

    private Found all(Sink sink) throws IOException {
        List<Gap> gaps = new ArrayList<>();
        boolean isEnded = false;
        long good = 0;
        long at = 0;
        while (at >= 0) {
            seek(at);
            try {
                while (available()) {
                    byte[] content = next();
                    if (at > good) {
                        gaps.add(new Gap(good, at));
                    }
                    isEnded = content.length == 0;
                    if (!isEnded) {
                        sink.accept(at, content);
                    }
                    good = position();
                    at = good;
                }
                at = -1;
            } catch (EOFException | ZipException e) {
                at = start(at + 1);
            }
        }
        if (good < channel.size()) {
            gaps.add(new Gap(good, channel.size()));
        }
        return new Found(gaps, isEnded && good == channel.size());
    }

    private long position() throws IOException {
        return channel.position() - input.remaining();
    }

    private void seek(long position) throws IOException {
        channel.position(position);
        input.limit(0);
    }

    /** Where a member may begin, at {@code from} or behind; negative where none does. */
    private long start(long from) throws IOException {
        seek(from);
        int matched = 0;
        while (available()) {
            int octet = input.get() & 0xff;
            matched = octet == MAGIC[matched] ? matched + 1 : octet == MAGIC[0] ? 1 : 0;
            if (matched == MAGIC.length) {
                return position() - matched;
            }
        }
        return -1;
    }

    private boolean available() throws IOException {
        if (!input.hasRemaining()) {
            input.clear();
            channel.read(input);
            input.flip();
        }
        return input.hasRemaining();
    }

    private int octet() throws IOException {
        if (!available()) {
            throw new EOFException("torn gzip member");
        }
        return input.get() & 0xff;
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
        for (int i = 0; i < HEADER; i++) {
            int octet = octet();
            if (i < MAGIC.length && octet != MAGIC[i]) {
                throw new ZipException("not a plain gzip member");
            }
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
                    inflater.setInput(input);
                }
                out.write(buffer, 0, inflater.inflate(buffer));
                if (inflater.needsDictionary()) {
                    throw new ZipException("broken deflate stream");
                }
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
