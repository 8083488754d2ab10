package vigie.reports.web;

import java.time.Instant;
import vigie.model.SavedSearch;
import vigie.reports.Digest;
import vigie.reports.render.DigestTexts;

/** What is new in a collection, and feeds of it. Thread-safe. */
public interface News {

    /** From when on a digest tells, where nothing else is asked for: the same until more was read. */
    Instant start();

    /** What became known since a moment. */
    Digest since(Instant moment);

    /**
     * The Atom feed of a digest.
     *
     * @param home where this site is answered, ending in a slash
     */
    String feed(DigestTexts digest, String home);

    /** The Atom feed of a saved search: what came in last. */
    String feed(SavedSearch search, String home);
}
