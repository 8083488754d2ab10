package vigie.indexer.gate;

/**
 * A form found in a text.
 *
 * @param form its index in the list that the finder was made from
 * @param start of the surface form
 * @param end exclusive
 */
public record FormHit(int form, int start, int end) {}
