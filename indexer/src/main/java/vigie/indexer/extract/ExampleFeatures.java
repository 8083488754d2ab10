package vigie.indexer.extract;

import java.util.List;
import vigie.model.Mention;

/** Training examples as the classifier will see such sentences. Thread-safe. */
public final class ExampleFeatures {

    private final SentenceCues cues = new SentenceCues(new CueClassifier(CueBook.load()));
    private final StageFeatures features = new StageFeatures();

    /**
     * What the trainer learns from {@code example}.
     *
     * @param vendors in its {@linkplain TrainingExample#plainText plain text}
     * @param vendor whether the marked words name one
     */
    public Labelled of(TrainingExample example, List<Mention> vendors, boolean vendor) {
        TrainingExample.Marked marked = example.marked();
        List<Integer> others = vendors.stream()
                .map(Mention::start)
                .filter(start -> start < marked.start() || start >= marked.end())
                .toList();
        Situation situation = example.situation(others, vendor);
        return new Labelled(
                example.family(), features.of(situation, cues.in(situation)), example.stage(), example.modality());
    }

    /**
     * What the trainer learns from a sentence of an annotated text.
     *
     * @param family the text
     * @param stage label, or {@link StageModel#NONE}
     */
    public Labelled of(Candidate candidate, String family, String stage, String modality) {
        Situation situation = candidate.situation();
        return new Labelled(family, features.of(situation, cues.in(situation)), stage, modality);
    }
}
