package vigie.indexer.extract;

import java.util.List;

/**
 * A sentence from which is learnt which words speak of the analysis of images.
 *
 * @param family which is never split between training and test
 * @param analysis whether it speaks of it
 */
public record Spoken(String family, List<String> features, boolean analysis) {

    public Spoken {
        features = List.copyOf(features);
    }
}
