package vigie.model;

/** What can be said of one month of one source: exactly one of these. */
public enum CoverageState implements Term {
    /** At least one document dated in the month was read. */
    READ,
    /** The source answered in the month or later, and nothing that it showed is dated in the month. */
    NOTHING,
    /** robots.txt keeps us from it: an address of the month, or the source whenever it was asked since. */
    BLOCKED,
    /** An address of the month, or the source whenever it was asked since, gave nothing usable. */
    UNREACHABLE,
    /** There are documents of the month, and none of them could be read: scans, encrypted, broken, too large. */
    UNREADABLE,
    /** Nobody has asked since the month began, or the source is not known to reach that far back. */
    NOT_TRIED
}
