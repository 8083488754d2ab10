/**
 * Crawls sites on Apache Nutch, in one JVM and in rounds: {@link vigie.crawler.nutch.SiteCrawl}.
 *
 * <p>Nutch's state under {@code data/crawl} is scheduling only. A round is archived, durably, before the CrawlDb learns of
 * it; what a cut run left is finished by the next one, and a CrawlDb that is lost is made anew from the archive:
 * {@link vigie.crawler.nutch.CrawlState}. All that Nutch calls of ours is declared in one {@code plugin.xml}.
 */
@org.jspecify.annotations.NullMarked
package vigie.crawler.nutch;
