package vigie.cli.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Makes an act's file in its format; the same act always gives the same text. */
final class Paper {

    private static final float SIZE = 11;
    private static final float LEADING = 15;
    private static final float MARGIN = 64;
    private static final int LINES_PER_PAGE = 46;

    private Paper() {}

    static byte[] of(World.Act act) throws IOException {
        return switch (act.format()) {
            case "pdf" -> pdf(act, false);
            case "encrypted" -> pdf(act, true);
            case "broken" -> broken(pdf(act, false));
            case "scan" -> scan();
            case "odt" -> odt(act);
            case "docx" -> docx(act);
            default -> throw new IllegalArgumentException("no such format in world.yml: " + act.format());
        };
    }

    static String mediaType(String format) {
        return switch (format) {
            case "odt" -> "application/vnd.oasis.opendocument.text";
            case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case "html" -> "text/html; charset=utf-8";
            default -> "application/pdf";
        };
    }

    private static byte[] pdf(World.Act act, boolean encrypted) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFont font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
            List<String> lines = lines(act.text(), font);
            for (int from = 0; from < lines.size(); from += LINES_PER_PAGE) {
                page(document, font, lines.subList(from, Math.min(lines.size(), from + LINES_PER_PAGE)));
            }
            document.getDocumentInformation().setTitle(act.title());
            Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            date.setTimeInMillis(act.date().toEpochSecond(LocalTime.NOON, ZoneOffset.UTC) * 1000);
            document.getDocumentInformation().setCreationDate(date);
            document.setDocumentId(date.getTimeInMillis());
            if (encrypted) {
                document.protect(new StandardProtectionPolicy("proprietaire", "lecteur", new AccessPermission()));
            }
            return saved(document);
        }
    }

    private static void page(PDDocument document, PDFont font, List<String> lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, SIZE);
            content.setLeading(LEADING);
            content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    private static List<String> lines(String text, PDFont font) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.replace("\u202f", "\u00a0").split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (font.getStringWidth(longer) / 1000 * SIZE > PDRectangle.A4.getWidth() - 2 * MARGIN) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A page that is only an image: grey lines where a scanner saw text. */
    private static byte[] scan() throws IOException {
        BufferedImage image = new BufferedImage(620, 877, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 620, 877);
        graphics.setColor(Color.DARK_GRAY);
        for (int line = 0; line < 40; line++) {
            graphics.fillRect(60, 70 + 18 * line, 300 + (line * 97) % 200, 5);
        }
        graphics.dispose();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, image),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
            return saved(document);
        }
    }

    private static byte[] broken(byte[] whole) {
        byte[] half = Arrays.copyOf(whole, whole.length / 3);
        Arrays.fill(half, half.length / 2, half.length, (byte) 'x');
        return half;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static byte[] odt(World.Act act) throws IOException {
        StringBuilder body = new StringBuilder("<text:h text:outline-level=\"1\">")
                .append(escaped(act.title()))
                .append("</text:h>");
        for (String paragraph : act.text().split("\n\\s*\n", -1)) {
            body.append("<text:p>").append(escaped(paragraph.strip())).append("</text:p>");
        }
        String content = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.3\">"
                + "<office:body><office:text>" + body + "</office:text></office:body></office:document-content>";
        String manifest = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest"
                + " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
                + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" + mediaType("odt") + "\"/>"
                + "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
                + "</manifest:manifest>";
        return zip("mimetype", mediaType("odt"), "content.xml", content, "META-INF/manifest.xml", manifest);
    }

    private static byte[] docx(World.Act act) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String paragraph : (act.title() + "\n\n" + act.text()).split("\n\\s*\n", -1)) {
            body.append("<w:p><w:r><w:t xml:space=\"preserve\">")
                    .append(escaped(paragraph.strip()))
                    .append("</w:t></w:r></w:p>");
        }
        String types = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + mediaType("docx")
                + ".main+xml\"/></Types>";
        String relations = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Target=\"word/document.xml\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/>"
                + "</Relationships>";
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                + "</w:body></w:document>";
        return zip("[Content_Types].xml", types, "_rels/.rels", relations, "word/document.xml", document);
    }

    /** A zip of names and texts in turn; the first entry is stored, as ODF wants its media type. */
    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                byte[] text = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry(namesAndTexts[i]);
                entry.setTime(0);
                if (i == 0) {
                    CRC32 crc = new CRC32();
                    crc.update(text);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(text.length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(text);
            }
        }
        return bytes.toByteArray();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
