package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;

/** From many drafts about the same subject to the few claims that a section makes. */
final class Merging {

    /** Below this a draft is no claim. */
    static final double THRESHOLD = 0.34;

    /** Cameras without analysis are told only where the words leave no doubt. */
    private static final double PLAIN_CAMERAS = 0.38;

    private static final double OWN_WORDS = 0.6;
    private static final double FIRM = 0.85;

    private static final int MOST_SUPPORT = 5;
    private static final Set<Stage> WEAK = Set.of(Stage.MENTIONED);

    /**
     * How far a stage prevails over others that a section tells of the same subject, where they are equally sure. These
     * weights and those below were fitted to passages that are kept apart from the evaluation.
     */
    private static final Map<Stage, Double> PREVAILS = prevails();

    private static final double SURE = 2.2;
    private static final double NAMED = 0.95;
    private static final double DECIDED = 0.7;
    private static final double DECIDED_PURCHASE = 0.6;
    private static final double LAST = 0.6;
    private static final double REMEMBERED = -0.35;

    private static final Sought WITHOUT_RESULT = Sought.of("\\bsans suite\\b|\\binfructueu(?:x|se)s?\\b");

    private static final Sought GROWS = Sought.of(
            "\\b(?:extensions?|etend(?:re|ra|rait|ons|u|ue)|elargi\\w*|generalis\\w+|complet(?:er|era|erait))\\b");

    private Merging() {}

    private static Map<Stage, Double> prevails() {
        Map<Stage, Double> map = new EnumMap<>(Stage.class);
        map.put(Stage.SUSPENDED, 1.4);
        map.put(Stage.REJECTED, 0.8);
        map.put(Stage.ENDED, 0.3);
        map.put(Stage.AWARDED, 0.1);
        map.put(Stage.IN_USE, -0.2);
        map.put(Stage.APPROVED, -0.2);
        map.put(Stage.TRIAL, -0.25);
        map.put(Stage.PROPOSED, -0.3);
        map.put(Stage.TENDERED, -0.5);
        map.put(Stage.MENTIONED, -1.0);
        return Collections.unmodifiableMap(map);
    }

    /** The claims of one section: the best draft for each subject, and what must stand beside it. */
    static List<Draft> withinSection(List<Draft> drafts) {
        Map<String, List<Draft>> bySubject = new LinkedHashMap<>();
        for (Draft draft : withNobodys(drafts)) {
            String key =
                    draft.subject().technology().id() + "/" + draft.subject().vendor();
            bySubject.computeIfAbsent(key, unused -> new ArrayList<>()).add(draft);
        }
        List<Draft> chosen = new ArrayList<>();
        bySubject.values().forEach(same -> chosen.addAll(best(same)));
        List<Draft> told = new ArrayList<>(chosen);
        told.removeIf(draft -> isCovered(draft, chosen));
        return told;
    }

    /** A call for tenders without result is over for everybody, not only for the firm that is told of. */
    private static List<Draft> withNobodys(List<Draft> drafts) {
        List<Draft> all = new ArrayList<>(drafts);
        drafts.stream()
                .filter(draft -> draft.subject().vendor() != null && isWithoutResult(draft))
                .map(draft -> draft.about(draft.subject().nobodys()))
                .forEach(all::add);
        return all;
    }

    private static boolean isWithoutResult(Draft draft) {
        return draft.judgement().stage() == Stage.REJECTED
                && draft.judgement().modality() == Modality.ASSERTED
                && draft.judgement().confidence() >= THRESHOLD
                && WITHOUT_RESULT.in(draft.sentence().words());
    }

    private static List<Draft> best(List<Draft> all) {
        boolean denied = all.stream().anyMatch(Merging::isFirmDenial);
        List<Draft> same = denied
                ? all.stream()
                        .filter(draft -> isNamed(draft) || !isTurnedDown(draft))
                        .toList()
                : all;
        int last = same.stream()
                .filter(draft -> draft.judgement().confidence() >= THRESHOLD)
                .mapToInt(draft -> draft.sentence().index())
                .max()
                .orElse(0);
        List<Draft> ranked = same.stream()
                .filter(draft -> draft.judgement().confidence() >= threshold(draft))
                .sorted(Comparator.comparingDouble((Draft draft) -> value(draft, last))
                        .reversed())
                .toList();
        if (ranked.isEmpty()) {
            return List.of();
        }
        Draft first = ranked.get(0);
        List<Draft> best = new ArrayList<>(List.of(backed(first, same)));
        ranked.stream()
                .filter(other -> besides(first, other))
                .findFirst()
                .ifPresent(other -> best.add(backed(other, same)));
        return best;
    }

