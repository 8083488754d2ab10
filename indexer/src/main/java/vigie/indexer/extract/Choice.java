package vigie.indexer.extract;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import vigie.model.Modality;

/**
 * One of the things that a section may tell of a subject. Immutable.
 *
 * @param stage label, or {@link StageModel#NONE} where it tells nothing
 * @param features what speaks for it, with how much of it there is
 */
public record Choice(String stage, Modality modality, Map<String, Double> features) {

    public Choice {
        features = Collections.unmodifiableMap(new TreeMap<>(features));
    }
}
