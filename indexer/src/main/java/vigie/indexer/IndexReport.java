package vigie.indexer;

/**
 * What a run of the indexer did.
 *
 * @param seen documents read from the archive
 * @param indexed documents written; fewer where a capture was older than one already known
 * @param withText documents written whose text was read
 * @param withClaims documents that claim something
 * @param claims claims written
 * @param failed documents that could not be extracted; they are indexed for full text, with an issue
 * @param deployments deployments of the communes that this run touched
 * @param seconds how long it took
 * @param stale whether part of the index was extracted with other seeds or config; {@code vigie rebuild} makes it anew
 */
public record IndexReport(
        int seen,
        int indexed,
        int withText,
        int withClaims,
        int claims,
        int failed,
        int deployments,
        double seconds,
        boolean stale) {}
