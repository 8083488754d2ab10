package vigie.crawler.nutch;

import vigie.model.Term;

/**
 * How far a crawl is.
 *
 * @param round from 1; 0 before the first
 * @param done addresses asked for in this round
 * @param due addresses in this round
 */
public record CrawlProgress(int round, Step step, long done, long due) {

    /** What is being done. */
    public enum Step implements Term {
        PREPARE,
        FETCH,
        PARSE,
        ARCHIVE,
        UPDATE
    }
}
