package vigie.indexer.extract;

import java.util.List;

/** Judges stage and modality of a clause: the part of the extraction that is exchanged for a trained model. */
public interface StageClassifier {

    /** What {@code situation} says, likeliest first; empty where nothing speaks for any stage. */
    List<Judgement> judge(Situation situation);

    /** The same classifier for one document and one thread, where it can spare work that way. */
    default StageClassifier forOneDocument() {
        return this;
    }
}
