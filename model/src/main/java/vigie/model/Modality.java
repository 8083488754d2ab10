package vigie.model;

/** How a text stands to what it says. */
public enum Modality implements Term {
    /** The text says that it is so. */
    ASSERTED,
    /** The text says that it is not so: "the town does not use X" is {@code IN_USE} and {@code NEGATED}. */
    NEGATED,
    /** The text says that it could be so, under a condition or as a wish. */
    HYPOTHETICAL
}