    private static boolean isNamed(Draft draft) {
        return draft.sentence().contains(draft.subject().anchor().start());
    }

    /** Whether the town itself says that it does not use what it names: what is turned down after that is another matter. */
    private static boolean isFirmDenial(Draft draft) {
        Judgement judgement = draft.judgement();
        return judgement.stage() == Stage.IN_USE
                && judgement.modality() == Modality.NEGATED
                && judgement.confidence() >= FIRM
                && isNamed(draft)
                && Voice.of(draft.sentence()) == Speaker.TOWN;
    }

    private static boolean isTurnedDown(Draft draft) {
        return draft.judgement().stage() == Stage.REJECTED;
    }

    private static Draft backed(Draft draft, List<Draft> same) {
        return draft.backedBy(same.stream()
                .filter(other -> !other.equals(draft) && other.saysTheSameAs(draft))
                .limit(MOST_SUPPORT)
                .map(Draft::sentence)
                .toList());
    }

    private static double threshold(Draft draft) {
        boolean plain = draft.subject().technology() == Technology.VIDEOPROTECTION
                && draft.subject().vendor() == null;
        return plain ? PLAIN_CAMERAS : THRESHOLD;
    }

    /** How much speaks for a draft to be the section's word on its subject, of which {@code last} is the last sentence. */
    private static double value(Draft draft, int last) {
        Judgement judgement = draft.judgement();
        Stage stage = judgement.stage();
        boolean named = isNamed(draft);
        boolean decided = Votes.decides(draft.sentence());
        double value = SURE * Math.log(Math.max(0.01, judgement.confidence())) + PREVAILS.getOrDefault(stage, 0.0);
        value += named ? NAMED : 0;
        value += decided ? DECIDED : 0;
        value += decided && (stage == Stage.APPROVED || stage == Stage.AWARDED) ? DECIDED_PURCHASE : 0;
        value += draft.sentence().index() == last ? LAST : 0;
        return value + (Voice.remembers(draft.sentence().words()) ? REMEMBERED : 0);
    }

    /** Whether a second claim about a subject is worth making: "uses none and has tested none". */
    private static boolean besides(Draft first, Draft second) {
        return deniesBoth(first, second)
                || actsOnWhatIsThere(first, second)
                || boughtAndOver(first, second)
                || triedAndBought(first, second)
                || runsAndGrows(first, second);
    }

    /** "The recorder is in place since 2015 … the council approves its update." */
    private static boolean actsOnWhatIsThere(Draft first, Draft second) {
        Stage one = first.judgement().stage();
        Stage other = second.judgement().stage();
        boolean act =
                one == Stage.APPROVED || one == Stage.AWARDED || other == Stage.APPROVED || other == Stage.AWARDED;
        return areAsserted(first, second)
                && act
                && (one == Stage.IN_USE || other == Stage.IN_USE)
                && second.judgement().confidence() >= 0.8
                && first.sentence().start() != second.sentence().start();
    }

    /** "Bought in 2016 … never put into service": what was bought, and what became of it. */
    private static boolean boughtAndOver(Draft first, Draft second) {
        Stage one = first.judgement().stage();
        Stage other = second.judgement().stage();
        return areAsserted(first, second)
                && ((isOver(one) && other == Stage.AWARDED) || (isOver(other) && one == Stage.AWARDED))
                && first.judgement().confidence() >= OWN_WORDS
                && second.judgement().confidence() >= OWN_WORDS
                && first.sentence().start() != second.sentence().start();
    }

    /** "The trial with A lasted from May to July … The contract is let to A." */
    private static boolean triedAndBought(Draft first, Draft second) {
        Draft trial = first.judgement().stage() == Stage.TRIAL ? first : second;
        Draft other = trial.equals(first) ? second : first;
        return areAsserted(first, second)
                && trial.judgement().stage() == Stage.TRIAL
                && (other.judgement().stage() == Stage.AWARDED
                        || other.judgement().stage() == Stage.APPROVED)
                && Math.min(first.judgement().confidence(), second.judgement().confidence()) >= FIRM
                && isNamed(trial)
                && isNamed(other)
                && trial.sentence().index() < other.sentence().index();
    }

