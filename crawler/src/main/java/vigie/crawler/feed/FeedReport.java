package vigie.crawler.feed;

/**
 * What came of collecting a feed once.
 *
 * @param pages fetched
 * @param notModified pages that held nothing new
 * @param failed pages that could not be had or understood
 * @param documents archived
 */
public record FeedReport(int pages, int notModified, int failed, int documents) {}
