package vigie.indexer.extract;

/** What kind of section a sentence stands in; decides how it is read. */
public enum Setting {
    /** An agenda item, or text without further structure. */
    ITEM,
    /** A question put to the mayor, or an intervention. */
    QUESTION,
    /** A wish or motion of a group. */
    WISH,
    /** An entry of a list of decisions. */
    DECISION,
    /** Label and value, as in procurement. */
    NOTICE
}
