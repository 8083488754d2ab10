package vigie.crawler.parse;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import vigie.model.TextOutcome;
import vigie.model.config.CrawlSettings;

/** Reads any payload; thread-safe. Owns the warm child process that reads PDF and office files. */
public final class DocumentParser implements AutoCloseable {

    /** Pages of more than this are no pages; text files and data may be as long as the fetcher lets them. */
    private static final int MAX_HTML = 32 << 20;

    private final CrawlSettings settings;
    private final MediaSniffer sniffer = new MediaSniffer();

    public DocumentParser(CrawlSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads {@code payload}; never throws for what is in it.
     *
     * @param contentType as declared, parameters included, or null
     */
    public ParsedDocument parse(URI url, @Nullable String contentType, byte[] payload) {
        if (payload.length == 0) {
            return ParsedDocument.failed("the document is empty", "application/octet-stream");
        }
        Media media = sniffer.sniff(payload, contentType, url.getPath());
        if (payload.length > settings.maxBytes()) {
            return ParsedDocument.failed("larger than " + settings.maxBytes() + " bytes", media.type());
        }
        return switch (media.kind()) {
            case HTML -> html(url, contentType, payload);
            case XML -> PlainReader.xml(url, contentType, payload);
            case TEXT -> PlainReader.text(media.type(), contentType, payload);
            case PDF, OFFICE, OTHER ->
                ParsedDocument.without(TextOutcome.UNSUPPORTED, "not read: " + media.type(), media.type());
        };
    }

    private static ParsedDocument html(URI url, @Nullable String contentType, byte[] payload) {
        return payload.length > MAX_HTML
                ? ParsedDocument.failed("a page of more than " + MAX_HTML + " bytes", "text/html")
                : HtmlReader.read(url, contentType, payload);
    }

    @Override
    public void close() {
        // nothing to close yet
    }
}
