package vigie.crawler.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vigie.model.PartialDate;

/**
 * Reads the rows of an OpenDocument spreadsheet (ISO/IEC 26300, part 3, chapter 9) with every cell in its column: empty
 * ones are written once with a count, and a reader that passes over it moves values under the wrong label. Days are
 * taken from the value, not from how they are shown. Comments and recorded changes are left out.
 */
final class OdsRows {

    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    /** The last column that programs know. */
    private static final int COLUMNS = 16_384;

    private static final Set<String> LEFT_OUT = Set.of("annotation", "tracked-changes", "forms", "shapes", "frame");

    private final XMLStreamReader xml;
    private final SheetText out;

    private OdsRows(XMLStreamReader xml, SheetText out) {
        this.xml = xml;
        this.out = out;
    }

    /** @throws IOException if the container or its XML is broken */
    static void read(byte[] payload, SheetText out) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(payload))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
                    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
                    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
                    new OdsRows(factory.createXMLStreamReader(zip), out).tables();
                    return;
                }
            }
            throw new IOException("the spreadsheet has no content.xml");
        } catch (XMLStreamException e) {
            throw new IOException("the spreadsheet's XML is broken: " + e.getMessage(), e);
        }
    }

    private void tables() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "table" -> out.sheet(attribute(TABLE, "name", ""));
                    case "table-row" -> row();
                    default -> {
                        if (LEFT_OUT.contains(xml.getLocalName())) {
                            skip();
                        }
                    }
                }
            }
        }
    }

    private void row() throws XMLStreamException {
        int times = count("number-rows-repeated");
        List<String> cells = new ArrayList<>();
        int empty = 0;
        while (nextChild()) {
            int repeated = count("number-columns-repeated");
            String text = cell();
            if (text.isEmpty()) {
                empty += repeated;
            } else {
                cells.addAll(Collections.nCopies(Math.min(empty, COLUMNS), ""));
                cells.addAll(Collections.nCopies(Math.min(repeated, COLUMNS), text));
                empty = 0;
            }
        }
        for (int i = 0; i < (cells.isEmpty() ? 1 : times); i++) {
            out.row(cells);
        }
    }

    /** The text of the cell that was just entered; afterwards it has been left. */
    private String cell() throws XMLStreamException {
        String day = day(xml.getAttributeValue(OFFICE, "date-value"));
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                text.append(xml.getLocalName().equals("p") ? "\n" : "");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (LEFT_OUT.contains(xml.getLocalName())) {
                    skip();
                } else {
                    depth++;
                    text.append(Set.of("s", "tab", "line-break").contains(xml.getLocalName()) ? " " : "");
                }
            }
        }
        return day == null ? text.toString().strip() : day;
    }

    private static @Nullable String day(@Nullable String value) {
        PartialDate date = value == null
                ? null
                : FrenchDates.day(value.replaceFirst("T.*", "")).orElse(null);
        return date == null ? null : CellFormat.day(date.earliest());
    }

    private boolean nextChild() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private int count(String name) {
        String text = attribute(TABLE, name, "1");
        return text.matches("\\d{1,7}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    private String attribute(String space, String name, String otherwise) {
        String value = xml.getAttributeValue(space, name);
        return value == null ? otherwise : value;
    }
}
