/**
 * Feeds: programming interfaces and lists that are paged through, outside the site crawl, into the same archive.
 * {@link vigie.crawler.feed.FeedCollector} is the entry; what is peculiar to one kind of feed is its adapter.
 */
@org.jspecify.annotations.NullMarked
package vigie.crawler.feed;
