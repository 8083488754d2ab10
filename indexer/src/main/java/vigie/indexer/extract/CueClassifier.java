package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Modality;
import vigie.model.Stage;

/**
 * Judges by cue words, their distance from the anchor, the scope of negations and conditions, and which stage usually
 * prevails over which. Thread-safe.
 */
final class CueClassifier implements StageClassifier {

    /** What prevails where one clause speaks of both: the end of a trial is an end, an approved trial is approved. */
    private static final Map<Stage, Set<Stage>> PREVAILS = prevails();

    /** What a decision or a plan may be about: "approves the trial" is no trial yet. */
    private static final Set<Stage> DECIDED_ON = Set.of(Stage.TRIAL, Stage.IN_USE, Stage.TENDERED);

    private static final double STRONG = 0.8;
    private static final Pattern FUTURE = Pattern.compile(
            "\\b(?!camera|opera|libera)\\w{3,}(?:era|eront|erons|erez|drez|drons|dra|dront|ira|iront)\\b|\\b(?:sera|seront|va|vont|allez) ");

    /** Futures of use: who denies them denies the use. */
    private static final Pattern WILL_USE = Pattern.compile(
            "^(?:installera|deploiera|equipera|disposera|utilisera|aura recours|dotera|installeront|deploieront|recourra|emploiera|mettra)|^(?:sera|seront)\\b.*(?:install|deploy|equip|dot|utilis|mis)");

    /** "The law does not permit it" is no decision. */
    private static final Pattern LAW = Pattern.compile(
            "\\b(?:textes?|loi|legislation|reglementation|reglement|cnil|droit|code|rgpd|cadre juridique|legislateur)\\b[^.;]{0,40}$");

    private static final Pattern BUY = Pattern.compile("^(?:achet|acquer)");
    private static final Pattern DEMANDED = Pattern.compile(
            "\\b(?:demand|reclam|souhait|exig|appel|plaid|prone|voudr|voeu|motion|petition)\\w*(?: [\\w']+){0,4} $");
    private static final Pattern AGAINST = Pattern.compile(
            "\\b(?:motion|voeu|amendement|proposition|petition|demande)\\b[^.;]{0,80}\\b(?:moratoire|arret|interdi\\w+|abandon|suspen\\w+|retrait|renonc\\w+|contre|suppress\\w+|oppos\\w+|desactiv\\w+|fin)\\b");

    /** Names of a purchase, as opposed to words of decision. */
    private static final Pattern PURCHASE =
            Pattern.compile("(?:ach[ea]t|acqu|se d|s'equ|equip|louer|souscr|command).*");

    private final CueBook book;

    CueClassifier(CueBook book) {
        this.book = book;
    }

    private static Map<Stage, Set<Stage>> prevails() {
        Map<Stage, Set<Stage>> map = new EnumMap<>(Stage.class);
        map.put(
                Stage.ENDED,
                Set.of(
                        Stage.TRIAL,
                        Stage.IN_USE,
                        Stage.AWARDED,
                        Stage.APPROVED,
                        Stage.PROPOSED,
                        Stage.MENTIONED,
                        Stage.SUSPENDED));
        map.put(
                Stage.REJECTED,
                Set.of(Stage.PROPOSED, Stage.APPROVED, Stage.TRIAL, Stage.TENDERED, Stage.MENTIONED, Stage.AWARDED));
        map.put(Stage.SUSPENDED, Set.of(Stage.IN_USE, Stage.AWARDED, Stage.TRIAL, Stage.APPROVED, Stage.PROPOSED));
        map.put(Stage.TRIAL, Set.of(Stage.IN_USE, Stage.MENTIONED));
        map.put(Stage.AWARDED, Set.of(Stage.APPROVED, Stage.TENDERED, Stage.MENTIONED));
        map.put(Stage.IN_USE, Set.of(Stage.MENTIONED));
        return Collections.unmodifiableMap(map);
    }

    @Override
    public List<Judgement> judge(Situation situation) {
        List<Judgement> judged = new ArrayList<>();
        for (CueBook.Found found : book.in(situation.words())) {
            Judgement judgement = judge(situation, found);
            if (judgement != null) {
                judged.add(judgement);
            }
        }
        return ranked(judged);
    }

    private static @Nullable Judgement judge(Situation situation, CueBook.Found found) {
        String words = situation.words();
        Scope.Polarity polarity = polarity(situation, found);
        Stage stage = stage(situation, found, polarity);
        boolean silent = polarity == Scope.Polarity.NEGATED
                && (deniesAnEnd(stage) || (stage == Stage.APPROVED && isOfTheLaw(words, found)));
        if (silent || isOnlyDemanded(words, found)) {
            return null;
        }
        double weight = found.weight() * proximity(situation.anchor(), found);
        Modality modality = modality(situation, found, polarity, stage);
        return new Judgement(stage, modality, weight, found.in(words), found.start());
    }

