/** Reads text, title, date and links out of captured bytes: {@link vigie.crawler.parse.DocumentParser}. */
@org.jspecify.annotations.NullMarked
package vigie.crawler.parse;
