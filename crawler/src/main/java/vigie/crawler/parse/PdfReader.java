package vigie.crawler.parse;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import vigie.model.PartialDate;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

/** Reads PDF page by page, by PDFBox, which is what Tika reads it by. Not thread-safe. */
final class PdfReader {

    private static final String TYPE = "application/pdf";

    /** Streams beyond this go to a temporary file. */
    private static final long IN_MEMORY = 64L << 20;

    /** @param inside takes the files that it carries */
    ParsedDocument read(byte[] payload, InnerFiles inside) throws IOException {
        try (PDDocument document = open(payload)) {
            ParsedDocument read = read(document);
            PdfAttachments.read(document, inside);
            return read;
        } catch (InvalidPasswordException e) {
            return ParsedDocument.without(TextOutcome.NEEDS_PASSWORD, null, TYPE);
        }
    }

    static PDDocument open(byte[] payload) throws IOException {
        return Loader.loadPDF(
                new RandomAccessReadBuffer(payload),
                "",
                null,
                null,
                MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache);
    }

    private static ParsedDocument read(PDDocument document) throws IOException {
        PdfText text = new PdfText();
        text.read(document);
        int count = text.starts().size();
        if (text.unreadable().size() == count) {
            return ParsedDocument.failed(count == 0 ? "no pages" : "none of " + count + " pages can be read", TYPE);
        }
        PdfPages pages = new PdfPages(document.getPages(), text);
        PDDocumentInformation info = document.getDocumentInformation();
        Map<String, String> metadata = metadata(text, info);
        boolean scan = !pages.withoutText().isEmpty() || ReadLimits.letters(text.text()) == 0;
        boolean readable = pages.anyReadable() || !scan;
        put(metadata, "pages-without-text", PageNumbers.write(pages.withoutText()));
        TextRepair repair = new TextRepair(text.pages());
        PageTexts mended = new PageTexts(repair.pages());
        put(metadata, "repaired", repair.told());
        PartialDate created = created(info);
        put(metadata, SourceDocument.PUBLISHED_FROM, created == null ? "" : SourceDocument.SAVED);
        return new ParsedDocument(
                readable ? TextOutcome.TEXT : TextOutcome.NO_TEXT,
                null,
                TYPE,
                readable ? mended.text() : "",
                readable ? mended.starts() : List.of(),
                DocumentTitle.of(info.getTitle(), readable ? mended.text() : ""),
                created,
                PdfLinks.of(document),
                metadata);
    }

    private static Map<String, String> metadata(PdfText text, PDDocumentInformation info) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("pages", "" + text.starts().size());
        put(metadata, "unreadable-pages", PageNumbers.write(text.unreadable()));
        put(metadata, "transmission-id", ActStamp.id(text.text()).orElse(""));
        put(
                metadata,
                "author-tool",
                info.getProducer() == null
                        ? ""
                        : CleanText.of(info.getProducer()).strip());
        return metadata;
    }

    private static void put(Map<String, String> metadata, String name, String value) {
        if (!value.isEmpty()) {
            metadata.put(name, value);
        }
    }

    private static @Nullable PartialDate created(PDDocumentInformation info) {
        Calendar created = info.getCreationDate();
        if (created == null) {
            return null;
        }
        int year = created.get(Calendar.YEAR);
        return year < 1990 || year > 2100
                ? null
                : PartialDate.of(
                        LocalDate.of(year, created.get(Calendar.MONTH) + 1, created.get(Calendar.DAY_OF_MONTH)));
    }
}
