package vigie.indexer.extract;

/** Whose words a sentence reports. */
public enum Speaker {
    /** The document itself, or somebody who speaks for the town. */
    TOWN,
    /** The opposition, a resident, an association: what they say of the town is no fact. */
    OPPOSITION,
    /** Words in quotation marks of somebody whose part is not told. */
    UNKNOWN
}
