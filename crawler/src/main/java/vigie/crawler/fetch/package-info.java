/** The one way out to the network, and its guards: {@link vigie.crawler.fetch.Fetcher}. */
@org.jspecify.annotations.NullMarked
package vigie.crawler.fetch;
