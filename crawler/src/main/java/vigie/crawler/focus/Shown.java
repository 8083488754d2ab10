package vigie.crawler.focus;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers within a crawl which links pages have shown. Menus stand on every page, and some stand where the content of a
 * page is looked for: what an earlier page showed is nothing that a page led to. Of fixed size, so that now and then a new
 * link is taken for a known one, which only costs a page some of its credit. Thread-safe.
 */
public final class Shown {

    private static final int BITS = 1 << 23;

    private final BitSet seen = new BitSet();

    /** Those of a page's links that no page before it has shown; from now on they are known. */
    public synchronized Map<String, Promise> firstShown(Map<String, Promise> links) {
        Map<String, Promise> first = new LinkedHashMap<>();
        links.forEach((url, promise) -> {
            int bit = mixed(url.hashCode()) & (BITS - 1);
            if (!seen.get(bit)) {
                seen.set(bit);
                first.put(url, promise);
            }
        });
        return first;
    }

    /** Hashes of addresses that differ in their last digits are neighbours; these are not. */
    private static int mixed(int hash) {
        int mixed = hash * 0x9E3779B1;
        return mixed ^ (mixed >>> 15);
    }
}
