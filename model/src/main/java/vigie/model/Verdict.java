package vigie.model;

/** What a reader says of a claim. */
public enum Verdict implements Term {
    /** It is so: as it stands, which is as corrected where it was corrected before. */
    ACCEPT,
    /** It is not so: the claim never comes back. */
    REJECT,
    /** It is so with other values: see {@link Correction}. */
    CORRECT,
    /** Only a remark. */
    NOTE,
    /** The reader takes back what they said. */
    WITHDRAW
}
