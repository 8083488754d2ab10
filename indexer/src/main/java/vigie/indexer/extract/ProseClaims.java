package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;

/** Drafts claims from a section of running text: for each subject, from its sentence, the ones after it, and the vote. */
final class ProseClaims {

    private static final int FOLLOWING = 4;
    private static final int BEFORE = 3;

    /** No section of a real document names vendors in more sentences, nor more of them in one. */
    private static final int MOST_READ = 300;

    private static final int MOST_SUBJECTS = 20;

    /** So many sentences before and after are asked for vendors and technologies. */
    private static final int NEAR = 8;

    /** How far a title alone is believed. */
    private static final double TITLE = 0.62;

    private static final Pattern TRIED = Pattern.compile("\\b(?:test|essa[iy]|experiment)");

    /** How a sentence begins that goes on about what was named before. */
    private static final Pattern GOES_ON = Pattern.compile(
            "^\"?\\s?(?:(?:le|la|l'|les|ce|cet|cette|ces|son|sa|leur)\\s?(?:\\w+ )?(?:contrat|marche|convention|abonnement|licence|location|essai|test|experimentation|logiciel|solution|outil|systeme|dispositif|application|module|plateforme|equipement|materiel|deliberation|voeu|motion|proposition|projet|boitier|serveur|offre|achat|acquisition|conseil|assemblee|pilote|amendement|prestataire|editeur|technologie|mise en service|installation|deploiement|accord-cadre|algorithme|traitement|vote|maire|commission|ville|commune|fonction\\w*|option)s?\\b"
                    + "|il |elle |ils |elles |celui-ci|celle-ci|ceux-ci|cela |on |nous |aucun|apres |adopte|approuve|rejete|depuis |en \\d{4}|mis|pour ?:|reponse)");

    private static final Pattern PURCHASE = Pattern.compile(
            "contrat|marche|acquisition|achat|location|licence|abonnement|fourniture|maintenance|devis|commande|prestation|renouvellement|souscription|convention");
    private static final Pattern SIGNED_LIST = Pattern.compile(
            "(?:marches?|contrats?|commandes?)[^.]{0,30}(?:signe|conclu|attribue|notifie|passe)|titulaire|attributaire|fournisseur|prestataire");
    private static final Pattern NAMED_AMONG = Pattern.compile(
            "(?:\\bdont|parmi (?:lesquel\\w+|eux)|\\bcomme|tel(?:le)?s? que|notamment|(?:rencontr|recu|audition|contact|consult|approch)\\w*[^.;]{0,60}|\\bediteurs\\b[^.;]{0,20}) ?(?:(?:la|les) societes? )?$");
    private static final Pattern SHOWS = Pattern.compile(
            "^[^.;]{0,30}(?:(?:nous |leur |lui )?(?:a|ont) (?:presente|montre|fait (?:une )?demonstration))");

    /** "The town of X, for its part, …": says nothing of the vendor that others chose. */
    private static final Pattern OF_ANOTHER =
            Pattern.compile("^(?:seule? )?(?:la|les) (?:commune|ville)s? (?:de |du |des |d')");

    /** A denial that points back: "we have none of them". */
    private static final Pattern BACK = Pattern.compile("\\bn'(?:en|y)\\b|\\bne (?:l'|la |les? |s'en |nous en )");

    private final StageClassifier classifier;
    private final Parties parties;

    ProseClaims(StageClassifier classifier, Parties parties) {
        this.classifier = classifier;
        this.parties = parties;
    }

    List<Draft> drafts(SectionText section) {
        List<Draft> drafts = new ArrayList<>();
        section.sentences().stream()
                .filter(sentence -> !sentence.hits().isEmpty())
                .limit(MOST_READ)
                .forEach(sentence -> {
                    List<Subject> subjects = subjects(section, sentence);
                    subjects.forEach(subject -> drafts.addAll(read(section, sentence, subject, subjects)));
                });
        return Merging.withinSection(drafts);
    }

    private List<Subject> subjects(SectionText section, Sentence sentence) {
        boolean general = Voice.isGeneral(sentence.words());
        return parties.subjects(sentence, surroundings(section, sentence)).stream()
                .filter(subject -> subject.vendor() != null || !general)
                .limit(MOST_SUBJECTS)
                .toList();
    }

    private static Parties.Surroundings surroundings(SectionText section, Sentence sentence) {
        List<Mention> hits = section.around(sentence, NEAR, NEAR).stream()
                .flatMap(near -> near.hits().stream())
                .toList();
        String words = section.around(sentence, BEFORE, BEFORE - 1).stream()
                .map(Sentence::words)
                .collect(Collectors.joining(" "));
        return new Parties.Surroundings(hits, section.heading() + " " + words);
    }

