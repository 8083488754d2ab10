package vigie.model;

/** The life of a deployment, in life order. A part of our own pipeline is a <em>step</em>, never a stage. */
public enum Stage implements Term {
    /** Named without saying anything of its life. */
    MENTIONED,
    /** Studied, requested, announced or budgeted. */
    PROPOSED,
    /** Voted or decided, or permitted by a prefect. */
    APPROVED,
    /** A call for tenders was published. */
    TENDERED,
    /** A contract was signed, or a bidder chosen. */
    AWARDED,
    /** Tried out for a limited time. */
    TRIAL,
    /** At work. */
    IN_USE,
    /** Stopped for the time being, or present but switched off. */
    SUSPENDED,
    /** Stopped for good. */
    ENDED,
    /** Voted down, declared without result, or an offer turned down. */
    REJECTED
}
