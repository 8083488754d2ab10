package vigie.model;

/** Why two claims are held to speak of one contract; the strongest first. */
public enum TieRule implements Term {
    /** The same buyer and the same number of the contract. */
    NUMBER,
    /** One notice that both are, or refer to. */
    NOTICE,
    /** One passage, with one firm, that makes both. */
    PASSAGE,
    /** The same buyer, firm and sum within nine months. */
    FIRM_AND_SUM,
    /** The same buyer, day and sum, where no firm is known: one list in two file formats. */
    DAY_AND_SUM,
    /** An amendment that names no number, and the only contract that the buyer then had with its holder. */
    AMENDMENT
}
