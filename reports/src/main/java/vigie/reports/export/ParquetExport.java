package vigie.reports.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import vigie.reports.export.Column.Kind;

/**
 * Parquet files, one per table, compressed with gzip. No codec, file system or setting of Hadoop is used; parquet-hadoop
 * only wants to find its classes.
 */
final class ParquetExport implements Export {

    /** Enough for the columns of a table to compress well, little enough for a small heap. */
    private static final long ROW_GROUP = 8L << 20;

    private static final int PAGE = 256 << 10;

    @Override
    public void write(Towns towns, About about, Path folder) throws IOException {
        List<OpenTable> open = new ArrayList<>();
        try {
            for (Table<?> table : Tables.all()) {
                open.add(OpenTable.in(folder, table, about));
            }
            towns.each(town -> {
                for (OpenTable table : open) {
                    table.add(town);
                }
            });
        } finally {
            for (OpenTable table : open) {
                table.writer().close();
            }
        }
    }

    private static Map<String, String> about(About about) {
        return Map.of(
                "title",
                About.TITLE,
                "made",
                about.made().toString(),
                "index",
                about.index(),
                "license",
                About.LICENSE.title() + " " + About.LICENSE.url(),
                "attribution",
                About.ATTRIBUTION);
    }

    private static MessageType schema(Table<?> table) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (Column<?> column : table.columns()) {
            boolean key = table.key().contains(column.name());
            PrimitiveTypeName type = type(column.kind());
            var primitive = key ? Types.required(type) : Types.optional(type);
            schema.addField(
                    type == PrimitiveTypeName.BINARY
                            ? primitive.as(LogicalTypeAnnotation.stringType()).named(column.name())
                            : primitive.named(column.name()));
        }
        return schema.named(table.name());
    }

    private static PrimitiveTypeName type(Kind kind) {
        return switch (kind) {
            case TEXT, DATE, INSTANT -> PrimitiveTypeName.BINARY;
            case INTEGER -> PrimitiveTypeName.INT64;
            case NUMBER -> PrimitiveTypeName.DOUBLE;
            case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
        };
    }

    private record OpenTable(ParquetWriter<Group> writer, MessageType schema, Table<?>.Cells cells) {

        static OpenTable in(Path folder, Table<?> table, About about) throws IOException {
            MessageType schema = ParquetExport.schema(table);
            ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                            new LocalOutputFile(folder.resolve(table.name() + ".parquet")))
                    .withType(schema)
                    .withExtraMetaData(ParquetExport.about(about))
                    .withConf(new PlainParquetConfiguration())
                    .withCodecFactory(new Gzip())
                    .withCompressionCodec(CompressionCodecName.GZIP)
                    .withRowGroupSize(ROW_GROUP)
                    .withPageSize(PAGE)
                    .build();
            return new OpenTable(writer, schema, table.cells());
        }

        void add(Town town) throws IOException {
            for (List<@Nullable Object> row : cells.of(town)) {
                Group group = new SimpleGroup(schema);
                for (int i = 0; i < row.size(); i++) {
                    set(group, i, row.get(i));
                }
                writer.write(group);
            }
        }

        private static void set(Group group, int field, @Nullable Object value) {
            if (value instanceof String text) {
                group.add(field, text);
            } else if (value instanceof Long number) {
                group.add(field, number.longValue());
            } else if (value instanceof Double number) {
                group.add(field, number.doubleValue());
            } else if (value instanceof Boolean is) {
                group.add(field, is.booleanValue());
            }
        }
    }

    /** Compresses pages by the JDK; Parquet's own way would load Hadoop. */
    private static final class Gzip implements CompressionCodecFactory, CompressionCodecFactory.BytesInputCompressor {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return this;
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("this one only writes");
        }

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                bytes.writeAllTo(gzip);
            }
            return BytesInput.from(packed);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.GZIP;
        }

        @Override
        public void release() {}
    }
}
