package vigie.crawler.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads the rows of spreadsheets: xls, xlsx and ods. Tika alone gives American days, takes no notice of the 1904 date
 * system, and of OpenDocument not the columns.
 */
final class SheetReader {

    private static final String OLD = "application/vnd.ms-excel";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet";
    private static final Set<String> OPEN_XML = Set.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-excel.sheet.macroenabled.12");
    private static final Pattern IS_1904 = Pattern.compile("date1904\\s*=\\s*[\"'](?:1|true)[\"']");

    private SheetReader() {}

    /** The rows as text, or null where it is no sheet or older than Excel 97. */
    static @Nullable String read(byte[] payload, String type) throws IOException, SAXException {
        SheetText out = new SheetText();
        try {
            if (type.equals(OLD)) {
                old(payload, out);
            } else if (type.equals(OPEN_DOCUMENT)) {
                OdsRows.read(payload, out);
            } else if (OPEN_XML.contains(type)) {
                openXml(payload, out);
            } else {
                return null;
            }
        } catch (OldExcelFormatException e) {
            return null;
        } catch (OpenXML4JException | ParserConfigurationException e) {
            throw new IOException("the workbook is broken: " + e.getMessage(), e);
        }
        return out.text();
    }

    private static void old(byte[] payload, SheetText out) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(payload))) {
            CellFormat format = new CellFormat(workbook.getInternalWorkbook().isUsing1904DateWindowing());
            for (Sheet sheet : workbook) {
                out.sheet(sheet.getSheetName());
                for (Row row : sheet) {
                    List<String> cells = new ArrayList<>();
                    row.forEach(cell -> put(cells, cell.getColumnIndex(), text(cell, format)));
                    out.row(cells);
                }
            }
        }
    }

    private static String text(Cell cell, CellFormat format) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                format.formatRawCellContents(
                        cell.getNumericCellValue(),
                        cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString());
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? "VRAI" : "FAUX";
            case BLANK, ERROR, FORMULA, _NONE -> "";
        };
    }

    private static void openXml(byte[] payload, SheetText out)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(payload))) {
            XSSFReader reader = new XSSFReader(file);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(file);
            CellFormat format = new CellFormat(is1904(reader));
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    out.sheet(sheets.getSheetName());
                    XMLReader xml = XMLHelper.newXMLReader();
                    xml.setContentHandler(new XSSFSheetXMLHandler(
                            reader.getStylesTable(), null, strings, new Rows(out), format, false));
                    xml.parse(new InputSource(sheet));
                }
            }
        }
    }

    private static boolean is1904(XSSFReader reader) throws IOException, OpenXML4JException {
        try (InputStream workbook = reader.getWorkbookData()) {
            return IS_1904.matcher(new String(workbook.readAllBytes(), StandardCharsets.UTF_8))
                    .find();
        }
    }

    private static void put(List<String> cells, int column, String text) {
        if (!text.isBlank() && column >= cells.size()) {
            cells.addAll(Collections.nCopies(column - cells.size(), ""));
            cells.add(text);
        }
    }

    /** Puts the cells that come one by one into rows. */
    private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {

        private final SheetText out;
        private final List<String> cells = new ArrayList<>();

        Rows(SheetText out) {
            this.out = out;
        }

        @Override
        public void startRow(int row) {
            cells.clear();
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            put(cells, column, text == null ? "" : text);
        }

        @Override
        public void endRow(int row) {
            out.row(cells);
        }
    }
}
