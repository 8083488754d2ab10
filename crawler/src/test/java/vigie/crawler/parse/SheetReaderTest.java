package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetReaderTest {

    private static final String NOTICE = """
            Nom de l'attributaire : LUEUR SA 99000 Boisclair
            Objet du marché : Extension de la vidéoprotection
            Montant du marché : 12 934,5
            Date de notification : 03/04/2007""";

    @Test
    void rowsBelowAHeadAreLabelledLines() throws Exception {
        assertThat(plainSpaces(read(saved(filled(new HSSFWorkbook()))))).contains(NOTICE);
        assertThat(plainSpaces(read(saved(filled(new XSSFWorkbook()))))).contains(NOTICE);
    }

    @Test
    void daysCountFrom1904WhereTheWorkbookSaysSo() throws Exception {
        HSSFWorkbook old = new HSSFWorkbook();
        DateWindow1904Record record =
                (DateWindow1904Record) old.getInternalWorkbook().findFirstRecordBySid(DateWindow1904Record.sid);
        record.setWindowing((short) 1);
        byte[] first = saved(filled(old));
        assertThat(read(first)).contains("Date de notification : 04/04/2011");

        XSSFWorkbook open = new XSSFWorkbook();
        open.getCTWorkbook().getWorkbookPr().setDate1904(true);
        Row row = filled(open).getSheetAt(0).getRow(2);
        row.getCell(3).setCellValue(LocalDate.of(2007, 4, 3));
        assertThat(read(saved(open))).contains("Date de notification : 03/04/2007");
    }

    @Test
    void emptyCellsOfOpenDocumentKeepTheirColumns() throws Exception {
        String rows = row("N° Marché", "Objet du marché", "Montant", "Date de notif.")
                + "<table:table-row>" + cell("12M067") + "<table:table-cell table:number-columns-repeated='2'/>"
                + "<table:table-cell office:value-type='date' office:date-value='2013-02-13'><office:annotation><text:p>"
                + "Camille Dupont : à vérifier</text:p></office:annotation><text:p>13-févr.-13</text:p></table:table-cell>"
                + "<table:table-cell table:number-columns-repeated='999'/></table:table-row>"
                + "<table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row>";
        String text = read(ods(rows));
        assertThat(text)
                .contains("N° Marché : 12M067\nDate de notif. : 13/02/2013")
                .doesNotContain("Dupont");
    }

    @Test
    void tableWithoutAHeadStaysATable() throws Exception {
        assertThat(read(ods(row("Caméra", "Rue", "Quartier nord") + row("1", "rue des Tilleuls", "fixe"))))
                .contains("Caméra | Rue | Quartier nord\n1 | rue des Tilleuls | fixe");
    }

    @ParameterizedTest
    @CsvSource({
        "2007.xls, 396, 398",
        "2007.ods, 396, 398",
        "2008.xls, 8, 8",
        "2011.ods, 190, 190",
        "2013.xls, 316, 316",
        "2013.ods, 316, 316"
    })
    void realListsOfContractsHaveTheirDaysInTheirYear(String name, int inYear, int dated) throws Exception {
        String year = name.substring(0, 4);
        List<String> days = read(real(name))
                .lines()
                .filter(line -> line.startsWith("Date de notif"))
                .toList();
        // Of 2007 some days were typed as text, a few of them wrong.
        assertThat(days).hasSize(dated);
        assertThat(days.stream().filter(day -> day.matches(".*/(?:20)?" + year.substring(2))))
                .hasSize(inYear);
    }

    private static byte[] real(String name) throws Exception {
        Path file = Path.of(System.getProperty("vigie.root", ".."))
                .resolve("../shared/corpus/decp/legacy_marches_conclus/montpellier_marches_conclus_" + name)
                .normalize();
        assumeTrue(Files.exists(file), () -> "skipped: no " + file);
        return Files.readAllBytes(file);
    }

    private static String read(byte[] payload) throws Exception {
        return new OfficeReader().read(payload, SampleFiles.inside()).text();
    }

    private static String plainSpaces(String text) {
        return text.replaceAll("[\\u00a0\\u202f]", " ");
    }

    private static Workbook filled(Workbook workbook) {
        Sheet sheet = workbook.createSheet("Marchés conclus");
        sheet.createRow(0).createCell(0).setCellValue("LISTE DES MARCHES NOTIFIES EN 2007");
        List<String> head = List.of(
                "Nom de l'attributaire + code postal",
                "Objet du marché",
                "Montant du marché - tranche de 4 000 € HT à 19 999 € HT",
                "Date de notification");
        Row labels = sheet.createRow(1);
        head.forEach(label -> labels.createCell(head.indexOf(label)).setCellValue(label));
        Row row = sheet.createRow(2);
        row.createCell(0).setCellValue("LUEUR SA\n99000 Boisclair");
        row.createCell(1).setCellValue("Extension de la vidéoprotection");
        row.createCell(2).setCellValue(12_934.5);
        Cell day = row.createCell(3);
        day.setCellValue(39_175);
        style(workbook, row.getCell(2), "#,##0.0");
        style(workbook, day, "m/d/yy");
        return workbook;
    }

    private static void style(Workbook workbook, Cell cell, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    private static byte[] saved(Workbook workbook) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        workbook.close();
        return out.toByteArray();
    }

    private static byte[] ods(String rows) throws Exception {
        String content = """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                 office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Feuille1">%s</table:table>
                </office:spreadsheet></office:body></office:document-content>""".formatted(rows);
        return SampleFiles.odf("application/vnd.oasis.opendocument.spreadsheet", content, "");
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<table:table-row>");
        for (String cell : cells) {
            row.append(cell(cell));
        }
        return row.append("</table:table-row>").toString();
    }

    private static String cell(String text) {
        return "<table:table-cell office:value-type='string'><text:p>" + text + "</text:p></table:table-cell>";
    }
}
