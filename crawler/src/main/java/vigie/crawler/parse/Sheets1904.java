package vigie.crawler.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * Reads Excel workbooks whose days count from 1904, as Excel for Macintosh wrote them: Tika takes them for days from 1900 and
 * is four years and a day off.
 */
final class Sheets1904 {

    private static final Pattern FLAG = Pattern.compile("\\bdate1904\\s*=\\s*[\"'](?:1|true)[\"']");
    private static final int MAX_PART = 1 << 20;

    private Sheets1904() {}

    /** Whether {@code payload} is a workbook of that kind. */
    static boolean is(byte[] payload, String type) throws IOException {
        return switch (type) {
            case "application/vnd.ms-excel" -> isBinary(payload);
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> isXml(payload);
            default -> false;
        };
    }

    private static boolean isXml(byte[] payload) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(payload))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/workbook.xml")) {
                    return FLAG.matcher(new String(zip.readNBytes(MAX_PART), StandardCharsets.UTF_8))
                            .find();
                }
            }
            return false;
        }
    }

    /** The records of the workbook's head: kind and length, two bytes each, then their content (MS-XLS 2.1.4). */
    private static boolean isBinary(byte[] payload) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(payload))) {
            if (!file.getRoot().hasEntryCaseInsensitive("Workbook")) {
                return false;
            }
            try (InputStream in = file.createDocumentInputStream("Workbook")) {
                while (true) {
                    byte[] head = in.readNBytes(4);
                    int kind = head.length < 4 ? EOFRecord.sid : word(head, 0);
                    if (kind == EOFRecord.sid) {
                        return false;
                    }
                    byte[] content = in.readNBytes(word(head, 2));
                    if (kind == DateWindow1904Record.sid) {
                        return content.length > 0 && content[0] == 1;
                    }
                }
            }
        }
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    /** One line per row, under the name of its sheet. */
    static String text(byte[] payload) throws IOException {
        BlockText out = new BlockText(ReadLimits.MAX_TEXT);
        DataFormatter formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(payload))) {
            for (Sheet sheet : book) {
                out.paragraph();
                out.text(sheet.getSheetName());
                out.paragraph();
                for (Row row : sheet) {
                    write(row, formatter, out);
                }
            }
        }
        return out.toString();
    }

    private static void write(Row row, DataFormatter formatter, BlockText out) {
        out.row();
        boolean first = true;
        for (Cell cell : row) {
            out.cell(first);
            out.text(formatter.formatCellValue(cell));
            out.endCell();
            first = false;
        }
        out.line();
    }
}
