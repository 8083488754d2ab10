package vigie.cli.harvest;

import java.util.Map;

/**
 * A made-up site.
 *
 * @param build how it is made, see {@link Build}
 * @param start its home page
 * @param pages by address
 */
record Site(String build, String start, Map<String, Page> pages) {

    long acts() {
        return pages.values().stream().filter(Page::isAct).count();
    }
}
