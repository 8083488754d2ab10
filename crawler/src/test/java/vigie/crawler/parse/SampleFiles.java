package vigie.crawler.parse;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.GregorianCalendar;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Makes the files that towns publish, and those that nobody should. */
final class SampleFiles {

    /** A page that consists of a picture, as scanners write it. */
    static final String SCAN = "\u0000scan";

    static final String SENTENCE = "Le conseil municipal approuve l'installation de douze caméras place du marché.";

    private SampleFiles() {}

    /** For readers of files whose attachments do not matter. */
    static InnerFiles inside() {
        return new InnerFiles(
                (request, depth) -> ParsedDocument.unsupported(request.media().type()),
                URI.create("https://v.example/"),
                1);
    }

    /** One page for each text; lines are split at line ends. */
    static byte[] pdf(String... pages) throws IOException {
        try (PDDocument document = document(pages)) {
            return bytes(document);
        }
    }

    static byte[] encryptedPdf(String userPassword, int bits, String... pages) throws IOException {
        try (PDDocument document = document(pages)) {
            AccessPermission none = new AccessPermission();
            none.setCanExtractContent(false);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", userPassword, none);
            policy.setEncryptionKeyLength(bits);
            document.protect(policy);
            return bytes(document);
        }
    }

    private static PDDocument document(String... pages) throws IOException {
        PDDocument document = new PDDocument();
        document.getDocumentInformation().setTitle("Microsoft Word - Délibération 12.doc");
        document.getDocumentInformation().setProducer("Outil d'essai 1.0");
        document.getDocumentInformation().setCreationDate(new GregorianCalendar(2024, 2, 12));
        for (String text : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                if (text.startsWith(SCAN)) {
                    content.drawImage(picture(document), 0, 0, 600, 800);
                }
                write(content, text.replace(SCAN, ""));
            }
        }
        return document;
    }

    private static void write(PDPageContentStream content, String text) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 11);
        content.newLineAtOffset(50, 700);
        for (String line : text.lines().toList()) {
            content.showText(line);
            content.newLineAtOffset(0, -14);
        }
        content.endText();
    }

    private static PDImageXObject picture(PDDocument document) throws IOException {
        return LosslessFactory.createFromImage(document, new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY));
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    static byte[] docx(String heading, String... paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle("Compte rendu");
            document.createParagraph().createRun().setText(heading);
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            XWPFTable table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText("Caméras");
            table.getRow(0).getCell(1).setText("63 000 €");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    static byte[] encryptedDocx(String password) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (var out = encryptor.getDataStream(container)) {
                out.write(docx("Secret", SENTENCE));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    static byte[] odt(String body) throws IOException {
        String content = """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>%s</office:text></office:body></office:document-content>""".formatted(body);
        return odf("application/vnd.oasis.opendocument.text", content, "");
    }

    static byte[] ods(String tables) throws IOException {
        String content = """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                 office:version="1.2"><office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>""".formatted(tables);
        return odf("application/vnd.oasis.opendocument.spreadsheet", content, "");
    }

    static byte[] encryptedOdt() throws IOException {
        return odf(
                "application/vnd.oasis.opendocument.text",
                "\u0001\u0002 not xml",
                "<manifest:encryption-data><manifest:algorithm manifest:algorithm-name='x'/></manifest:encryption-data>");
    }

    static byte[] odf(String type, String content, String encryption) throws IOException {
        String manifest = """
                <?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">%s</manifest:file-entry></manifest:manifest>""".formatted(encryption);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "mimetype", type);
            entry(zip, "META-INF/manifest.xml", manifest);
            entry(zip, "content.xml", content);
        }
        return out.toByteArray();
    }

    /** A text document that unpacks to {@code megabytes} of blanks. */
    static byte[] bomb(int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            zip.putNextEntry(new ZipEntry("content.xml"));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < megabytes; i++) {
                zip.write(blanks);
            }
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] rtf(String text) {
        StringBuilder out = new StringBuilder("{\\rtf1\\ansi\\ansicpg1252 ");
        text.chars().forEach(c -> out.append(c < 0x80 ? Character.toString(c) : "\\'" + Integer.toHexString(c)));
        return out.append("\\par}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A PDF written by hand: {@code objects} are the bodies of objects 1, 2, …; the first is the catalog. */
    static byte[] rawPdf(String... objects) {
        StringBuilder out = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format("%010d 00000 n \n", out.length()));
            out.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = out.length();
        out.append("xref\n0 ").append(objects.length + 1).append('\n').append(table);
        out.append("trailer << /Root 1 0 R /Size ").append(objects.length + 1).append(" >>\nstartxref\n");
        return out.append(start).append("\n%%EOF").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static String stream(String content) {
        return "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }
}
