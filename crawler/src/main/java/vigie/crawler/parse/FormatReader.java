package vigie.crawler.parse;

import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;
import vigie.model.TextOutcome;

/** Gives a payload to the reader for its format. Not thread-safe; runs in the child process. */
final class FormatReader {

    private final PdfReader pdf = new PdfReader();
    private final OfficeReader office = new OfficeReader();

    ParsedDocument read(ParseRequest request) throws IOException, SAXException, TikaException {
        return read(request, 1);
    }

    /** @param depth of files in files, 1 where {@code request} was fetched */
    private ParsedDocument read(ParseRequest request, int depth) throws IOException, SAXException, TikaException {
        InnerFiles inside = new InnerFiles(this::read, request.url(), depth);
        return switch (request.media().kind()) {
            case PDF -> inside.attachedTo(pdf.read(request.payload(), inside));
            case OFFICE -> {
                ParsedDocument document = office.read(request.payload(), inside);
                boolean archive = document.outcome() == TextOutcome.UNSUPPORTED
                        && document.mediaType().equals(ArchiveReader.TYPE);
                yield archive ? ArchiveReader.read(request.payload(), inside) : inside.attachedTo(document);
            }
            case IMAGE ->
                depth == 1
                        ? ImageFile.read(request.media(), request.payload())
                        : ParsedDocument.unsupported(request.media().type());
            case HTML, XML, TEXT, OTHER -> readPlain(request);
        };
    }

    /** Reads what needs no library that is known to fall over: markup and text. */
    static ParsedDocument readPlain(ParseRequest request) {
        return switch (request.media().kind()) {
            case HTML -> HtmlReader.read(request.url(), request.contentType(), request.payload());
            case XML -> PlainReader.xml(request.url(), request.contentType(), request.payload());
            case TEXT -> PlainReader.text(request.media().type(), request.contentType(), request.payload());
            case PDF, OFFICE, IMAGE, OTHER ->
                ParsedDocument.unsupported(request.media().type());
        };
    }
}