    /** What the sentence, its neighbours and the section say of {@code subject}. */
    private List<Draft> read(SectionText section, Sentence sentence, Subject subject, List<Subject> subjects) {
        List<Draft> found = new ArrayList<>(inSentence(section, sentence, subject, subjects));
        boolean plain = subject.technology() == Technology.VIDEOPROTECTION && subject.vendor() == null;
        double best = found.stream()
                .mapToDouble(d -> d.judgement().confidence())
                .max()
                .orElse(0);
        boolean alone = subjects.size() == 1 || best < Merging.THRESHOLD;
        if (!plain && alone && !Voice.isAboutOthers(sentence.words())) {
            found.addAll(inFollowing(section, sentence, subject));
        }
        if (best < 0.6) {
            found.addAll(denied(section, sentence, subject));
            found.addAll(plain ? List.of() : fromSetting(section, sentence, subject));
        }
        return found.stream().map(draft -> Votes.applied(section, draft)).toList();
    }

    private List<Draft> inSentence(SectionText section, Sentence sentence, Subject subject, List<Subject> subjects) {
        String words = sentence.words();
        int anchor = sentence.view().at(subject.anchor().start());
        List<Draft> drafts = new ArrayList<>();
        if (Voice.isAboutOthers(words)) {
            return drafts;
        }
        for (Span clause : Clauses.of(words)) {
            boolean own = clause.contains(anchor);
            if (!own && belongsToOther(sentence, clause, subjects)) {
                continue;
            }
            String part = words.substring(clause.start(), clause.end());
            int at = own ? anchor - clause.start() : anchor < clause.start() ? 0 : part.length();
            for (Judgement judgement : judge(section, sentence, part, at)) {
                double faith =
                        own ? sentence.isTitle() ? TITLE : 1 : judgement.modality() == Modality.NEGATED ? 0.7 : 0.85;
                drafts.add(draft(subject, judgement.times(faith).movedBy(clause.start()), sentence, sentence));
            }
        }
        return onlyNamed(words, anchor, subject) ? asNamed(drafts, subject, sentence) : drafts;
    }

    private static boolean belongsToOther(Sentence sentence, Span clause, List<Subject> subjects) {
        boolean several =
                subjects.stream().filter(other -> other.vendor() != null).count() > 1;
        return several
                && subjects.stream()
                        .anyMatch(other -> clause.contains(
                                sentence.view().at(other.anchor().start())));
    }

    private List<Judgement> judge(SectionText section, Sentence sentence, String words, int anchor) {
        Setting setting = section.section().setting();
        return classifier.judge(new Situation(words, anchor, section.heading(), setting, Voice.of(sentence))).stream()
                .filter(judgement -> Voice.admits(judgement, sentence))
                .map(judgement -> Voice.longAgo(judgement) ? judgement.times(0.75) : judgement)
                .toList();
    }

    /** Whether a vendor is only one of those who were met or who presented their wares. */
    private static boolean onlyNamed(String words, int anchor, Subject subject) {
        return subject.vendor() != null
                && (NAMED_AMONG
                                .matcher(words.substring(Math.max(0, anchor - 80), anchor))
                                .find()
                        || SHOWS.matcher(words.substring(anchor)).find());
    }

    /** What is planned in such a sentence is planned without a vendor. */
    private static List<Draft> asNamed(List<Draft> drafts, Subject subject, Sentence sentence) {
        List<Draft> named = new ArrayList<>();
        Subject nobody = new Subject(subject.technology(), null, null, null, subject.anchor());
        for (Draft draft : drafts) {
            boolean plan = draft.judgement().stage() == Stage.PROPOSED
                    || (draft.judgement().stage() == Stage.AWARDED
                            && draft.judgement().confidence() < 0.9);
            named.add(plan ? draft.about(nobody) : draft);
        }
        named.add(draft(
                subject,
                new Judgement(Stage.MENTIONED, Modality.ASSERTED, 0.7, "named among others", 0),
                sentence,
                sentence));
        return named;
    }

    private List<Draft> inFollowing(SectionText section, Sentence first, Subject subject) {
        List<Draft> drafts = new ArrayList<>();
        double faith = 0.85;
        for (Sentence next : section.following(first, FOLLOWING)) {
            boolean other = next.hits().stream()
                    .anyMatch(hit -> hit.kind() == MentionKind.VENDOR || hit.kind() == MentionKind.PRODUCT);
            if (next.row() || (other && subject.vendor() != null)) {
                break;
            }
            if (!other
                    && (isAnswer(first, next) || GOES_ON.matcher(next.words()).find())) {
                drafts.addAll(goingOn(section, first, next, subject, faith));
            }
            faith *= 0.95;
        }
        return drafts;
    }

