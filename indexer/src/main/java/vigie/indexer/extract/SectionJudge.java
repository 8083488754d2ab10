package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vigie.model.CommuneRef;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;

/**
 * Judges once more, by a trained model, what a section tells of each subject, from all that its sentences seem to say of
 * it: sentences that are each too unsure may together be sure enough, or speak for another stage than the surest of them.
 * Thread-safe.
 */
final class SectionJudge {

    /** What is not claimed is claimed where it is at most so likely that nothing is told. */
    private static final double UNTOLD = 0.36;

    /** So many times likelier than what is claimed something else must be. */
    private static final double LIKELIER = 3;

    /** How far a claim is believed at least that only all sentences together make. */
    private static final double TOGETHER = 0.42;

    /** Logarithms are of shares and this, so that nothing is no wonder. */
    private static final double LITTLE = 0.03;

    private static final double REST = 0.05;

    private final StageModel model;

    SectionJudge(StageModel model) {
        this.model = model;
    }

    /** What is said of a subject: by sentences that are believed, by those that go on about it, and what is claimed. */
    private record Heard(Subject subject, List<Draft> told, List<Draft> goingOn, List<Draft> claimed) {

        List<Draft> drafts() {
            List<Draft> drafts = new ArrayList<>(told);
            drafts.addAll(goingOn);
            return drafts;
        }
    }

    /** A stage in a modality. */
    private record Told(Stage stage, Modality modality) {

        static Told of(Draft draft) {
            return new Told(draft.judgement().stage(), draft.judgement().modality());
        }

        /** As it is named in features. */
        String label() {
            return modality == Modality.ASSERTED ? stage.id() : stage.id() + "/" + modality.id();
        }
    }

    private static List<Heard> heard(List<Draft> told, List<Draft> goingOn, List<Draft> claimed) {
        Map<String, Heard> heard = new LinkedHashMap<>();
        told.forEach(draft -> heard(heard, draft).told().add(draft));
        claimed.forEach(draft -> heard(heard, draft).claimed().add(draft));
        goingOn.stream()
                .filter(draft -> heard.containsKey(key(draft)))
                .forEach(draft -> heard(heard, draft).goingOn().add(draft));
        return List.copyOf(heard.values());
    }

