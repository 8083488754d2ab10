package vigie.crawler.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.tika.exception.TikaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import vigie.crawler.fetch.Sitemaps;
import vigie.crawler.fetch.TestOrigin;

/**
 * Document types that read files, ask servers or blow up, in every part of every format that consists of XML: nothing of
 * it happens. That of notices is tested beside their reader.
 */
class HostileXmlTest {

    private static final String MARK = "ICI-LA-MARQUE-DU-TEXTE";
    private static final String SECRET = "contenu-que-personne-ne-doit-voir";
    private static final Duration MOST = Duration.ofSeconds(20);
    private static final URI AT = URI.create("https://valmont.example/acte");

    @TempDir
    Path folder;

    private final TestOrigin canary = new TestOrigin();
    private List<String> attacks = List.of();

    @BeforeEach
    void hide() throws IOException {
        URI file = Files.writeString(folder.resolve("secret.txt"), SECRET).toUri();
        URI server = canary.at("127.0.0.1", "/x.dtd");
        attacks = List.of(
                "[<!ENTITY e SYSTEM '" + file + "'>]",
                "[<!ENTITY e SYSTEM '" + server + "'>]",
                "[<!ENTITY e PUBLIC 'x' '" + server + "'>]",
                "SYSTEM '" + server + "'",
                "[<!ENTITY % p SYSTEM '" + server + "'> %p; <!ENTITY e 'x'>]",
                bomb());
    }

    @AfterEach
    void close() throws IOException {
        canary.close();
    }

    @Test
    void textDocuments() throws IOException {
        everyPart(SampleFiles.odt("<text:p>" + MARK + "</text:p>"));
        everyPart(SampleFiles.docx("Compte rendu", MARK));
    }

    @Test
    void sheets() throws IOException {
        everyPart(SampleFiles.ods("<table:table table:name='F'><table:table-row><table:table-cell><text:p>" + MARK
                + "</text:p></table:table-cell></table:table-row></table:table>"));
        everyPart(xlsx());
    }

    @Test
    void plainMarkup() {
        for (String attack : attacks) {
            check(() -> text(laced("<?xml version='1.0'?><acte><p>" + MARK + "</p></acte>", attack)));
            check(() -> text(laced("<html><body><p>" + MARK + "</p></body></html>", attack)));
            check(() -> text(laced("<?xml version='1.0'?><svg><text>" + MARK + "</text></svg>", attack)));
        }
    }

    @Test
    void sitemaps() {
        String map = "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>"
                + "https://valmont.example/" + MARK + "</loc></url></urlset>";
        for (String attack : attacks) {
            check(() -> new Sitemaps()
                    .read(
                            URI.create("https://valmont.example/sitemap.xml"),
                            laced(map, attack).getBytes(UTF_8))
                    .toString());
        }
    }

    private void everyPart(byte[] file) throws IOException {
        Map<String, byte[]> parts = unzipped(file);
        assertThat(text(file)).contains(MARK);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (part.getKey().matches(".*\\.(xml|rels)")) {
                for (String attack : attacks) {
                    Map<String, byte[]> changed = new LinkedHashMap<>(parts);
                    changed.put(
                            part.getKey(),
                            laced(new String(part.getValue(), UTF_8), attack).getBytes(UTF_8));
                    check(() -> text(zipped(changed)));
                }
            }
        }
    }

    private interface Reading {
        String text() throws IOException;
    }

    private void check(Reading reading) {
        String text = assertTimeoutPreemptively(MOST, reading::text);
        assertThat(text).doesNotContain(SECRET).hasSizeLessThan(100_000);
        assertThat(canary.seen()).isEmpty();
    }

    private static String text(String file) {
        return text(file.getBytes(UTF_8));
    }

    private static String text(byte[] file) {
        Media media = new MediaSniffer().sniff(file, null, "/acte");
        try {
            return new FormatReader()
                    .read(new ParseRequest(media, AT, null, file))
                    .text();
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            // In the child process, which catches whatever the libraries throw, this is a failed document.
            return String.valueOf(e.getMessage());
        }
    }

    /** {@code xml} with a document type, and an entity of it in the place of the mark. */
    private static String laced(String xml, String type) {
        int start = xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;
        String rest = xml.substring(start);
        String root = rest.replaceFirst("(?s)^.*?<([A-Za-z][\\w:]*).*", "$1");
        String entity = type.contains("ENTITY e ") ? "&e;" : MARK;
        return xml.substring(0, start) + "<!DOCTYPE " + root + " " + type + ">" + rest.replace(MARK, entity);
    }

    /** A billion times a word. */
    private static String bomb() {
        StringBuilder type = new StringBuilder("[<!ENTITY e0 'boum '>");
        for (int i = 1; i < 10; i++) {
            type.append("<!ENTITY e%d '%s'>".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        return type + "<!ENTITY e '&e9;'>]";
    }

    private static byte[] xlsx() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("F").createRow(0).createCell(0).setCellValue(MARK);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static Map<String, byte[]> unzipped(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
