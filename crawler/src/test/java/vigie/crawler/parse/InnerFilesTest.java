package vigie.crawler.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vigie.crawler.parse.SampleFiles.SENTENCE;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

class InnerFilesTest {

    private static final String PAGE = "Ordre du jour du conseil municipal, séance du 12 mars.";
    private static final byte[] PNG = png();
    private static final byte[] NOTE = "Annexe : douze caméras.".getBytes(UTF_8);

    @Test
    void filesOfAPdfAreReadBehindItsPages() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("annexe 1.txt", NOTE);
        files.put("annexe 2.docx", SampleFiles.docx("Convention", SENTENCE));
        files.put("annexe 3.bin", new byte[] {0, 1, 2, 3, 0, 0, 9});

        ParsedDocument read = read(pdf(List.of(PAGE, "Page deux, sur les finances de la ville."), files, Map.of()));

        assertThat(read.metadata())
                .containsEntry("attachments", "3")
                .containsEntry("attachments-unread", "1")
                .containsEntry("pages", "2");
        assertThat(read.text())
                .startsWith(PAGE)
                .contains("annexe 1.txt\n\nAnnexe : douze caméras.\n\nannexe 2.docx\n\n");
        SourceDocument document = document(read);
        assertThat(pageOf(document, PAGE)).isEqualTo(1);
        assertThat(pageOf(document, "Page deux")).isEqualTo(2);
        assertThat(pageOf(document, "annexe 1.txt")).isNull();
        assertThat(pageOf(document, SENTENCE)).isNull();
        assertThat(document.sheets()).extracting(SourceDocument.Sheet::page).containsExactly(1, 2, null);
        assertThat(document.sheets())
                .last()
                .satisfies(sheet -> assertThat(document.text().substring(sheet.start(), sheet.end()))
                        .startsWith("annexe 1.txt")
                        .endsWith("\n"));
    }

    @Test
    void filesPinnedToPagesAreReadOnce() throws Exception {
        ParsedDocument pinned = read(pdf(List.of(PAGE), Map.of(), Map.of("plan.txt", NOTE)));
        ParsedDocument both = read(pdf(List.of(PAGE), Map.of("plan.txt", NOTE), Map.of("plan.txt", NOTE)));

        assertThat(pinned.text()).contains("plan.txt\n\nAnnexe");
        assertThat(both.text()).isEqualTo(pinned.text());
        assertThat(both.metadata()).containsEntry("attachments", "1").doesNotContainKey("attachments-unread");
    }

    @Test
    void portfolioWithoutPagesOfItsOwnIsRead() throws Exception {
        byte[] minutes = SampleFiles.pdf(SENTENCE);

        ParsedDocument read = read(pdf(List.of(""), Map.of("pv.pdf", minutes), Map.of()));

        assertThat(read.outcome()).isEqualTo(TextOutcome.TEXT);
        assertThat(read.text()).isEqualTo("pv.pdf\n\n" + SENTENCE + "\n");
        assertThat(document(read).pageAt(5)).isNull();
    }

    @Test
    void brokenAttachmentsDoNotTakeThePagesWithThem() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("cassé.docx", Arrays.copyOf(SampleFiles.docx("Convention", SENTENCE), 900));
        files.put("cassé.pdf", "%PDF-1.4 rien".getBytes(UTF_8));
        files.put("secret.pdf", SampleFiles.encryptedPdf("mot", 128, SENTENCE));
        files.put("vide.txt", new byte[0]);

        ParsedDocument read = read(pdf(List.of(PAGE), files, Map.of()));

        assertThat(read.text()).isEqualTo(PAGE + "\n");
        assertThat(read.metadata()).containsEntry("attachments", "4").containsEntry("attachments-unread", "4");
    }

    @Test
    void filesInFilesAreReadOnceDeep() throws Exception {
        byte[] one = pdf(List.of(PAGE), Map.of("fond.txt", NOTE), Map.of());
        byte[] two = pdf(List.of(PAGE), Map.of("un.pdf", one), Map.of());
        byte[] three = pdf(List.of(PAGE), Map.of("deux.pdf", two), Map.of());

        assertThat(read(two).text()).contains("un.pdf", "fond.txt\n\nAnnexe");
        assertThat(read(two).metadata()).containsEntry("attachments", "2").doesNotContainKey("attachments-unread");
        assertThat(read(three).text()).contains("deux.pdf", "un.pdf").doesNotContain("Annexe");
        assertThat(read(three).metadata()).containsEntry("attachments", "3").containsEntry("attachments-unread", "1");
        assertThat(read(zip(Map.of("deux.pdf", two))).metadata())
                .containsEntry("archive-files", "3")
                .containsEntry("archive-unread", "1");
    }

    @Test
    void attachmentsBeyondTheLimitAreCounted() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < 250; i++) {
            files.put(i + ".txt", ("Fichier " + i).getBytes(UTF_8));
        }

        assertThat(read(pdf(List.of(PAGE), files, Map.of())).metadata())
                .containsEntry("attachments", "250")
                .containsEntry("attachments-unread", "50");
    }

    @Test
    void filesInWordProcessingAreRead() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("lot.docx", SampleFiles.docx("Convention", SENTENCE));
        files.put("note.pdf", SampleFiles.pdf("La note du directeur des services, en une page."));

        ParsedDocument read = read(docxWith(files));

        assertThat(read.text()).startsWith("Délibération").contains(SENTENCE, "La note du directeur");
        assertThat(read.metadata()).containsEntry("attachments", "2").doesNotContainKey("attachments-unread");
    }

    @Test
    void filesInSheetsAreRead() throws Exception {
        byte[] convention = SampleFiles.docx("Convention", SENTENCE);

        for (byte[] sheet : List.of(xlsxWith("convention.docx", convention), xlsWith("convention.docx", convention))) {
            ParsedDocument read = read(sheet);

            assertThat(read.text())
                    .contains("Budget annexe")
                    .contains("convention.docx\n\n")
                    .contains(SENTENCE);
            assertThat(read.metadata()).containsEntry("attachments", "1");
        }
    }

    @Test
    void oldOfficeFilesInsideOldOnesAreRead() throws Exception {
        byte[] inner = xlsWith("convention.docx", SampleFiles.docx("Convention", SENTENCE));
        try (POIFSFileSystem outer = new POIFSFileSystem(new ByteArrayInputStream(xlsWith("note.txt", NOTE)));
                POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(inner))) {
            EntryUtils.copyNodes(file.getRoot(), outer.getRoot().createDirectory("MBD0000AAAA"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            outer.writeFilesystem(out);

            ParsedDocument read = read(out.toByteArray());

            assertThat(read.text()).contains("note.txt\n\nAnnexe", "convention.docx\n\n", SENTENCE);
            assertThat(read.metadata()).containsEntry("attachments", "3").doesNotContainKey("attachments-unread");
        }
    }

    @Test
    void objectsOfOpenDocumentAreRead() throws Exception {
        String lots = "<table:table table:name='Lots'><table:table-row><table:table-cell>"
                + "<text:p>Lot 3, caméras</text:p></table:table-cell></table:table-row></table:table>";
        Map<String, byte[]> files =
                entries("", SampleFiles.odt("<text:p>Délibération sur la vidéoprotection</text:p>"));
        files.putAll(entries("Object 1/", SampleFiles.ods(lots)));
        files.put("ObjectReplacements/Object 1", new byte[] {1, 2, 3});
        files.put("Object 2", SampleFiles.pdf(SENTENCE));
        files.put("Pictures/10.png", PNG);

        ParsedDocument read = read(zip(files));

        assertThat(read.text())
                .isEqualTo("Délibération sur la vidéoprotection\n\nLot 3, caméras\n\nObject 2\n\n" + SENTENCE + "\n");
        assertThat(read.metadata()).containsEntry("attachments", "1").doesNotContainKey("attachments-unread");
    }

    private static Map<String, byte[]> entries(String folder, byte[] file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(folder + entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void filesOfOfficeThatCannotBeReadAreCounted() throws Exception {
        assertThat(read(docxWith(Map.of("a.bin", new byte[] {0, 1, 2, 3, 0, 0, 9})))
                        .metadata())
                .containsEntry("attachments", "1")
                .containsEntry("attachments-unread", "1");
        assertThat(read(SampleFiles.docx("Convention", SENTENCE)).metadata()).doesNotContainKey("attachments");
    }

    private static ParsedDocument read(byte[] payload) throws Exception {
        Media media = new MediaSniffer().sniff(payload, null, "/acte");
        return new FormatReader()
                .read(new ParseRequest(media, URI.create("https://valmont.example/acte"), null, payload));
    }

    private static @Nullable Integer pageOf(SourceDocument document, String words) {
        assertThat(document.text()).contains(words);
        return document.pageAt(document.text().indexOf(words));
    }

    private static SourceDocument document(ParsedDocument read) {
        return new SourceDocument(
                "d",
                "s",
                new Capture("https://v.example/a", Instant.EPOCH, 200, null, "0".repeat(64), 1, null, null, null),
                "",
                DocumentKind.AUTRE,
                null,
                null,
                Publisher.unknown(),
                read.outcome(),
                null,
                read.text(),
                read.pageStarts(),
                List.of(),
                read.metadata());
    }

    private static byte[] pdf(List<String> pages, Map<String, byte[]> named, Map<String, byte[]> pinned)
            throws IOException {
        try (PDDocument document = Loader.loadPDF(SampleFiles.pdf(pages.toArray(String[]::new)))) {
            Map<String, PDComplexFileSpecification> tree = new TreeMap<>();
            for (Map.Entry<String, byte[]> file : named.entrySet()) {
                tree.put(file.getKey(), specification(document, file));
            }
            PDEmbeddedFilesNameTreeNode node = new PDEmbeddedFilesNameTreeNode();
            node.setNames(tree);
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(node);
            document.getDocumentCatalog().setNames(names);
            for (Map.Entry<String, byte[]> file : pinned.entrySet()) {
                PDAnnotationFileAttachment pin = new PDAnnotationFileAttachment();
                PDComplexFileSpecification known = tree.get(file.getKey());
                pin.setFile(known == null ? specification(document, file) : known);
                document.getPage(0).setAnnotations(List.of(pin));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static PDComplexFileSpecification specification(PDDocument document, Map.Entry<String, byte[]> file)
            throws IOException {
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(file.getKey());
        specification.setFileUnicode(file.getKey());
        specification.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(file.getValue())));
        return specification;
    }

    private static byte[] docxWith(Map<String, byte[]> files) throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Délibération sur la vidéoprotection");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                PackagePartName name = PackagingURIHelper.createPartName("/word/embeddings/" + file.getKey());
                PackagePart part = document.getPackage().createPart(name, "application/octet-stream");
                try (var out = part.getOutputStream()) {
                    out.write(file.getValue());
                }
                document.getPackagePart()
                        .addRelationship(
                                name,
                                TargetMode.INTERNAL,
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] xlsxWith(String name, byte[] file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Budget");
            sheet.createRow(0).createCell(0).setCellValue("Budget annexe de la ville");
            int picture = workbook.addPicture(PNG, Workbook.PICTURE_TYPE_PNG);
            int storage = workbook.addOlePackage(file, name, name, name);
            sheet.createDrawingPatriarch().createObjectData(new XSSFClientAnchor(), storage, picture);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] xlsWith(String name, byte[] file) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet("Budget");
            sheet.createRow(0).createCell(0).setCellValue("Budget annexe de la ville");
            int picture = workbook.addPicture(PNG, Workbook.PICTURE_TYPE_PNG);
            int storage = workbook.addOlePackage(file, name, name, name);
            HSSFPatriarch drawing = sheet.createDrawingPatriarch();
            drawing.createObjectData(new HSSFClientAnchor(), storage, picture);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }
}
