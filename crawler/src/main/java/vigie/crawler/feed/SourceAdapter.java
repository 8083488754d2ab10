package vigie.crawler.feed;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import vigie.model.Capture;
import vigie.model.Source;
import vigie.model.id.Siren;

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

    /**
     * Whether the record with this {@link Reading.Entry#id} is withdrawn when the feed no longer shows it: the feed gives all its
     * records each time. Of any other feed nobody can know, for records leave its windows and lists by growing old.
     */
    default boolean isGoneWhereMissing(String id) {
        return false;
    }

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

    /**
     * The same, for feeds whose records give firms by number alone.
     *
     * @param names of firms by SIREN; the same for the same number while a feed is collected
     */
    default Reading read(Source source, Capture capture, byte[] payload, Function<Siren, Optional<String>> names)
            throws ShapeException {
        return read(source, capture, payload);
    }
}
