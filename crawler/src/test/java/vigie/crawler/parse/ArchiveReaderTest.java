package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.crawler.parse.SampleFiles.SENTENCE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.TextOutcome;

class ArchiveReaderTest {

    @Test
    void filesAreReadUnderTheirNames() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("annexes/", new byte[0]);
        files.put("annexes/délibération.pdf", SampleFiles.pdf(SENTENCE));
        files.put("../../note.txt", "Une note du maire.".getBytes(StandardCharsets.UTF_8));
        files.put("plan.bin", new byte[] {0, 1, 2, 3, 0, 0, 9});
        files.put("__MACOSX/note.txt", new byte[] {1});

        ParsedDocument archive = read(zip(files));

        assertThat(archive.outcome()).isEqualTo(TextOutcome.TEXT);
        assertThat(archive.mediaType()).isEqualTo("application/zip");
        assertThat(archive.text())
                .isEqualTo("annexes/délibération.pdf\n\n" + SENTENCE + "\n\n../../note.txt\n\nUne note du maire.\n");
        assertThat(archive.metadata()).containsEntry("archive-files", "3").containsEntry("archive-unread", "1");
    }

    /** A stored file stands in the archive as it is: its first bytes are not those of the archive. */
    @Test
    void archiveWhoseFirstFileIsStoredIsNotTakenForThatFile() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] pdf = SampleFiles.pdf(SENTENCE);
            CRC32 sum = new CRC32();
            sum.update(pdf);
            ZipEntry stored = new ZipEntry("séance.pdf");
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(pdf.length);
            stored.setCrc(sum.getValue());
            zip.putNextEntry(stored);
            zip.write(pdf);
            zip.putNextEntry(new ZipEntry("note.txt"));
            zip.write("Une note du maire.".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(out.toByteArray()).text())
                .isEqualTo("séance.pdf\n\n" + SENTENCE + "\n\nnote.txt\n\nUne note du maire.\n");
    }

    @Test
    void namesLeadNowhere(@TempDir Path folder) throws Exception {
        Path here = Path.of("").toAbsolutePath();
        List<String> names = List.of(
                folder.resolve("absolu.txt").toString(),
                here.relativize(folder.toAbsolutePath()).resolve("relatif.txt").toString(),
                "..\\..\\..\\fenêtres.txt",
                "C:\\fenêtres.txt");
        Map<String, byte[]> files = new LinkedHashMap<>();
        names.forEach(name -> files.put(name, ("Texte de " + names.indexOf(name)).getBytes(StandardCharsets.UTF_8)));

        assertThat(read(zip(files)).text()).contains("Texte de 0", "Texte de 1", "Texte de 2", "Texte de 3");
        assertThat(folder).isEmptyDirectory();
        assertThat(here).isDirectoryNotContaining("glob:**fenêtres.txt");
    }

    @Test
    void archivesInsideAreReadOnceDeep() throws Exception {
        byte[] one = zip(Map.of("a.txt", "Texte du fond.".getBytes(StandardCharsets.UTF_8)));
        byte[] two = zip(Map.of("un.zip", one));
        byte[] three = zip(Map.of("deux.zip", two));

        assertThat(read(two).text()).contains("Texte du fond.");
        assertThat(read(three).outcome()).isEqualTo(TextOutcome.UNSUPPORTED);
    }

    @Test
    void filesBeyondTheLimitAreCounted() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 250; i++) {
            files.put(i + ".txt", ("Fichier " + i).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(zip(files)).metadata())
                .containsEntry("archive-files", "250")
                .containsEntry("archive-unread", "50");
    }

    @Test
    void archivesOfPicturesHoldNoText() throws Exception {
        ParsedDocument scans = read(zip(Map.of("scan.pdf", SampleFiles.pdf(SampleFiles.SCAN))));
        ParsedDocument nothing = read(zip(Map.of("a.bin", new byte[] {0, 1, 2, 0})));

        assertThat(scans.outcome()).isEqualTo(TextOutcome.NO_TEXT);
        assertThat(nothing.outcome()).isEqualTo(TextOutcome.UNSUPPORTED);
    }

    private static ParsedDocument read(byte[] zip) throws Exception {
        Media media = new MediaSniffer().sniff(zip, null, "/lot.zip");
        return new FormatReader()
                .read(new ParseRequest(media, URI.create("https://valmont.example/lot.zip"), null, zip));
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
