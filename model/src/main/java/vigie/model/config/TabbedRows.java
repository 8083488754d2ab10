package vigie.model.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The rows of a generated table that ships with Vigie: tab separated, one header line, sorted by the bytes of the first
 * column. Kept as bytes, so that a command that asks for three communes does not pay for 37,000.
 */
final class TabbedRows {

    private final byte[] bytes;
    /** Where each row starts; one more at the end, past the last line feed. */
    private final int[] starts;

    private TabbedRows(byte[] bytes) {
        this.bytes = bytes;
        this.starts = starts(bytes);
    }

    /** Reads the resource beside this class; unpacks it if its name ends in {@code .gz}. */
    static TabbedRows of(String resource) {
        try (InputStream raw = TabbedRows.class.getResourceAsStream(resource)) {
            if (raw == null) {
                throw new IllegalStateException("not in the class path: " + resource);
            }
            InputStream in = resource.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
            return new TabbedRows(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** These rows and, after them, further ones without a header; their keys sort after all of these. */
    TabbedRows plus(byte[] further) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + further.length);
        System.arraycopy(further, 0, all, bytes.length, further.length);
        return new TabbedRows(all);
    }

    private static int[] starts(byte[] bytes) {
        int[] starts = new int[1024];
        int count = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    int size() {
        return starts.length - 1;
    }

    /** The fields of a row; an empty field is an empty string. */
    String[] row(int index) {
        int end = starts[index + 1] - 1;
        return new String(bytes, starts[index], end - starts[index], StandardCharsets.UTF_8).split("\t", -1);
    }

    /** One field of a row. */
    String field(int index, int column) {
        int start = starts[index];
        for (int i = 0; i < column; i++) {
            start = endOfField(start) + 1;
        }
        return new String(bytes, start, endOfField(start) - start, StandardCharsets.UTF_8);
    }

    private int endOfField(int start) {
        int end = start;
        while (bytes[end] != '\t' && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    /** The first row whose first column is {@code key}, or -1. */
    int find(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compareKey(middle, wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < size() && compareKey(low, wanted) == 0 ? low : -1;
    }

    private int compareKey(int index, byte[] wanted) {
        int start = starts[index];
        return Arrays.compareUnsigned(bytes, start, endOfField(start), wanted, 0, wanted.length);
    }
}
