package vigie.reports;

import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.ReviewState;

/**
 * A claim that somebody should read.
 *
 * @param claim as it was extracted
 * @param readers how many hold to a verdict about it
 * @param deployment that it bears, or null where it is about no commune
 * @param doubt how likely it is to be wrong, 0 to 1
 * @param impact how much it would matter if it were wrong, 0 to 1
 */
public record ReviewItem(
        Claim claim,
        ReviewState state,
        int readers,
        @Nullable Deployment deployment,
        double doubt,
        double impact) {

    /** What comes first: doubt × impact. */
    public double priority() {
        return doubt * impact;
    }
}
