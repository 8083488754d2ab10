package vigie.reports.render;

import gg.jte.Content;

/**
 * What a web site puts around a report that is one of its pages. Content is markup as it goes out: it escapes for itself.
 *
 * @param head at the beginning of the head
 * @param top between the masthead and the report: where one is, and what holds for all of the site
 * @param bottom behind the report
 */
public record Frame(Content head, Content top, Content bottom) {

    /** A report that stands for itself. */
    public static final Frame NONE = new Frame(output -> {}, output -> {}, output -> {});
}
