package vigie.crawler.parse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

/** Reads PDF and office files inside the child process. Not thread-safe. */
final class ContainerReader {

    private static final int PDF_MARK_WITHIN = 1024;

    private final PdfReader pdf = new PdfReader();
    private final OfficeReader office = new OfficeReader();

    ParsedDocument read(byte[] payload) throws IOException, SAXException, TikaException {
        String head = new String(payload, 0, Math.min(payload.length, PDF_MARK_WITHIN), StandardCharsets.ISO_8859_1);
        return head.contains("%PDF-") ? pdf.read(payload) : office.read(payload);
    }
}
