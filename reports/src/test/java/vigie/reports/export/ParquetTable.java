package vigie.reports.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** A Parquet file, read by Parquet's own reader: types, rows and what it says of itself. */
record ParquetTable(MessageType schema, Map<String, String> about, List<List<@Nullable Object>> rows) {

    static ParquetTable read(Path file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Gunzip())
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(group, new GroupRecordConverter(schema));
                for (long row = 0; row < group.getRowCount(); row++) {
                    rows.add(cells(records.read(), schema));
                }
            }
            return new ParquetTable(schema, reader.getFileMetaData().getKeyValueMetaData(), rows);
        }
    }

    private static List<@Nullable Object> cells(Group group, MessageType schema) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int field = 0; field < schema.getFieldCount(); field++) {
            cells.add(group.getFieldRepetitionCount(field) == 0 ? null : cell(group, field, schema));
        }
        return cells;
    }

    private static Object cell(Group group, int field, MessageType schema) {
        return switch (schema.getType(field).asPrimitiveType().getPrimitiveTypeName()) {
            case BINARY -> group.getString(field, 0);
            case INT64 -> group.getLong(field, 0);
            case DOUBLE -> group.getDouble(field, 0);
            case BOOLEAN -> group.getBoolean(field, 0);
            default -> throw new AssertionError("no type of ours: " + schema.getType(field));
        };
    }

    /** Unpacks pages by the JDK, so that nothing of Hadoop is needed. */
    private static final class Gunzip implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("this one only reads");
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            if (codec != CompressionCodecName.GZIP) {
                throw new AssertionError("packed by " + codec);
            }
            return new Pages();
        }

        @Override
        public void release() {}
    }

    private static final class Pages implements CompressionCodecFactory.BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            try (GZIPInputStream unpacked = new GZIPInputStream(bytes.toInputStream())) {
                return BytesInput.from(unpacked.readNBytes(size));
            }
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer to, int size) throws IOException {
            to.put(decompress(BytesInput.from(packed), size).toInputStream().readAllBytes());
        }

        @Override
        public void release() {}
    }
}
