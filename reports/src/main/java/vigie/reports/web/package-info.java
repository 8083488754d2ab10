/**
 * The web interface: pages over one index for people, with and without JavaScript. {@link vigie.reports.web.WebServer}
 * puts it together; each kind of page is a {@link vigie.reports.web.Page}, its words come from {@code web.properties}, its
 * looks from the templates in {@code web/}. What was crawled is text here, never markup.
 */
@org.jspecify.annotations.NullMarked
package vigie.reports.web;
