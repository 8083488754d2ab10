package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import vigie.reports.CityReport;

class PdfReportTest {

    private final HtmlReport pages = new HtmlReport(new Texts(Locale.FRENCH));
    private final PdfReport pdf = new PdfReport();

    @Test
    void paperPagesAreWellFormed() throws Exception {
        for (CityReport report : new CityReport[] {SampleReport.full(), SampleReport.empty()}) {
            Document page = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(pages.paper(report).getBytes(StandardCharsets.UTF_8)));
            assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("fr");
        }
    }

    @Test
    void documentSaysWhatItIsAndIsTagged() throws IOException {
        List<String> complaints = new ArrayList<>();
        byte[] made = new PdfReport(complaints::add).render(pages.paper(SampleReport.full()));
        assertThat(complaints).isEmpty();
        try (PDDocument document = Loader.loadPDF(made)) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Vidéosurveillance algorithmique à Val-Moreau-l’Imaginaire");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid")
                    .contains("Vidéosurveillance algorithmique");
            assertThat(catalog.getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .anyMatch(title -> title.contains("Val-Moreau"));
        }
    }

    @Test
    void everyCitationIsInTheTextWithItsQuote() throws IOException {
        CityReport report = SampleReport.full();
        try (PDDocument document = load(report)) {
            String text = words(new PDFTextStripper().getText(document));
            assertThat(report.citations())
                    .hasSize(3)
                    .allSatisfy(citation -> assertThat(text)
                            .contains("[" + citation.number() + "]")
                            .contains(words(citation.claim().evidence().quote())));
            assertThat(text).contains("3 mars 2026").contains("1 / " + document.getNumberOfPages());
        }
    }

    @Test
    void letterIsAPdfToo() throws IOException {
        String page = new LetterReport().html(Letter.of(SampleReport.full()), true);
        try (PDDocument document = Loader.loadPDF(pdf.render(page))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            String text = new PDFTextStripper().getText(document);
            assertThat(words(text)).contains("l’analyse d’impact");
            assertThat(text.lines()).noneMatch(line -> line.strip().endsWith("’"));
        }
    }

    @Test
    void fontsAreEmbedded() throws IOException {
        try (PDDocument document = load(SampleReport.full())) {
            for (PDPage page : document.getPages()) {
                assertThat(StreamSupport.stream(
                                page.getResources().getFontNames().spliterator(), false))
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(font(page, name).isEmbedded())
                                .as("%s is embedded", font(page, name).getName())
                                .isTrue());
            }
        }
    }

    private static PDFont font(PDPage page, COSName name) throws IOException {
        return page.getResources().getFont(name);
    }

    @Test
    void nothingIsFetched() throws IOException {
        Path file = Files.writeString(Files.createTempFile("style", ".css"), "body{color:red}");
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        try {
            String at = "http://127.0.0.1:" + server.getAddress().getPort();
            byte[] made = pdf.render("<html lang=\"fr\"><head><title>T</title><link rel=\"stylesheet\" href=\"" + at
                    + "/a.css\"/><style>@import url(" + at + "/b.css); body{background:url(" + at
                    + "/c.png);font-family:'Source Sans 3'} @font-face{font-family:x;src:url(" + at
                    + "/d.ttf)}</style></head><body><p>bonjour</p><img src=\"" + at + "/e.png\" alt=\"e\"/><img src=\""
                    + file.toUri() + "\" alt=\"f\"/><svg xmlns=\"http://www.w3.org/2000/svg\" "
                    + "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"9\" height=\"9\"><image xlink:href=\""
                    + at + "/g.png\" width=\"9\" height=\"9\"/></svg></body></html>");
            assertThat(asked).hasValue(0);
            try (PDDocument document = Loader.loadPDF(made)) {
                assertThat(new PDFTextStripper().getText(document)).contains("bonjour");
            }
        } finally {
            server.stop(0);
            Files.delete(file);
        }
    }

    @Test
    void whatXmlForbidsIsReplacedAndWhatIsNoPageIsRefused() throws IOException {
        byte[] made =
                pdf.render("<html lang=\"fr\"><head><title>T</title></head><body><p>a\u0000b\uD800c</p></body></html>");
        try (PDDocument document = Loader.loadPDF(made)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThatThrownBy(() -> pdf.render("<html><p>", new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class);
    }

    private PDDocument load(CityReport report) throws IOException {
        return Loader.loadPDF(pdf.render(pages.paper(report)));
    }

    /** Lines break elsewhere on paper. */
    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
