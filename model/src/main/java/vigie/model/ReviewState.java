package vigie.model;

/** What people have said about a claim or deployment. */
public enum ReviewState implements Term {
    UNREVIEWED,
    ACCEPTED,
    CORRECTED,
    REJECTED
}
