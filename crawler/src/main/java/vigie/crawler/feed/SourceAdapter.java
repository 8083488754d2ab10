package vigie.crawler.feed;

import java.io.IOException;
import vigie.model.Capture;
import vigie.model.Source;

/**
 * Reads one kind of feed. A new one is one class, one line in {@link Adapters} and a seed that names it.
 *
 * <p>Stateless: what was collected before is known to {@link FeedPages}, which also fetches, archives and counts.
 */
interface SourceAdapter {

    /**
     * Whether the feed can be asked for a span of days. Such a feed is collected window by window, oldest first, and
     * resumed after the last whole one; any other is read from its beginning every time.
     */
    boolean isWindowed();

    /** Asks for page after page until {@code pages} gives none, or all of the window is read. */
    void collect(Source source, Window window, FeedPages pages) throws IOException;

    /**
     * Whether a file that a record points to speaks the language of this feed: it is archived and read by {@link #read} like
     * an answer, and what is read are its documents. Any other file is a document for the parser.
     */
    default boolean reads(Linked linked) {
        return false;
    }

    /**
     * The records of one answer; the same for the same bytes, so that archived captures can be read anew after a
     * correction without fetching.
     *
     * @throws ShapeException if the payload is no answer of this feed: never an empty reading
     */
    Reading read(Source source, Capture capture, byte[] payload) throws ShapeException;
}
