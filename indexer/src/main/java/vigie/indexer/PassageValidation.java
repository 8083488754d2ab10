package vigie.indexer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vigie.indexer.extract.Lessons;
import vigie.indexer.extract.StageModel;
import vigie.model.Claim;
import vigie.model.SourceDocument;

/** What models make of annotated passages from which they did not learn. */
public final class PassageValidation {

    private static final int FOLDS = 5;

    private PassageValidation() {}

    /**
     * The claims of each passage by a model of {@code sentences} and of the passages of the other four fifths.
     *
     * @param documents by passage
     * @param passages what is learnt from these passages; the family is the passage
     * @param extraction with the model that it is given
     */
    public static Map<String, List<Claim>> claims(
            StageTraining training,
            Lessons sentences,
            Lessons passages,
            Map<String, SourceDocument> documents,
            Function<StageModel, Extraction> extraction) {
        Map<String, List<Claim>> claims = new HashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Lessons learnt = Lessons.of(List.of(sentences, passages.of(family -> fold(family) != held)));
            Extraction unseen = extraction.apply(training.train(learnt));
            documents.forEach((passage, document) -> {
                if (fold(passage) == held) {
                    claims.put(passage, unseen.claims(document));
                }
            });
        }
        return claims;
    }

    private static int fold(String passage) {
        return Math.floorMod(passage.hashCode(), FOLDS);
    }
}
