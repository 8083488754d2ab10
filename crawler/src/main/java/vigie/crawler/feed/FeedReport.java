package vigie.crawler.feed;

import org.jspecify.annotations.Nullable;

/**
 * What came of collecting a feed once.
 *
 * @param pages fetched, files that records point to included
 * @param notModified pages that held nothing new
 * @param failed pages that could not be had or understood
 * @param records read, known ones included
 * @param documents archived
 * @param unmet what the seed expects of the feed and this time did not find, or null
 */
public record FeedReport(
        int pages,
        int notModified,
        int failed,
        int records,
        int documents,
        @Nullable String unmet) {

    /** Nothing could be read. */
    public static FeedReport nothing() {
        return new FeedReport(0, 0, 1, 0, 0, null);
    }
}
