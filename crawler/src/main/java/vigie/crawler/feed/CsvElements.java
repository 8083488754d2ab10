package vigie.crawler.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Reading.Entry;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.DecodedText;

/**
 * Reads a CSV table into one {@link Element} a row, whose children are called like the columns.
 *
 * <p>Towns publish in UTF-8 with and without byte order mark, UTF-16, and what {@link DecodedText} knows, separated by
 * semicolons, commas, tabs or bars; the bytes and the first line tell.
 */
final class CsvElements {

    static final String ROW = "row";

    private static final Remark UNSURE = new Remark(
            "encoding-unsure",
            "the letters with accents are in no encoding that we know (UTF-8, UTF-16, windows-1252, Mac Roman, CP850): they may be wrong");

    private static final char MARK = '\uFEFF';

    private CsvElements() {}

    /**
     * The rows after the first, which names the columns. A row that is longer than the first has further children
     * called {@code column-N}, so that nothing is lost.
     *
     * @throws ShapeException if it is a web page, or no table
     */
    static List<Element> read(byte[] csv) throws ShapeException {
        String text = decoded(csv);
        if (text.stripLeading().startsWith("<")) {
            throw new ShapeException("a web page instead of a table");
        }
        List<Element> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> header = List.of();
            for (CsvRecord record : reader) {
                if (header.isEmpty()) {
                    header = record.getFields().stream().map(String::strip).toList();
                } else {
                    rows.add(row(header, record.getFields()));
                }
            }
            if (header.size() < 2) {
                throw new ShapeException("the table has one column: no CSV that we know");
            }
        } catch (CsvParseException e) {
            throw new ShapeException("the table is broken: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ShapeException("the table cannot be read: " + e.getMessage(), e);
        }
        return rows;
    }

    private static Element row(List<String> header, List<String> fields) {
        List<Element> children = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = i < header.size() && !header.get(i).isEmpty() ? header.get(i) : "column-" + (i + 1);
            children.add(Element.leaf(name, fields.get(i)));
        }
        return new Element(ROW, Map.of(), "", children);
    }

    /** Puts a remark to the first of {@code entries} where the bytes of their table leave open how they are encoded. */
    static void tellUnsure(List<Entry> entries, byte[] bytes) {
        if (!entries.isEmpty() && utf16(bytes) == null && !DecodedText.of(bytes).isSure()) {
            entries.set(0, entries.get(0).with(UNSURE));
        }
    }

    /** The characters, without a byte order mark. */
    private static String decoded(byte[] bytes) {
        Charset utf16 = utf16(bytes);
        String text = utf16 == null ? DecodedText.of(bytes).text() : new String(bytes, utf16);
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static @Nullable Charset utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return mark == 0xFFFE ? StandardCharsets.UTF_16LE : mark == 0xFEFF ? StandardCharsets.UTF_16BE : null;
    }

    /** The sign that stands most often in the first line. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        return Stream.of(';', ',', '\t', '|')
                .max(Comparator.comparingLong(
                        sign -> first.chars().filter(c -> c == sign).count()))
                .orElseThrow();
    }
}
