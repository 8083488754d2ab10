package vigie.model;

import org.jspecify.annotations.Nullable;

/**
 * The vote that a passage reports of the decision it tells of. How many, never who: names of those who voted are left out.
 *
 * @param unanimous whether the passage says so, and counts nobody against
 * @param inFavour votes for it, or null where the passage does not count them
 * @param against votes against it, or null
 * @param abstained abstentions, or null
 * @param start offset in the document's text of the first sentence that tells of the vote
 * @param end of the last one, exclusive
 */
public record Vote(
        boolean unanimous,
        @Nullable Integer inFavour,
        @Nullable Integer against,
        @Nullable Integer abstained,
        int start,
        int end) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative, or an unanimous vote counts somebody against
     */
    public Vote {
        for (Integer count : new Integer[] {inFavour, against, abstained}) {
            if (count != null && count < 0) {
                throw new IllegalArgumentException("votes are counted from 0: " + count);
            }
        }
        if (unanimous && against != null && against > 0) {
            throw new IllegalArgumentException("unanimous, yet " + against + " against");
        }
    }
}
