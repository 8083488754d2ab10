package vigie.cli.harvest;

import org.jspecify.annotations.Nullable;

/**
 * What an address of a made-up site answers.
 *
 * @param html the page, or null where a file is answered
 * @param text of the file; empty where it is a scan
 * @param isAct whether it is what a crawl is for: a deliberation, minutes, an order
 */
record Page(@Nullable String html, String text, boolean isAct) {

    static Page html(String html, boolean isAct) {
        return new Page(html, "", isAct);
    }

    static Page file(String text, boolean isAct) {
        return new Page(null, text, isAct);
    }
}
