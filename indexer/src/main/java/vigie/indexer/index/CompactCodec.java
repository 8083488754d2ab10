package vigie.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.compressing.Compressor;
import org.apache.lucene.codecs.compressing.Decompressor;
import org.apache.lucene.codecs.lucene90.Lucene90StoredFieldsFormat;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/**
 * Lucene's own codec at its best compression, with other parameters for stored text: blocks of 8 KB instead of 48, so
 * that a snippet costs a sixth to read, and a lower level of deflate, so that writing costs a third.
 *
 * <p>The files are those of {@link Lucene912Codec}, which reads them: sizes of blocks are written in them, the level
 * matters to the writer only.
 */
final class CompactCodec extends FilterCodec {

    private static final String FORMAT = "Lucene90StoredFieldsHighData";
    private static final int CHUNK = 160 * 1024;
    private static final int BLOCK = 8 * 1024;
    private static final int DICTIONARY_SHARE = 20;
    private static final int LEVEL = 3;
    private static final int MOST_DOCUMENTS = 4096;
    private static final int BLOCK_SHIFT = 10;

    private final StoredFieldsFormat stored = new Stored();

    CompactCodec() {
        super("Lucene912", new Lucene912Codec(Lucene912Codec.Mode.BEST_COMPRESSION));
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return stored;
    }

    private static final class Stored extends StoredFieldsFormat {

        private final StoredFieldsFormat format =
                new Lucene90CompressingStoredFieldsFormat(FORMAT, new Mode(), CHUNK, MOST_DOCUMENTS, BLOCK_SHIFT);

        @Override
        public StoredFieldsReader fieldsReader(
                Directory directory, SegmentInfo segment, FieldInfos fields, IOContext context) throws IOException {
            return format.fieldsReader(directory, segment, fields, context);
        }

        @Override
        public StoredFieldsWriter fieldsWriter(Directory directory, SegmentInfo segment, IOContext context)
                throws IOException {
            // What Lucene's own format leaves for its reader.
            segment.putAttribute(
                    Lucene90StoredFieldsFormat.MODE_KEY, Lucene90StoredFieldsFormat.Mode.BEST_COMPRESSION.name());
            return format.fieldsWriter(directory, segment, context);
        }
    }

    private static final class Mode extends CompressionMode {

        @Override
        public Compressor newCompressor() {
            return new Deflating();
        }

        @Override
        public Decompressor newDecompressor() {
            return Lucene90StoredFieldsFormat.BEST_COMPRESSION_MODE.newDecompressor();
        }
    }

    /** Writes a dictionary, the beginning of the chunk, and blocks that lean on it. */
    private static final class Deflating extends Compressor {

        private final Deflater deflater = new Deflater(LEVEL, true);
        private byte[] plain = new byte[CHUNK];
        private byte[] packed = new byte[BLOCK];

        @Override
        public void compress(ByteBuffersDataInput input, DataOutput out) throws IOException {
            int length = Math.toIntExact(input.length() - input.position());
            if (plain.length < length) {
                plain = new byte[length];
            }
            input.readBytes(plain, 0, length);
            int dictionary = Math.min(BLOCK, length / DICTIONARY_SHARE);
            out.writeVInt(dictionary);
            out.writeVInt(BLOCK);
            deflate(0, dictionary, 0, out);
            for (int from = dictionary; from < length; from += BLOCK) {
                deflate(from, Math.min(BLOCK, length - from), dictionary, out);
            }
        }

        private void deflate(int from, int length, int dictionary, DataOutput out) throws IOException {
            if (length == 0) {
                out.writeVInt(0);
                return;
            }
            deflater.reset();
            if (dictionary > 0) {
                deflater.setDictionary(plain, 0, dictionary);
            }
            deflater.setInput(plain, from, length);
            deflater.finish();
            int written = 0;
            while (!deflater.finished()) {
                if (written == packed.length) {
                    packed = Arrays.copyOf(packed, written * 2);
                }
                written += deflater.deflate(packed, written, packed.length - written);
            }
            out.writeVInt(written);
            out.writeBytes(packed, written);
        }

        @Override
        public void close() {
            deflater.end();
        }
    }
}
