package vigie.crawler.parse;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import vigie.model.config.CrawlSettings;

/** Reads any payload; thread-safe. Owns the warm child process that reads PDF and office files. */
public final class DocumentParser implements AutoCloseable {

    public DocumentParser(CrawlSettings settings) {
        throw new UnsupportedOperationException("contract only");
    }

    /**
     * Reads {@code payload}; never throws for what is in it.
     *
     * @param contentType as declared, parameters included, or null
     */
    public ParsedDocument parse(URI url, @Nullable String contentType, byte[] payload) {
        throw new UnsupportedOperationException("contract only");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("contract only");
    }
}
