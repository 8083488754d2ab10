package vigie.reports.render;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table as CSV (RFC 4180, UTF-8, lines end in LF) in which no cell is a formula to a spreadsheet. */
final class CsvTable {

    private CsvTable() {}

    /** The head and the rows; null is an empty cell. */
    static String of(List<String> head, Stream<List<@Nullable Object>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(head);
            rows.forEach(row -> csv.writeRecord(row.stream().map(CsvTable::safe).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    private static String safe(@Nullable Object cell) {
        String text = Objects.toString(cell, "");
        return text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    }
}