    /** "Does the town use it? No." */
    private static List<Draft> denied(SectionText section, Sentence asked, Subject subject) {
        boolean open = Voice.isQuestion(asked) || Voice.of(asked) == Speaker.OPPOSITION;
        return section.following(asked, open ? 1 : 0).stream()
                .filter(Voice::isDenial)
                .map(answer -> {
                    Stage stage = TRIED.matcher(asked.words()).find() ? Stage.TRIAL : Stage.IN_USE;
                    return draft(subject, new Judgement(stage, Modality.NEGATED, 0.75, "no", 0), asked, answer);
                })
                .toList();
    }

    private static boolean isAnswer(Sentence asked, Sentence next) {
        return Voice.isQuestion(asked) && BACK.matcher(next.words()).find();
    }

    private List<Draft> goingOn(SectionText section, Sentence first, Sentence next, Subject subject, double faith) {
        String words = next.words();
        List<Draft> drafts = new ArrayList<>();
        boolean others = Voice.of(first) == Speaker.OPPOSITION
                || OF_ANOTHER.matcher(words).find();
        for (Span clause : Clauses.of(words)) {
            for (Judgement judgement : judge(section, next, words.substring(clause.start(), clause.end()), 0)) {
                boolean answers = judgement.modality() == Modality.NEGATED && isAnswer(first, next);
                if (judgement.confidence() > 0.7 && (answers || judgement.modality() == Modality.ASSERTED)) {
                    Subject about = others && judgement.stage() == Stage.REJECTED
                            ? new Subject(subject.technology(), null, null, null, subject.anchor())
                            : subject;
                    drafts.add(draft(about, judgement.times(faith).movedBy(clause.start()), first, next));
                }
            }
        }
        return drafts;
    }

    /** What the kind of section and its title say where the sentence itself says nothing. */
    private List<Draft> fromSetting(SectionText section, Sentence sentence, Subject subject) {
        if (sentence.speaker() != Speaker.TOWN || Voice.isQuestion(sentence) || Voice.isAboutOthers(sentence.words())) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        if (isListedPurchase(section, sentence)) {
            Judgement listed =
                    new Judgement(Stage.AWARDED, Modality.ASSERTED, 0.7, "list of contracts or decisions", 0);
            drafts.add(draft(subject, listed, sentence, sentence));
        }
        for (Judgement judgement :
                section.heading().isEmpty() ? List.<Judgement>of() : judge(section, sentence, section.heading(), 0)) {
            drafts.add(draft(subject, judgement.times(TITLE), sentence, sentence));
        }
        if (drafts.isEmpty() && subject.vendor() != null) {
            Judgement named = new Judgement(Stage.MENTIONED, Modality.ASSERTED, 0.4, "named", 0);
            drafts.add(draft(subject, named, sentence, sentence));
        }
        return drafts;
    }

    private static boolean isListedPurchase(SectionText section, Sentence sentence) {
        if (section.section().setting() == Setting.DECISION) {
            return PURCHASE.matcher(sentence.words()).find();
        }
        if (!sentence.row()) {
            return false;
        }
        String head = section.sentences().stream()
                .filter(Sentence::row)
                .findFirst()
                .map(row -> row.words())
                .orElse("");
        return SIGNED_LIST.matcher(section.heading() + " " + head).find();
    }

    private static Draft draft(Subject subject, Judgement judgement, Sentence named, Sentence judged) {
        Span quote = named.equals(judged) ? named.quote(subject.anchor().start()) : evidence(named, judged, subject);
        List<String> because = new ArrayList<>();
        because.add("cue '" + judgement.cue() + "' speaks for "
                + judgement.stage().id() + " (" + judgement.modality().id() + ")");
        if (!named.equals(judged)) {
            because.add("a later sentence goes on about it");
        }
        if (judged.speaker() != Speaker.TOWN) {
            because.add("said by " + judged.speaker().name().toLowerCase(Locale.ROOT));
        }
        return Draft.of(subject, judgement, judged, quote, because);
    }

    private static Span evidence(Sentence named, Sentence judged, Subject subject) {
        boolean plain = named.spans().size() == 1 && judged.spans().size() == 1;
        return plain && judged.end() - named.start() <= 600 && named.start() < judged.end()
                ? new Span(named.start(), judged.end())
                : named.quote(subject.anchor().start());
    }
}