    private static Heard heard(Map<String, Heard> heard, Draft draft) {
        return heard.computeIfAbsent(
                key(draft),
                unused -> new Heard(draft.subject(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    private static String key(Draft draft) {
        return draft.subject().technology().id() + "/" + draft.subject().vendor();
    }

    /** What may be chosen between for each subject of {@code section}, and which communes it may be about. */
    static List<Choices> choices(
            SectionText section,
            List<Draft> told,
            List<Draft> goingOn,
            List<Draft> claimed,
            Function<Draft, List<CommuneRef>> communes) {
        return heard(told, goingOn, claimed).stream()
                .map(heard -> new Choices(
                        heard.subject().technology(),
                        heard.subject().vendor(),
                        heard.told().stream()
                                .flatMap(draft -> communes.apply(draft).stream())
                                .distinct()
                                .toList(),
                        choices(section, heard)))
                .toList();
    }

    /**
     * What is claimed after all.
     *
     * @param told what single sentences say, however unsure
     * @param goingOn what sentences say that may go on about a subject
     * @param claimed what would be claimed of that
     */
    List<Draft> judged(SectionText section, List<Draft> told, List<Draft> goingOn, List<Draft> claimed) {
        if (!model.chooses()) {
            return claimed;
        }
        List<Draft> judged = new ArrayList<>(claimed);
        for (Heard heard : heard(told, goingOn, claimed)) {
            // Two claims of one subject stand as they are: nothing to weigh.
            List<Choice> choices = heard.claimed().size() > 1 ? List.of() : choices(section, heard);
            if (choices.size() > 1) {
                judge(section, heard, choices, model.chosen(choices), judged);
            }
        }
        return judged;
    }

    private static void judge(
            SectionText section, Heard heard, List<Choice> choices, double[] shares, List<Draft> judged) {
        int best = 1;
        for (int i = 2; i < shares.length; i++) {
            best = shares[i] > shares[best] ? i : best;
        }
        double share = shares[best];
        if (heard.claimed().isEmpty()) {
            if (shares[0] <= UNTOLD && maySpeakOf(section, heard.subject())) {
                judged.add(draft(heard, choices.get(best), share));
            }
        } else {
            Draft claim = heard.claimed().get(0);
            double its = shares[indexOf(choices, Told.of(claim))];
            if (share > LIKELIER * its) {
                judged.set(judged.indexOf(claim), draft(heard, choices.get(best), share));
            }
        }
    }

    /** Where nobody speaks of images or of what is done with them, a name may be a word of Latin. */
    private static boolean maySpeakOf(SectionText section, Subject subject) {
        return !Parties.ON_IMAGES.contains(subject.technology())
                || AnalysisWords.areImagesSpokenOf(section)
                || section.finds().hits().stream().anyMatch(hit -> !Parties.isName(hit));
    }

    private static int indexOf(List<Choice> choices, Told told) {
        for (int i = 1; i < choices.size(); i++) {
            if (told(choices.get(i)).equals(told)) {
                return i;
            }
        }
        throw new IllegalStateException("what is claimed is no choice: " + told);
    }

    private static Told told(Choice choice) {
        return new Told(Term.of(Stage.class, choice.stage()), choice.modality());
    }

    /** The claim that {@code choice} is: the surest draft that says so, or else one that only names the subject. */
    private static Draft draft(Heard heard, Choice choice, double share) {
        Told told = told(choice);
        Draft surest = surest(heard.drafts().stream()
                .filter(draft -> Told.of(draft).equals(told))
                .toList());
        Draft best = surest != null ? surest : surest(heard.drafts());
        Draft base = best != null ? best : heard.claimed().get(0);
        Judgement judgement = new Judgement(
                told.stage(),
                told.modality(),
                Math.max(TOGETHER, share),
                base.judgement().cue(),
                base.judgement().at());
        return base.judged(
                judgement,
                "all sentences about it together speak for " + told.stage().id() + " ("
                        + told.modality().id() + ")");
    }

    private static @Nullable Draft surest(List<Draft> drafts) {
        return drafts.stream()
                .max(Comparator.comparingDouble(draft -> draft.judgement().confidence()))
                .orElse(null);
    }

    private static List<Choice> choices(SectionText section, Heard heard) {
        Map<Told, List<Draft>> options = new LinkedHashMap<>();
        heard.drafts()
                .forEach(draft -> options.computeIfAbsent(Told.of(draft), unused -> new ArrayList<>())
                        .add(draft));
        heard.claimed().forEach(draft -> options.computeIfAbsent(Told.of(draft), unused -> new ArrayList<>()));
        if (heard.subject().vendor() != null) {
            options.computeIfAbsent(new Told(Stage.MENTIONED, Modality.ASSERTED), unused -> new ArrayList<>());
        }
        List<String> context = context(section, heard.subject());
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(StageModel.NONE, Modality.ASSERTED, none(heard, context)));
        options.forEach((told, drafts) ->
                choices.add(new Choice(told.stage().id(), told.modality(), features(heard, told, drafts, context))));
        return choices;
    }

    private static List<String> context(SectionText section, Subject subject) {
        String vendor = vendor(subject);
        String technology = technology(subject);
        return List.of(
                vendor,
                technology,
                technology + vendor,
                "setting=" + section.section().setting(),
                "outcome=" + section.outcome());
    }

    private static String vendor(Subject subject) {
        return subject.vendor() == null ? "nobody" : "vendor";
    }

    private static String technology(Subject subject) {
        Technology technology = subject.technology();
        return Parties.ON_IMAGES.contains(technology) ? "analysis" : technology.id();
    }

    /** What speaks for it that nothing is told. */
    private static Map<String, Double> none(Heard heard, List<String> context) {
        double top = most(heard.drafts());
        String vendor = vendor(heard.subject());
        Map<String, Double> features = new TreeMap<>();
        features.put(StageModel.CHOOSES, 1.0);
        context.forEach(what -> features.put("o:none&" + what, 1.0));
        features.put("o:none&top", Math.log(top + REST));
        features.put("o:none&top&" + vendor, Math.log(top + REST));
        features.put("o:none&rest", Math.log(Math.max(REST, 1 - top)));
        if (!heard.claimed().isEmpty()) {
            features.put("o:none&claimed", 1.0);
            features.put("o:none&claimed&" + vendor + technology(heard.subject()), 1.0);
        }
        return features;
    }

    private static Map<String, Double> features(Heard heard, Told told, List<Draft> drafts, List<String> context) {
        String vendor = vendor(heard.subject());
        String label = told.label();
        Map<String, Double> features = new TreeMap<>();
        features.put("o:stage=" + told.stage().id(), 1.0);
        features.put("o:modality=" + told.modality().id(), 1.0);
        features.put("o:" + label, 1.0);
        double named = Math.log(
                LITTLE + most(drafts.stream().filter(SectionJudge::isNamed).toList()));
        double goesOn = Math.log(
                LITTLE + most(drafts.stream().filter(draft -> !isNamed(draft)).toList()));
        features.put("o:named", named);
        features.put("o:named&" + vendor, named);
        features.put("o:goes-on", goesOn);
        features.put("o:goes-on&" + vendor, goesOn);
        Draft surest = surest(drafts);
        if (surest != null) {
            signs(surest.sentence()).forEach(sign -> features.put("o:" + sign + "&" + label, 1.0));
        }
        heard.claimed().stream()
                .filter(draft -> Told.of(draft).equals(told))
                .findFirst()
                .ifPresent(claim -> {
                    features.put("o:claimed", 1.0);
                    features.put("o:claimed&" + vendor, 1.0);
                    features.put("o:claimed&" + label, 1.0);
                    features.put(
                            "o:claimed-so", Math.log(LITTLE + claim.judgement().confidence()));
                });
        context.forEach(what -> {
            features.put("o:" + what, 1.0);
            features.put("o:" + what + "&" + label, 1.0);
        });
        return features;
    }

    private static boolean isNamed(Draft draft) {
        return draft.sentence().contains(draft.subject().anchor().start());
    }

    private static double most(List<Draft> drafts) {
        return drafts.stream()
                .mapToDouble(draft -> draft.judgement().confidence())
                .max()
                .orElse(0);
    }

    private static List<String> signs(Sentence sentence) {
        String words = sentence.words();
        List<String> signs = new ArrayList<>();
        signs.add("speaker=" + Voice.of(sentence));
        add(Votes.decides(sentence), "decides", signs);
        add(Voice.remembers(words), "remembers", signs);
        add(Voice.isQuestion(sentence), "asks", signs);
        add(Voice.isAboutOthers(words), "others", signs);
        add(Voice.isGeneral(words), "general", signs);
        add(sentence.row(), "row", signs);
        add(sentence.isTitle(), "title", signs);
        return signs;
    }

    private static void add(boolean is, String sign, List<String> signs) {
        if (is) {
            signs.add(sign);
        }
    }
}
