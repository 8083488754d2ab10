package vigie.model;

/**
 * What the section of a claim is called by, or files itself under.
 *
 * @param value the number as its publisher writes it, without blanks; of a CPV code its eight digits
 */
public record Reference(Kind kind, String value) {

    /** What is referred to. */
    public enum Kind implements Term {
        /** The act that the claim stands in: a deliberation, decision, order. */
        ACT,
        /** A code of the Common Procurement Vocabulary. */
        CPV
    }
}
