package vigie.indexer.extract;

import java.util.List;

/**
 * A training example as the trainer sees it.
 *
 * @param family which is never split between training and test
 * @param stage label, or {@link StageModel#NONE}
 */
public record Labelled(String family, List<String> features, String stage, String modality) {

    public Labelled {
        features = List.copyOf(features);
    }
}
