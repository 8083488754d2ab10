package vigie.reports.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import com.openhtmltopdf.util.XRRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes a page as PDF: tagged (PDF/UA-1, ISO 14289-1), its fonts embedded, title and language those of the page, its
 * headings of first and second rank that have an {@code id} as bookmarks. Nothing is fetched: what the page does not hold itself is left out. Thread-safe.
 *
 * <p>The page is well-formed XHTML with a title, a {@code lang} and its own print style: no flex, no grid, fonts
 * {@code Source Sans 3} and {@code Gelasio} in weights 400 and 600. A letter that neither font has is shown as □.
 */
public final class PdfReport {

    private record Font(String file, String family, int weight) {

        private static final int DIRECTORY = 12;
        private static final int RECORD = 16;
        private static final byte[] SUBSTITUTIONS = "GSUB".getBytes(StandardCharsets.US_ASCII);

        /**
         * Opens the file as one without ligatures: the writer compiles regular expressions over all of them for each run
         * of text, six sevenths of a report's time. The table stays; its entry in the directory (OpenType, table
         * directory: 16 bytes each, the tag first) has a name that says nothing.
         */
        InputStream open() {
            try (InputStream in =
                    Objects.requireNonNull(PdfReport.class.getResourceAsStream("/vigie/reports/fonts/" + file), file)) {
                byte[] font = in.readAllBytes();
                int tables = ByteBuffer.wrap(font).getShort(4);
                for (int at = DIRECTORY; at < DIRECTORY + tables * RECORD; at += RECORD) {
                    if (Arrays.equals(font, at, at + SUBSTITUTIONS.length, SUBSTITUTIONS, 0, SUBSTITUTIONS.length)) {
                        font[at] = '_';
                    }
                }
                return new ByteArrayInputStream(font);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
    }

    private static final List<Font> FONTS = List.of(
            new Font("SourceSans3-Regular.ttf", "Source Sans 3", 400),
            new Font("SourceSans3-SemiBold.ttf", "Source Sans 3", 600),
            new Font("Gelasio-Regular.ttf", "Gelasio", 400),
            new Font("Gelasio-SemiBold.ttf", "Gelasio", 600));

    /** The library tells its log by a static field; what it says of a page comes to us by its diagnostics as well. */
    private static final XRLogger SILENT = new XRLogger() {
        @Override
        public void log(String where, Level level, String message) {}

        @Override
        public void log(String where, Level level, String message, Throwable cause) {}

        @Override
        public void setLevel(String where, Level level) {}

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return false;
        }
    };

    /** What XML 1.0 forbids, escaped or not; crawled text may hold it. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Consumer<String> complaints;

    /** Says nothing of what a page lacks. */
    public PdfReport() {
        this(complaint -> {});
    }

    /** {@code complaints} hears what a page lacks to be accessible, or asks for that cannot be had. */
    PdfReport(Consumer<String> complaints) {
        this.complaints = complaints;
        XRLog.setLoggerImpl(SILENT);
    }

    /** The document. */
    public byte[] render(String xhtml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            render(xhtml, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a page of ours is well-formed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the document; the stream stays open.
     *
     * @throws IOException if the page is not well-formed, or the stream fails
     */
    public void render(String xhtml, OutputStream to) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> false, moment);
        }
        builder.useUriResolver((base, address) -> null);
        for (Font font : FONTS) {
            builder.useFont(font::open, font.family(), font.weight(), FontStyle.NORMAL, true);
        }
        try (BatikSVGDrawer drawings = new BatikSVGDrawer()) {
            builder.useSVGDrawer(drawings);
            builder.usePdfUaAccessibility(true);
            builder.useReplacementText("□");
            builder.useUnicodeLineBreaker(new LineBreaks());
            builder.withProducer("Vigie");
            builder.withDiagnosticConsumer(this::hear);
            builder.addDOMMutator(PdfReport::bookmark);
            builder.addDOMMutator(PdfReport::nameLinks);
            builder.withHtmlContent(NOT_XML.matcher(xhtml).replaceAll("\uFFFD"), null);
            builder.toStream(to);
            builder.run();
        } catch (XRRuntimeException e) {
            throw new IOException("not well-formed: " + e.getMessage(), e);
        }
    }

    private void hear(Diagnostic diagnostic) {
        if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
            complaints.accept(diagnostic.getFormattedMessage());
        }
    }

    /** Adds the bookmarks, in the form that the renderer asks for. */
    private static void bookmark(Document page) {
        Element bookmarks = page.createElement("bookmarks");
        for (String rank : List.of("h1", "h2")) {
            NodeList headings = page.getElementsByTagName(rank);
            for (int i = 0; i < headings.getLength(); i++) {
                Element heading = (Element) headings.item(i);
                if (heading.hasAttribute("id")) {
                    Element bookmark = page.createElement("bookmark");
                    bookmark.setAttribute("name", heading.getTextContent());
                    bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
                    bookmarks.appendChild(bookmark);
                }
            }
        }
        if (bookmarks.hasChildNodes()) {
            page.getElementsByTagName("head").item(0).appendChild(bookmarks);
        }
    }

    /** Says of each link without a title what it says itself, for those who hear the page. */
    private static void nameLinks(Document page) {
        NodeList links = page.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            Element link = (Element) links.item(i);
            if (!link.hasAttribute("title")) {
                link.setAttribute("title", link.getTextContent());
            }
        }
    }
}
