/** Writes a report in one format: HTML, Markdown, JSON. Texts come from {@code report*.properties}. */
@org.jspecify.annotations.NullMarked
package vigie.reports.render;
