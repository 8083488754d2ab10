/** Seeds to archive: {@link vigie.crawler.CrawlRun} is the entry. */
@org.jspecify.annotations.NullMarked
package vigie.crawler;
