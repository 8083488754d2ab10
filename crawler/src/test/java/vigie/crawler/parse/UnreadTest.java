package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.Issue;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

class UnreadTest {

    private static final Capture CAPTURE =
            new Capture("https://v.example/a.pdf", Instant.EPOCH, 200, null, "0".repeat(64), 1, null, null, null);

    @Test
    void filesAttachedToAPdfAreTold() throws IOException {
        assertThat(new PdfReader().read(pdf(2)).metadata()).containsEntry("attachments", "2");
        assertThat(new PdfReader().read(pdf(0)).metadata()).doesNotContainKey("attachments");
        assertThat(told(Map.of("attachments", "2")))
                .get()
                .satisfies(issue -> assertThat(issue.kind()).isEqualTo("attachments-unread"))
                .satisfies(issue -> assertThat(issue.message()).endsWith(": 2"));
    }

    @Test
    void filesOfAnArchiveThatGaveNoTextAreTold() {
        assertThat(told(Map.of("archive-files", "3", "archive-unread", "1")))
                .get()
                .extracting(Issue::kind)
                .isEqualTo("archive-partly-read");
        assertThat(told(Map.of("archive-files", "3", "archive-unread", "0"))).isEmpty();
        assertThat(told(Map.of())).isEmpty();
    }

    private static Optional<Issue> told(Map<String, String> metadata) {
        return Unread.issue(
                new SourceDocument(
                        "d",
                        "feed",
                        CAPTURE,
                        "",
                        DocumentKind.AUTRE,
                        null,
                        null,
                        Publisher.unknown(),
                        TextOutcome.TEXT,
                        null,
                        "Texte",
                        List.of(),
                        List.of(),
                        metadata),
                Instant.EPOCH);
    }

    private static byte[] pdf(int attachments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("Ordre du jour du conseil municipal");
                content.endText();
            }
            Map<String, PDComplexFileSpecification> files = new TreeMap<>();
            for (int i = 0; i < attachments; i++) {
                PDComplexFileSpecification file = new PDComplexFileSpecification();
                file.setFile("annexe-" + i + ".txt");
                file.setEmbeddedFile(new PDEmbeddedFile(
                        document, new ByteArrayInputStream("Annexe".getBytes(StandardCharsets.UTF_8))));
                files.put("annexe-" + i, file);
            }
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(files);
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            document.save(out);
        }
        return out.toByteArray();
    }
}