    /** "In use since 2018 … Its extension to the schools is proposed." */
    private static boolean runsAndGrows(Draft first, Draft second) {
        Draft plan = first.judgement().stage() == Stage.PROPOSED ? first : second;
        Draft other = plan.equals(first) ? second : first;
        return areAsserted(first, second)
                && plan.judgement().stage() == Stage.PROPOSED
                && other.judgement().stage() == Stage.IN_USE
                && Math.min(first.judgement().confidence(), second.judgement().confidence()) >= OWN_WORDS
                && first.sentence().start() != second.sentence().start()
                && GROWS.in(plan.sentence().words());
    }

    private static boolean areAsserted(Draft first, Draft second) {
        return first.judgement().modality() == Modality.ASSERTED
                && second.judgement().modality() == Modality.ASSERTED;
    }

    private static boolean isOver(Stage stage) {
        return stage == Stage.ENDED || stage == Stage.SUSPENDED;
    }

    private static boolean deniesBoth(Draft first, Draft second) {
        return first.judgement().modality() == Modality.NEGATED
                && second.judgement().modality() == Modality.NEGATED
                && first.judgement().stage() != second.judgement().stage()
                && second.judgement().confidence() >= 0.6
                && first.sentence().start() == second.sentence().start();
    }

    /** A claim about a technology alone says nothing new beside a firm one about its vendor. */
    private static boolean isCovered(Draft draft, List<Draft> chosen) {
        Subject subject = draft.subject();
        if (subject.vendor() != null) {
            return false;
        }
        return WEAK.contains(draft.judgement().stage())
                || chosen.stream()
                        .anyMatch(other -> other.subject().vendor() != null
                                && other.subject().technology() == subject.technology()
                                && !complements(draft, other)
                                && !standsForItself(draft, other)
                                && !(isWithoutResult(draft) && other.judgement().stage() == Stage.REJECTED)
                                && !isOwnMatter(draft, other));
    }

    /** That something is turned down or over, in words of its own, is another matter. */
    private static boolean standsForItself(Draft alone, Draft vendored) {
        Judgement told = alone.judgement();
        Stage stage = told.stage();
        boolean against = stage == Stage.REJECTED
                || stage == Stage.ENDED
                || stage == Stage.SUSPENDED
                || told.modality() == Modality.NEGATED;
        boolean again = stage == Stage.TENDERED
                && told.modality() == Modality.ASSERTED
                && told.confidence() >= FIRM
                && vendored.judgement().stage() == Stage.REJECTED;
        return (against || again)
                && told.confidence() >= OWN_WORDS
                && (stage != vendored.judgement().stage()
                        || (stage == Stage.REJECTED && Votes.decides(alone.sentence()))
                        || (told.modality() == Modality.NEGATED
                                && vendored.judgement().modality() == Modality.ASSERTED))
                && alone.sentence().start() != vendored.sentence().start()
                && alone.sentence().contains(alone.subject().anchor().start());
    }

    /** What was taken off a vendor's claim on purpose: the town's own plan, after another town's tool was told of. */
    private static boolean isOwnMatter(Draft alone, Draft vendored) {
        return alone.subject().anchor().equals(vendored.subject().anchor())
                && alone.judgement().stage() == Stage.PROPOSED
                && alone.judgement().stage() != vendored.judgement().stage()
                && alone.judgement().confidence() >= OWN_WORDS;
    }

    private static boolean complements(Draft alone, Draft vendored) {
        Judgement firm = vendored.judgement();
        boolean weak = firm.modality() != Modality.ASSERTED || firm.stage() == Stage.MENTIONED;
        boolean calls = alone.judgement().stage() == Stage.TENDERED
                && firm.stage() == Stage.IN_USE
                && alone.sentence().setting() == Setting.NOTICE;
        return (weak || calls)
                && (firm.stage() != alone.judgement().stage()
                        || firm.modality() != alone.judgement().modality());
    }
}
