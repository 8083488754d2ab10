package vigie.model;

/** What people have said about a claim, or about the claims that a deployment's stage rests on. */
public enum ReviewState implements Term {
    UNREVIEWED,
    ACCEPTED,
    CORRECTED,
    REJECTED,
    /** Two readers disagree, and neither has withdrawn. */
    DISPUTED
}
