package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;
import vigie.model.TextOutcome;

/** Spreadsheets: one line per row, the heads first, whatever the program that wrote them. */
class SheetsTest {

    static Stream<Arguments> books() {
        XSSFWorkbook since1904 = new XSSFWorkbook();
        CTWorkbook part = since1904.getCTWorkbook();
        (part.isSetWorkbookPr() ? part.getWorkbookPr() : part.addNewWorkbookPr()).setDate1904(true);
        HSSFWorkbook old1904 = new HSSFWorkbook();
        old1904.getInternalWorkbook()
                .getRecords()
                .forEach(record -> {
                    if (record instanceof DateWindow1904Record window) {
                        window.setWindowing((short) 1);
                    }
                });
        return Stream.of(
                Arguments.of(new XSSFWorkbook(), false),
                Arguments.of(new HSSFWorkbook(), false),
                Arguments.of(since1904, true),
                Arguments.of(old1904, true));
    }

    @ParameterizedTest
    @MethodSource("books")
    void rowsBecomeLines(Workbook book, boolean since1904) throws Exception {
        byte[] file = decisions(book, since1904);

        ParsedDocument sheet = new OfficeReader().read(file);

        assertThat(sheet.outcome()).isEqualTo(TextOutcome.TEXT);
        assertThat(sheet.text())
                .contains("Décisions")
                .contains("Numéro | Objet | Montant | Date")
                .contains("2024-15 | Logiciel de vidéosurveillance | 63200 | 2024-03-12");
    }

    @Test
    void openDocumentSheetsToo() throws Exception {
        byte[] ods = SampleFiles.ods("""
                <table:table table:name="Décisions"><table:table-row><table:table-cell><text:p>Numéro</text:p></table:table-cell><table:table-cell><text:p>Objet</text:p></table:table-cell></table:table-row>
                <table:table-row><table:table-cell><text:p>2024-15</text:p></table:table-cell><table:table-cell><text:p>Logiciel de vidéosurveillance</text:p></table:table-cell></table:table-row></table:table>""");

        ParsedDocument sheet = new OfficeReader().read(ods);

        assertThat(sheet.mediaType()).isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
        assertThat(sheet.text()).contains("Numéro | Objet\n2024-15 | Logiciel de vidéosurveillance");
    }

    private static byte[] decisions(Workbook book, boolean since1904) throws IOException {
        try (book) {
            Sheet sheet = book.createSheet("Décisions");
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            Row heads = sheet.createRow(0);
            String[] names = {"Numéro", "Objet", "Montant", "Date"};
            for (int i = 0; i < names.length; i++) {
                heads.createCell(i).setCellValue(names[i]);
            }
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue("2024-15");
            row.createCell(1).setCellValue("Logiciel de vidéosurveillance");
            row.createCell(2).setCellValue(63200);
            LocalDate epoch = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
            row.createCell(3).setCellValue((double) (LocalDate.of(2024, 3, 12).toEpochDay() - epoch.toEpochDay()));
            row.getCell(3).setCellStyle(day);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }
}
