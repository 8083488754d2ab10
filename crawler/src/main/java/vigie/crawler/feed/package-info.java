/**
 * Feeds: programming interfaces that are paged through, outside the site crawl, into the same archive.
 * {@link vigie.crawler.feed.BoampFeed} reads BOAMP.
 */
@org.jspecify.annotations.NullMarked
package vigie.crawler.feed;
