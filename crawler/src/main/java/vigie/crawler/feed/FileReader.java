package vigie.crawler.feed;

import vigie.model.Capture;
import vigie.model.Source;
import vigie.model.SourceDocument;

/** Reads a file that a feed points to; what cannot be read is an outcome of the document, not an exception. */
@FunctionalInterface
public interface FileReader {

    /** The document that {@code payload} holds, with what the feed says about it. */
    SourceDocument read(Source source, Linked linked, Capture capture, byte[] payload);
}
