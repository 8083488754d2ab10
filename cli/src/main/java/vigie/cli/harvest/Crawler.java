package vigie.cli.harvest;

import java.util.List;

/** A way to crawl one site. */
interface Crawler {

    /** All addresses in the order in which they are asked for, until nothing is left. */
    List<String> order(Reader reader);
}
