package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Term;

/**
 * Judges a sentence by the trained model; the judgements of cue words are among its features. What it is not sure of,
 * it leaves out. Thread-safe.
 */
final class TrainedClassifier implements StageClassifier {

    /** Below this share a stage is not worth telling. */
    private static final double LEAST = 0.08;

    private static final int REASONS = 3;

    /** What part the strongest cue has in the confidence. */
    private static final double MIX = 0.25;

    private static final Set<Stage> OVER = Set.of(Stage.ENDED, Stage.REJECTED, Stage.SUSPENDED, Stage.MENTIONED);

    private final CueBook book;
    private final SentenceCues cues;
    private final StageFeatures features = new StageFeatures();
    private final StageModel model;

    TrainedClassifier(StageModel model) {
        this(model, CueBook.load());
    }

    private TrainedClassifier(StageModel model, CueBook book) {
        this.book = book;
        this.cues = new SentenceCues(new CueClassifier(book));
        this.model = model;
    }

    @Override
    public StageClassifier forOneDocument() {
        return new TrainedClassifier(model, book.remembering());
    }

    @Override
    public List<Judgement> judge(Situation situation) {
        List<SentenceCues.Told> told = cues.in(situation);
        StageModel.Weighed seen = model.weighed(features.unordered(situation, told));
        Map<String, Double> modalities = seen.modalities();
        List<Judgement> judged = new ArrayList<>();
        seen.stages().forEach((label, share) -> {
            if (!label.equals(StageModel.NONE)) {
                Stage stage = Term.of(Stage.class, label);
                for (Modality modality : Modality.values()) {
                    double confidence =
                            (1 - MIX) * share * share(modalities, stage, modality) + MIX * byCue(told, stage, modality);
                    if (confidence >= LEAST) {
                        judged.add(judgement(situation, stage, modality, confidence, told, seen));
                    }
                }
            }
        });
        judged.sort(Comparator.comparingDouble(Judgement::confidence)
                .reversed()
                .thenComparing(Judgement::stage)
                .thenComparing(Judgement::modality));
        return judged;
    }

    /** The share of a modality; that something "was not renewed" says that it is over, not that it is not over. */
    private static double share(Map<String, Double> modalities, Stage stage, Modality modality) {
        double own = modalities.getOrDefault(modality.id(), 0.0);
        if (!OVER.contains(stage) || modality == Modality.HYPOTHETICAL) {
            return own;
        }
        return modality == Modality.NEGATED ? 0 : own + modalities.getOrDefault(Modality.NEGATED.id(), 0.0);
    }

    private static double byCue(List<SentenceCues.Told> told, Stage stage, Modality modality) {
        return told.isEmpty()
                        || told.get(0).judgement().stage() != stage
                        || told.get(0).judgement().modality() != modality
                ? 0
                : told.get(0).judgement().confidence();
    }

    private static Judgement judgement(
            Situation situation,
            Stage stage,
            Modality modality,
            double confidence,
            List<SentenceCues.Told> told,
            StageModel.Weighed seen) {
        Optional<Judgement> cue = told.stream()
                .map(SentenceCues.Told::judgement)
                .filter(judgement -> judgement.stage() == stage)
                .findFirst();
        String words = cue.map(Judgement::cue).orElse("");
        int at = cue.map(Judgement::at).orElse(situation.anchor());
        String why = words.isEmpty() ? String.join(" ", seen.reasons(stage.id(), REASONS)) : words;
        return new Judgement(stage, modality, Math.min(1, confidence), why, at);
    }
}
