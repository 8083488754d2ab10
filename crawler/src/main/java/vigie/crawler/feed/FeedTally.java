package vigie.crawler.feed;

/**
 * What the windows of one collection came to.
 *
 * @param unread pages that the server says have not changed
 * @param records read, known ones included
 * @param documents archived
 * @param dated records with a date
 * @param published records that name who publishes
 */
record FeedTally(
        int pages, int notModified, int unread, int failed, int records, int documents, int dated, int published) {

    static final FeedTally NOTHING = new FeedTally(0, 0, 0, 0, 0, 0, 0, 0);

    FeedTally plus(FeedTally other) {
        return new FeedTally(
                pages + other.pages,
                notModified + other.notModified,
                unread + other.unread,
                failed + other.failed,
                records + other.records,
                documents + other.documents,
                dated + other.dated,
                published + other.published);
    }
}
