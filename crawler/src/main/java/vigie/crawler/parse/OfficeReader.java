package vigie.crawler.parse;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.OfficeOpenXMLExtended;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import vigie.model.Link;
import vigie.model.PartialDate;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

/**
 * Reads word processing, sheets and slides by Tika; the rows of sheets by {@link SheetReader}, the files embedded in them by
 * {@link EmbeddedFiles}. Not thread-safe.
 */
final class OfficeReader {

    private static final String PROTECTED = "application/x-tika-ooxml-protected";
    private static final Set<String> OLD =
            Set.of("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint");

    private final Detector detector = new DefaultDetector();
    private final Parser old = new OfficeParser();
    private final Parser openXml = new OOXMLParser();
    private final Parser openDocument = new OpenDocumentParser();
    private final Parser rtf = new RTFParser();

    /** @param inside takes the files that are embedded in it */
    ParsedDocument read(byte[] payload, InnerFiles inside) throws IOException, SAXException, TikaException {
        if (payload.length > 2 && payload[0] == 'P' && payload[1] == 'K') {
            ZipGuard.check(payload);
        }
        try (TikaInputStream in = TikaInputStream.get(payload)) {
            Metadata metadata = new Metadata();
            String type = detector.detect(in, metadata).getBaseType().toString();
            Parser parser = parser(type);
            if (type.equals(PROTECTED)) {
                return ParsedDocument.without(TextOutcome.NEEDS_PASSWORD, null, type);
            }
            return parser == null
                    ? ParsedDocument.unsupported(type)
                    : read(parser, in, payload, metadata, type, inside);
        }
    }

    private @Nullable Parser parser(String type) {
        if (OLD.contains(type)) {
            return old;
        }
        if (type.equals("application/rtf")) {
            return rtf;
        }
        MediaType media = MediaType.parse(type);
        if (openDocument.getSupportedTypes(new ParseContext()).contains(media)) {
            return openDocument;
        }
        return type.startsWith("application/vnd.openxmlformats-officedocument")
                        || type.startsWith("application/vnd.ms-word")
                        || type.startsWith("application/vnd.ms-excel")
                ? openXml
                : null;
    }

    private static ParsedDocument read(
            Parser parser, TikaInputStream in, byte[] payload, Metadata metadata, String type, InnerFiles inside)
            throws IOException, SAXException, TikaException {
        OfficeText text = new OfficeText();
        try {
            parser.parse(in, text, metadata, context(inside));
        } catch (EncryptedDocumentException | org.apache.poi.EncryptedDocumentException e) {
            return ParsedDocument.without(TextOutcome.NEEDS_PASSWORD, null, type);
        }
        if (type.startsWith("application/vnd.oasis.opendocument")) {
            EmbeddedFiles.ofOpenDocument(payload, inside);
        }
        String rows = SheetReader.read(payload, type);
        String words = OLD.contains(type) ? FieldCodes.strip(text.text()) : text.text();
        return document(rows == null ? words : rows, text.links(), metadata, type);
    }

    private static ParsedDocument document(String text, List<Link> links, Metadata metadata, String type) {
        Map<String, String> facts = new LinkedHashMap<>();
        String tool = metadata.get(OfficeOpenXMLExtended.APPLICATION);
        if (tool == null) {
            tool = metadata.get("generator");
        }
        if (tool != null) {
            facts.put("author-tool", CleanText.of(tool).strip());
        }
        if (ReadLimits.letters(text) < ReadLimits.FEW_LETTERS / 3) {
            return ParsedDocument.without(TextOutcome.NO_TEXT, null, type, facts);
        }
        PartialDate saved = date(metadata, TikaCoreProperties.MODIFIED, TikaCoreProperties.CREATED);
        if (saved != null) {
            facts.put(SourceDocument.PUBLISHED_FROM, SourceDocument.SAVED);
        }
        String title = DocumentTitle.of(metadata.get(TikaCoreProperties.TITLE), text);
        return new ParsedDocument(TextOutcome.TEXT, null, type, text, List.of(), title, saved, links, facts);
    }

    /** When the file was last saved: nearer to publication than when its template was made. */
    private static @Nullable PartialDate date(Metadata metadata, Property... properties) {
        for (Property property : properties) {
            String value = metadata.get(property);
            PartialDate day = value == null ? null : FrenchDates.day(value).orElse(null);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static ParseContext context(InnerFiles inside) {
        ParseContext context = new ParseContext();
        OfficeParserConfig config = new OfficeParserConfig();
        config.setUseSAXDocxExtractor(true);
        config.setIncludeDeletedContent(false);
        config.setIncludeMoveFromContent(false);
        config.setExtractMacros(false);
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, new EmbeddedFiles(inside));
        return context;
    }
}
