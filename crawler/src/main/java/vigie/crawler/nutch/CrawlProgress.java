package vigie.crawler.nutch;

import vigie.model.Term;

/**
 * How far a crawl is.
 *
 * @param round from 1; 0 before the first and while only feeds are left
 * @param done addresses asked for in this round, or feeds
 * @param due addresses in this round, or feeds
 */
public record CrawlProgress(int round, Step step, long done, long due) {

    /** What is being done. */
    public enum Step implements Term {
        PREPARE,
        FETCH,
        PARSE,
        ARCHIVE,
        UPDATE,
        FEEDS
    }
}
