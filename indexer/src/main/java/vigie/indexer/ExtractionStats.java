package vigie.indexer;

/**
 * What an extraction has done so far.
 *
 * @param documents given to it
 * @param relevant documents with a hit
 * @param windows sections that were read
 * @param scanned characters that went through the gate
 * @param read characters given to the name classifier
 * @param claims made
 * @param abstained claims not made for want of certainty
 * @param loadMillis time for loading the name classifier, 0 while it was not needed
 */
public record ExtractionStats(
        long documents,
        long relevant,
        long windows,
        long scanned,
        long read,
        long claims,
        long abstained,
        long loadMillis) {}
