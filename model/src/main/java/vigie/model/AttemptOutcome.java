package vigie.model;

/** What came of one attempt to fetch a URL. */
public enum AttemptOutcome implements Term {
    /** A response was captured. */
    FETCHED,
    /** The server said, or the bytes showed, that nothing changed since the last capture. */
    NOT_MODIFIED,
    /** We did not ask: robots.txt, a forbidden address, a limit of ours. */
    REFUSED,
    /** We asked and got nothing usable. */
    FAILED
}
