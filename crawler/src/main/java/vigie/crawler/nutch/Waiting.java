package vigie.crawler.nutch;

import org.apache.nutch.crawl.CrawlDatum;
import vigie.model.Source;

/**
 * An address that waits to be asked for in a round.
 *
 * @param url normalised
 * @param datum what Nutch knows of it, and then what became of it
 * @param depth how many rounds, one link each, lead to it in this run; the first is 1
 */
record Waiting(String url, Source source, CrawlDatum datum, int depth) {}
