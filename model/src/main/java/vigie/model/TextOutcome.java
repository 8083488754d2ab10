package vigie.model;

/** What came of reading the text of a capture: exactly one of these, always. */
public enum TextOutcome implements Term {
    /** The text was read. */
    TEXT,
    /** The document is intact but has no text layer: a scan. */
    NO_TEXT,
    /** The document is encrypted. */
    NEEDS_PASSWORD,
    /** The media type is not one that we read. */
    UNSUPPORTED,
    /** The document is broken, too large or hostile; the cause says how. */
    FAILED,
    /** Reading took longer than allowed. */
    TIMED_OUT
}
