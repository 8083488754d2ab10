/**
 * What is worth a request on a town's site, and how soon: {@link vigie.crawler.focus.Focus} reads a link,
 * {@link vigie.crawler.focus.Yields} learns from what came of others, {@link vigie.crawler.focus.Traps} says what is
 * never asked for. Knows no crawler: whoever has links and what they led to may use it.
 */
@org.jspecify.annotations.NullMarked
package vigie.crawler.focus;
