package vigie.reports.render;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as RFC 4180 says, with cells that no spreadsheet takes for a formula. Not thread-safe.
 *
 * <p>An apostrophe stands before {@code = + - @}, tab and carriage return at the start of a text; before {@code = + - @}
 * also behind a line break or a semicolon, since a spreadsheet that was told another separator cuts there. Numbers stay
 * as they are. NUL, which many readers stop at, becomes U+FFFD.
 */
public final class CsvCells implements Closeable {

    private static final Pattern FORMULA = Pattern.compile("(?<=[;\\t\\v])(?=[=+\\-@])|\\A(?=[=+\\-@\\t\\r])");

    private final CsvWriter writer;

    /** Writes there; lines end with a line feed. */
    public CsvCells(Writer to) {
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
    }

    /** The head and the rows as one text; null is an empty cell. */
    public static String table(List<String> head, Stream<? extends List<? extends @Nullable Object>> rows) {
        StringWriter text = new StringWriter();
        try (CsvCells csv = new CsvCells(text)) {
            csv.row(head);
            rows.forEach(csv::row);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    /** Adds a row; null is an empty cell. */
    public void row(List<? extends @Nullable Object> cells) {
        writer.writeRecord(cells.stream().map(CsvCells::cell).toArray(String[]::new));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Number number ? plain(number) : harmless(value.toString());
    }

    private static String plain(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros().toPlainString();
        }
        return number instanceof BigDecimal exact ? exact.toPlainString() : number.toString();
    }

    /** The text of a cell that no spreadsheet takes for a formula. */
    static String harmless(String text) {
        return FORMULA.matcher(text.replace('\0', '\uFFFD')).replaceAll("'");
    }

    /** Passes on what was added so far. */
    public void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
