package vigie.indexer.extract;

import vigie.model.Modality;
import vigie.model.Stage;

/**
 * What a clause says of the life of a deployment.
 *
 * @param confidence 0 to 1
 * @param cue the words that decided, as they stand in {@link Situation#words}
 * @param at where they begin there
 */
public record Judgement(Stage stage, Modality modality, double confidence, String cue, int at) {

    /** The same, in words that {@code by} others stand before. */
    Judgement movedBy(int by) {
        return new Judgement(stage, modality, confidence, cue, at + by);
    }

    /** The same words, taken to say something else. */
    Judgement as(Stage other, Modality another) {
        return new Judgement(other, another, confidence, cue, at);
    }

    /** The same, believed {@code factor} times as much. */
    Judgement times(double factor) {
        return new Judgement(stage, modality, Math.min(1, confidence * factor), cue, at);
    }

    /** The same, believed no less than {@code least}. */
    Judgement atLeast(double least) {
        return new Judgement(stage, modality, Math.max(least, confidence), cue, at);
    }
}
