package vigie.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * The shape of a document's block: what lies before it in the index, and at which word each passage starts.
 *
 * <p>Lets a hit be told by passage and page without an index of offsets.
 */
public final class Block {

    private final int claims;
    private final int[] positions;
    private final int end;

    private Block(int claims, int[] positions, int end) {
        this.claims = claims;
        this.positions = positions;
        this.end = end;
    }

    /** A block of so many claims, whose passages start at these positions; the body ends before {@code end}. */
    static Block of(int claims, int[] positions, int end) {
        return new Block(claims, positions.clone(), end);
    }

    /** Reads what {@link #bytes} wrote. */
    public static Block read(BytesRef bytes) {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        int claims = in.readVInt();
        int[] positions = new int[in.readVInt()];
        int last = 0;
        for (int i = 0; i < positions.length; i++) {
            last += in.readVInt();
            positions[i] = last;
        }
        return new Block(claims, positions, in.readVInt());
    }

    BytesRef bytes() throws IOException {
        byte[] bytes = new byte[5 * (positions.length + 3)];
        ByteArrayDataOutput out = new ByteArrayDataOutput(bytes);
        out.writeVInt(claims);
        out.writeVInt(positions.length);
        int last = 0;
        for (int position : positions) {
            out.writeVInt(position - last);
            last = position;
        }
        out.writeVInt(end);
        return new BytesRef(bytes, 0, out.getPosition());
    }

    /** How many passages the document has. */
    public int passages() {
        return positions.length;
    }

    /** The Lucene number of passage {@code i} of the document whose own number is {@code document}. */
    public int passage(int document, int i) {
        return document - claims - positions.length + i;
    }

    /** Which passage holds the word at {@code position}; -1 for a word of the title or the publisher. */
    public int passageAt(int position) {
        if (position >= end) {
            return -1;
        }
        int found = Arrays.binarySearch(positions, position);
        if (found < 0) {
            return Math.max(0, -found - 2);
        }
        while (found + 1 < positions.length && positions[found + 1] == position) {
            found++;
        }
        return found;
    }

    /** The position of the first word of passage {@code i}. */
    public int start(int i) {
        return positions[i];
    }
}
