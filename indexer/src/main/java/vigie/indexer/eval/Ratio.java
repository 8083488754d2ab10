package vigie.indexer.eval;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Counts and what follows from them.
 *
 * @param right predictions that agree with the gold
 * @param predicted all predictions
 * @param gold all that should have been found
 */
public record Ratio(int right, int predicted, int gold) {

    /** Share of the predictions that are right, or null where there are none. */
    @JsonProperty
    public @Nullable Double precision() {
        return share(right, predicted);
    }

    /** Share of the gold that was found, or null where there is none. */
    @JsonProperty
    public @Nullable Double recall() {
        return share(right, gold);
    }

    /** Harmonic mean of both, or null where there is neither gold nor prediction. */
    @JsonProperty
    public @Nullable Double f1() {
        return share(2 * right, predicted + gold);
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : Math.round(10_000.0 * part / whole) / 10_000.0;
    }
}
