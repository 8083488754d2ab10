package vigie.indexer.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges each situation once: sentences are asked again and again by those before them. For one document; not thread-safe. */
final class Remembering implements StageClassifier {

    private static final int MOST = 2_000;

    private final StageClassifier classifier;
    private final Map<Situation, List<Judgement>> known = new HashMap<>();

    Remembering(StageClassifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public List<Judgement> judge(Situation situation) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(situation, classifier::judge);
    }
}