    private static Scope.Polarity polarity(Situation situation, CueBook.Found found) {
        if (found.negation()) {
            return Scope.Polarity.PLAIN;
        }
        Scope.Polarity polarity = Scope.polarity(situation.words(), found.start(), found.end());
        boolean without = Scope.without(situation.words(), found.end(), situation.anchor());
        return polarity == Scope.Polarity.PLAIN && without ? Scope.Polarity.NEGATED : polarity;
    }

    /** The cue's stage, or the one that it comes to where it is denied, in the future, or an entry of a list. */
    private static Stage stage(Situation situation, CueBook.Found found, Scope.Polarity polarity) {
        Stage stage = found.stage();
        String cue = found.in(situation.words());
        boolean used = stage == Stage.IN_USE || stage == Stage.TRIAL;
        if (polarity == Scope.Polarity.NO_LONGER && used) {
            return Stage.ENDED;
        }
        if (polarity == Scope.Polarity.NEGATED
                && stage == Stage.PROPOSED
                && WILL_USE.matcher(cue).find()) {
            return Stage.IN_USE;
        }
        if (stage == Stage.PROPOSED && BUY.matcher(cue).find() && Scope.conditional(situation.words(), found.start())) {
            return Stage.APPROVED;
        }
        if (stage == Stage.TENDERED && FUTURE.matcher(cue).find()) {
            return Stage.PROPOSED;
        }
        boolean listed =
                situation.setting() == Setting.DECISION && PURCHASE.matcher(cue).matches();
        return stage == Stage.APPROVED && listed ? Stage.AWARDED : stage;
    }

    private static Modality modality(Situation situation, CueBook.Found found, Scope.Polarity polarity, Stage stage) {
        boolean over = polarity == Scope.Polarity.NO_LONGER && stage == Stage.ENDED;
        if (polarity != Scope.Polarity.PLAIN && !over) {
            return Modality.NEGATED;
        }
        boolean threatened = situation.speaker() == Speaker.OPPOSITION
                && stage == Stage.PROPOSED
                && FUTURE.matcher(situation.words()).find();
        return threatened || Scope.conditional(situation.words(), found.start())
                ? Modality.HYPOTHETICAL
                : Modality.ASSERTED;
    }

    /** "Asks for a moratorium", "the motion for its removal is turned down": nothing has ended, nothing was rejected. */
    private static boolean isOnlyDemanded(String words, CueBook.Found found) {
        String before = words.substring(0, found.start());
        return switch (found.stage()) {
            case ENDED, SUSPENDED -> DEMANDED.matcher(before).find();
            case REJECTED -> AGAINST.matcher(before).find();
            default -> false;
        };
    }

    private static boolean isOfTheLaw(String words, CueBook.Found found) {
        return LAW.matcher(words.substring(0, found.start())).find();
    }

    /** "Has not been rejected", "did not expire", "nobody mentioned": says nothing of what is so. */
    private static boolean deniesAnEnd(Stage stage) {
        return stage == Stage.ENDED || stage == Stage.REJECTED || stage == Stage.MENTIONED || stage == Stage.SUSPENDED;
    }

    private static double proximity(int anchor, CueBook.Found found) {
        int distance = anchor < found.start() ? found.start() - anchor : Math.max(0, anchor - found.end());
        return 1 - Math.min(300, distance) / 1000.0;
    }

    private static List<Judgement> ranked(List<Judgement> judged) {
        List<Judgement> ranked = new ArrayList<>();
        for (Judgement one : judged) {
            boolean beaten = judged.stream().anyMatch(other -> beats(other, one));
            ranked.add(beaten ? one.times(0.6) : one);
        }
        ranked.sort(Comparator.comparingDouble(Judgement::confidence).reversed());
        return ranked;
    }

    private static boolean beats(Judgement one, Judgement weaker) {
        if (one.modality() == Modality.NEGATED
                || weaker.modality() == Modality.NEGATED
                || one.confidence() < STRONG * 0.8) {
            return false;
        }
        if (operative(one) && weaker.stage() != Stage.APPROVED) {
            return DECIDED_ON.contains(weaker.stage()) || (weaker.stage() == Stage.PROPOSED && !isRequest(weaker, one));
        }
        if (one.stage() == Stage.PROPOSED) {
            boolean planned =
                    DECIDED_ON.contains(weaker.stage()) || (weaker.stage() == Stage.APPROVED && !operative(weaker));
            return (one.at() <= weaker.at() && planned) || isRequest(one, weaker);
        }
        return one.confidence() > 0.85 * weaker.confidence()
                && PREVAILS.getOrDefault(one.stage(), Set.of()).contains(weaker.stage());
    }

    /** A decision in so many words, not just the name of a purchase. */
    private static boolean operative(Judgement one) {
        return one.stage() == Stage.APPROVED && !PURCHASE.matcher(one.cue()).matches();
    }

    /** "Authorises the mayor to apply for a subsidy": what is decided is only the request. */
    private static boolean isRequest(Judgement request, Judgement decision) {
        return request.cue().matches("(?:sollicit|demand|plan).*")
                && decision.stage() == Stage.APPROVED
                && request.at() > decision.at()
                && request.at() - decision.at() - decision.cue().length() < 60;
    }
}
