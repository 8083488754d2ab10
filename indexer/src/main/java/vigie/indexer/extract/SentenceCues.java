package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vigie.model.Modality;

/** What the cue words of a whole sentence say of what it is about: those of its clauses, the own clause first. */
final class SentenceCues {

    private static final double OTHER_CLAUSE = 0.85;
    private static final double OTHER_DENIAL = 0.7;

    private final CueClassifier cues;

    SentenceCues(CueClassifier cues) {
        this.cues = cues;
    }

    /**
     * A judgement by cues, and where it stands.
     *
     * @param judgement with its position in the sentence
     * @param own whether in the clause of the anchor
     */
    record Told(Judgement judgement, boolean own) {}

    /** All of them, strongest first. */
    List<Told> in(Situation situation) {
        List<Told> told = new ArrayList<>();
        String words = situation.words();
        int anchor = situation.anchor();
        for (Span clause : Clauses.of(words)) {
            boolean own = !situation.isNamed() || clause.contains(anchor);
            if (!own && situation.others().stream().anyMatch(clause::contains)) {
                continue;
            }
            int at = clause.contains(anchor) ? anchor - clause.start() : anchor < clause.start() ? 0 : clause.length();
            for (Judgement judgement : cues.judge(situation.clause(clause, at))) {
                double faith = own ? 1 : judgement.modality() == Modality.NEGATED ? OTHER_DENIAL : OTHER_CLAUSE;
                told.add(new Told(judgement.times(faith).movedBy(clause.start()), own));
            }
        }
        told.sort(Comparator.comparingDouble((Told one) -> one.judgement().confidence())
                .reversed());
        return told;
    }
}
