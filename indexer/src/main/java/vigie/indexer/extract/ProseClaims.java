package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.model.CommuneRef;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;

/** Drafts claims from a section of running text: for each subject, from its sentence, the ones after it, and the vote. */
final class ProseClaims {

    private static final int FOLLOWING = 7;
    private static final int BEFORE = 3;

    /** So many sentences before a denial speak of the images that it is about, and one behind it. */
    private static final int BESIDE = 2;

    private static final double GOING_ON = 0.48;

    /** How far the next sentence is believed to go on about what one names, and how much less each after it. */
    private static final double GOES_ON = 0.95;

    private static final double FARTHER = 0.97;

    /** No section of a real document names vendors in more sentences, nor more of them in one. */
    private static final int MOST_READ = 300;

    private static final int MOST_SUBJECTS = 20;

    /** Sentences are shorter; of a text without sentences so many characters around a name are judged. */
    private static final int REACH = 800;

    /** So many sentences before and after are asked for vendors and technologies. */
    private static final int NEAR = 8;

    /** From this on a sentence tells something of its subject, whatever stage it is; a table's line is there to tell it. */
    private static final double TELLS = 0.75;

    private static final double ROW_TELLS = 0.3;

    /** How far it is believed then. */
    private static final double LIFTED = 0.4;

    /** So sure one must be of what is told of a subject that only the model sees named. */
    private static final double SURE = 0.55;

    /** How far a title alone is believed. */
    private static final double TITLE = 0.7;

    private static final Set<Stage> ALLEGED =
            Set.of(Stage.APPROVED, Stage.AWARDED, Stage.TRIAL, Stage.IN_USE, Stage.SUSPENDED);

    private static final Sought PROGRAM = Sought.of(
            "\\b(?:logiciel(?:le)?s?|programmes?|algorithm\\w+|analyses?|intelligence artificielle|automatis\\w+|reconnaissance|biometri\\w+)\\b");

    private static final Sought DECLINED = Sought.of(
            "\\b(?:n'a|n'ont) pas (?:souhaite|voulu|pu|daigne|repondu|remis|depose|soumissionne|donne suite)\\b|\\b(?:a|ont) decline\\b|\\bs'est desiste|\\bsans reponse\\b");

    /** How far it is believed that a request for a subsidy is for what it names. */
    private static final double ASKED = 0.5;

    /** How far it is believed that a town that stays out of a purchase turns down what the others buy. */
    private static final double TURNED_DOWN = 0.75;

    private static final int LAW = 5;

    private static final int LABEL = 45;

    private static final Pattern LAW_MAKER = Pattern.compile(
            "^(?:le parlement|la loi|le legislateur|l'assemblee nationale|le senat|les deputes|le texte de loi|le projet de loi|le decret|le gouvernement|le conseil constitutionnel)\\b");

    private static final Pattern PURCHASE = Pattern.compile(
            "contrat|marche|acquisition|achat|location|licence|abonnement|fourniture|maintenance|devis|commande|prestation|renouvellement|souscription|convention");
    private static final Pattern SIGNED_LIST = Pattern.compile(
            "(?:marches?|contrats?|commandes?)[^.]{0,30}(?:signe|conclu|attribue|notifie|passe)|titulaire|attributaire|fournisseur|prestataire"
                    + "|decisions? (?:prises?|du maire|municipales?)|(?:compte[- ]rendu|liste|releve) des decisions|l\\.? ?2122-22|delegation");
    private static final Pattern NAMED_AMONG = Pattern.compile(
            "(?:\\b(dont|parmi (?:lesquel\\w+|eux)|comme|tel(?:le)?s? que(?: cel(?:le|ui|les) (?:de|d'))?|notamment|editeurs\\b[^.;]{0,20})|(?:rencontr|recu|audition|contact|consult|approch)\\w*[^.;]{0,60}) ?(?:(?:la|les) societes? )?$");
    private static final Pattern NAMES_TOLD = Pattern.compile(
            "\\b(?:enumer\\w+|cit(?:e|ent|ait|ant|ons)|nomme(?:nt)?|egren\\w+|recit(?:e|ent|ait)|mentionn(?:e|ent|ait|ant)|list(?:e|ent|ait)|donn(?:e|ent|ait) (?:[a-z]+ )?(?:exemples?|noms?))\\b[^.;]{0,80}:[^.;:]{0,80}$");

    /** Without such a word an example of a kind ("programs such as …") is nobody who was met. */
    private static final Sought CONTACT = Sought.of(
            "\\b(?:rencontr|recu|recev|audition|contact|consult|approch|rapproch|demarch|sollicit|demonstration|presente|presentation|visit|entretenu|entretien avec|salon|stand)");

    private static final String PAPER =
            "(?:estimations?|chiffrages?|descriptifs?|documentations?|plaquettes?|brochures?|catalogues?|argumentaires?|etudes? de prix|prix indicatifs?|fiches? techniques?)";

    private static final String SENDS =
            "(?:remis|adresse|envoye|transmis|laisse|fait parvenir|communique|fourni|donne|etabli|obtenu|demande|sollicite)";

    private static final Pattern PLAINTIFF = Pattern.compile(
            "\\b(?:(?:tribunal|juge|ordonnance|jugement|refere|recours|requete|cour)\\b[^.;]{0,120}\\ba la (?:demande|requete)|sur (?:la )?(?:requete|saisine)|sur (?:le )?recours|(?:recours|requete|refere|action|contestation)s? (?:[a-z]+ ){0,2}(?:form|depos|introdui|exerc|engag)\\w*|saisi\\w*|assign\\w*) (?:d[eu]|par) (?:(?:la|l'|le) ?)?(?:(?:societe|entreprise|concurrent) )?$");

    private static final Pattern SHOWS = Pattern.compile(
            "^[^.;]{0,30}(?:(?:nous |leur |lui )?(?:a|ont) (?:presente|montre|fait (?:une )?demonstration|" + SENDS
                    + " (?:une?|des|leurs?|sa|son|ses) " + PAPER + "))");
    /** Whoever only told what it would cost, or what it is. */
    private static final Pattern TOLD_BY = Pattern.compile("\\b" + PAPER + "\\b[^.;]{0,40}\\b" + SENDS
            + "e?s? (?:par|de|a|aupres de|chez) (?:(?:la|l'|le) ?(?:societe|entreprise|maison|fabricant|editeur) )?$");

    /** "The town of X, for its part, …": says nothing of the vendor that others chose. */
    private static final Pattern OF_ANOTHER =
            Pattern.compile("^(?:seule? )?(?:la|les) (?:commune|ville)s? (?:de |du |des |d')");

    private static final Sought SAME_ONE = Sought.of(
            "\\bmemes? (?:logiciel|outil|systeme|programme|editeur|fournisseur|prestataire|solution|module|produit|entreprise|societe|contrat|marche|dispositif|abonnement)s?\\b|\\b(?:le|la) meme(?= ?[.,;:!]| (?:chez nous|ici|pour)\\b)");

    private static final Pattern VOTE_ON_ITEM = Pattern.compile(
            "^(?:(?:le|la|ce|cette) (?:rapport|deliberation|point|projet|dossier|debat)(?: n° ?\\w+)? )?(?:(?:est|sont|a ete) )?(?:mise? aux voix,? |soumise? au vote,? )?(?:(?:est|sont|a ete) )?(?:adopte|vote|approuve|accepte)e?s?\\b");

    /** A contract goes on with another firm's name on it, or is changed in nothing that counts. */
    private static final Sought HANDED_OVER = Sought.of(
            "\\bavenants? (?:n° ?\\d+ )?(?:de (?:transfert|cession)|sans incidence|actant|constatant)\\b|\\bchangement de (?:titulaire|denomination|raison sociale)\\b|\\b(?:transfert|cession) (?:du|de ce|dudit) (?:contrat|marche)\\b");

    private static final Pattern HAS_IT = Pattern.compile(
            "^(?:,[^,;.]{0,40},)? (?:en (?:a|possede|utilise|exploite|emploie|loue|detient) une?s?\\b(?! (?:besoin|peu))|en (?:est|a ete) (?:equipe|dote|muni)|en dispose\\b|s'en (?:sert|est (?:equipe|dote))|y (?:recourt|a recours)|(?:l'|la |le )(?:utilise|emploie|exploite|possede|loue|detient)\\b)");

    /** So many sentences behind a proposal it may be told to have fallen. */
    private static final int DEBATE = 12;

    /** How far it is believed that what a motion was for is turned down, and that another town has what was spoken of. */
    private static final double FALLEN = 0.75;

    private static final double HAS_ONE = 0.75;

    /** How far it is believed that a refusal is of what was offered before it. */
    private static final double REFUSED = 0.8;

    private static final String TURNED = "it is turned down";

    private static final double SET_UP = 0.7;

    private static final double LEFT = 0.75;

    /** So many firms in a sentence are a list of names. */
    private static final int SEVERAL = 3;

    private final StageClassifier classifier;
    private final Parties parties;
    private final Attribution attribution;
    private final SectionJudge judge;

    ProseClaims(StageClassifier classifier, Parties parties, Attribution attribution, SectionJudge judge) {
        this.classifier = classifier;
        this.parties = parties;
        this.attribution = attribution;
        this.judge = judge;
    }

    /**
     * What the sentences of a section say.
     *
     * @param told what is believed of it, however little
     * @param goingOn what sentences say that may go on about a subject, believed or not
     * @param claimed what the section says of that in the end, as far as single sentences tell
     */
    private record Said(List<Draft> told, List<Draft> goingOn, List<Draft> claimed) {}

    /** @param members who buys together in the section */
    List<Draft> drafts(SectionText section, Members members) {
        Said said = said(section, members);
        return members.joint() ? said.claimed() : judge.judged(section, said.told(), said.goingOn(), said.claimed());
    }

    /** What may be chosen between for each subject of the section. */
    List<Choices> choices(SectionText section, Members members) {
        Said said = said(section, members);
        return SectionJudge.choices(
                section,
                said.told(),
                said.goingOn(),
                said.claimed(),
                draft -> attribution.of(draft, section, members).communes());
    }

    private Said said(SectionText section, Members members) {
        List<Draft> drafts = new ArrayList<>();
        List<Draft> goingOn = new ArrayList<>();
        List<Suppliers.Named> named = new ArrayList<>();
        Ranking ranking = Ranking.in(section);
        boolean isSpokenOf = section.finds().hits().stream().anyMatch(ProseClaims::isNamed) || Plans.isRequest(section);
        naming(section).forEach(sentence -> {
            List<Subject> subjects = subjects(section, sentence, isSpokenOf);
            Optional<Judgement> ranked = ranking.of(sentence);
            for (Subject subject : subjects) {
                if (subject.vendor() != null && !attribution.isElsewhere(sentence, subject.anchor())) {
                    named.add(new Suppliers.Named(subject, sentence));
                }
                if (ranked.isPresent() && subject.vendor() != null) {
                    drafts.add(draft(subject, ranked.get(), sentence, sentence));
                } else {
                    drafts.addAll(read(section, sentence, subject, subjects, goingOn));
                }
            }
        });
        drafts.removeIf(draft -> isHandedOver(draft, drafts));
        drafts.addAll(turnedDown(section, members));
        drafts.addAll(deniedAtAll(section));
        return new Said(drafts, goingOn, merged(drafts, named, section, members));
    }

    /** Whether a sentence is about towns that stay out; in a list town by town each entry is about what is offered to all. */
    private static boolean staysOut(Sentence sentence, SectionText section, Members members) {
        return members.areOut(sentence) && TownLabels.of(section, sentence).isEmpty();
    }

    /** What towns turn down that others buy together, whatever words they have for it. */
    private List<Draft> turnedDown(SectionText section, Members members) {
        List<Draft> drafts = new ArrayList<>();
        for (Sentence sentence : members.joint() ? section.sentences() : List.<Sentence>of()) {
            if (members.turnDown(sentence) && staysOut(sentence, section, members)) {
                section.around(sentence, NEAR, NEAR).stream()
                        .flatMap(near -> subjects(section, near, true).stream())
                        .filter(subject -> Parties.ON_IMAGES.contains(subject.technology()) && !isPlain(subject))
                        .findFirst()
                        .ifPresent(subject -> drafts.add(draft(
                                subject.nobodys(),
                                new Judgement(Stage.REJECTED, Modality.ASSERTED, TURNED_DOWN, Members.STAYS, 0),
                                sentence,
                                sentence)));
            }
        }
        return drafts;
    }

    /** That no machine looks at the town's images, in whatever words. */
    private static List<Draft> deniedAtAll(SectionText section) {
        return section.sentences().stream()
                .flatMap(sentence ->
                        Denials.ofAnalysis(sentence.words(), () -> words(section.around(sentence, BESIDE, 1)))
                                .filter(denied -> isOfTheTown(sentence))
                                .map(denied -> deniedAtAll(sentence, denied))
                                .stream())
                .limit(MOST_SUBJECTS)
                .toList();
    }

    /** Whether a denial is the town's own, of what watches people. */
    private static boolean isOfTheTown(Sentence sentence) {
        return !Voice.isQuestion(sentence)
                && Voice.of(sentence) != Speaker.OPPOSITION
                && !Voice.isAboutOthers(sentence.words())
                && !Voice.isGeneral(sentence.words())
                && !Parties.isOfAnotherUse(sentence.words());
    }

    private static Draft deniedAtAll(Sentence sentence, Span denied) {
        View view = sentence.view();
        Span anchor = new Span(view.sourceAt(denied.start()), view.sourceEnd(denied.end()));
        Subject analysis = new Subject(Technology.VSA, null, null, null, anchor);
        Judgement told = Denials.isRefusal(sentence.words().substring(denied.start(), denied.end()))
                ? new Judgement(Stage.REJECTED, Modality.ASSERTED, REFUSED, TURNED, 0)
                : Denials.denied(Stage.IN_USE);
        return draft(analysis, told, sentence, sentence);
    }

    /** What is denied of what {@code named} spoke of, in the sentences behind it: of nobody's make where others have it. */
    private List<Draft> deniedOfIt(SectionText section, Sentence named, Subject subject) {
        boolean asked = Voice.isQuestion(named)
                || supposed(named, subject).isPresent()
                || Voice.of(named) == Speaker.OPPOSITION
                || Denials.isAllegation(named.words());
        boolean others = isOfOthers(named, subject) || attribution.isElsewhere(named, subject.anchor());
        if (isPlain(subject) || !(asked || others || subject.vendor() == null)) {
            return List.of();
        }
        if (others || asked) {
            Optional<Draft> ofIt = section.following(named, Answers.WITHIN + 1).stream()
                    .takeWhile(next -> next.hits().stream().noneMatch(Parties::isName))
                    .filter(next -> Denials.isOfThisOne(next.words()) && Voice.of(next) != Speaker.OPPOSITION)
                    .findFirst()
                    .map(next -> draft(subject, Denials.denied(Stage.IN_USE), named, next));
            if (ofIt.isPresent()) {
                return List.of(ofIt.get());
            }
        }
        return section.following(named, Answers.WITHIN + 1).stream()
                .filter(next -> next.hits().stream().noneMatch(Parties::isName)
                        && !Voice.isQuestion(next)
                        && Voice.of(next) != Speaker.OPPOSITION)
                .flatMap(next -> Denials.ofIt(next.words()).stream()
                        .map(denied -> draft(others ? subject.nobodys() : subject, denied, named, next)))
                .limit(1)
                .toList();
    }

    /** What the section says; where several towns buy together, one may turn down what the others take. */
    private List<Draft> merged(List<Draft> drafts, List<Suppliers.Named> named, SectionText section, Members members) {
        Map<List<CommuneRef>, List<Draft>> byTown = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Draft told = staysOut(draft.sentence(), section, members)
                    ? draft.about(draft.subject().nobodys())
                    : draft;
            List<CommuneRef> towns = attribution.of(told, section, members).communes();
            (towns.isEmpty() ? Stream.of(towns) : towns.stream().map(List::of))
                    .forEach(town -> byTown.computeIfAbsent(town, unused -> new ArrayList<>())
                            .add(told));
        }
        List<Suppliers.Named> heading = named.stream()
                .filter(one -> TownLabels.follow(section, one.sentence()))
                .toList();
        List<Draft> merged = new ArrayList<>();
        byTown.values().stream()
                .flatMap(same -> {
                    List<Draft> one = Merging.withinSection(same);
                    boolean entry = one.stream()
                            .anyMatch(draft ->
                                    TownLabels.of(section, draft.sentence()).isPresent());
                    return (entry ? Suppliers.joined(one, heading) : one).stream();
                })
                .filter(draft -> merged.stream().noneMatch(draft::isSameAs))
                .forEach(merged::add);
        return Suppliers.introduced(Suppliers.joined(merged, named), section, parties);
    }

    /** What the classifier may be asked about the sentences of a section that name something or go on about it. */
    List<Candidate> candidates(SectionText section) {
        List<Candidate> candidates = new ArrayList<>();
        naming(section).forEach(sentence -> {
            List<Subject> subjects = subjects(section, sentence, true);
            for (Subject subject : subjects) {
                if (isOfOthers(sentence, subject)) {
                    continue;
                }
                Situation named = situation(section, sentence, subject, subjects);
                candidates.add(new Candidate(named, subject.vendor(), sentence.spans()));
                goingOn(section, sentence, subject).stream()
                        .map(next -> new Candidate(
                                goingOn(section, next, next.words(), subject), subject.vendor(), next.spans()))
                        .forEach(candidates::add);
            }
        });
        return candidates;
    }

    /** The sentences that name something that is looked for. */
    private static Stream<Sentence> naming(SectionText section) {
        return section.sentences().stream()
                .filter(sentence -> !sentence.hits().isEmpty()
                        || !BareWords.in(sentence.words()).isEmpty())
                .limit(MOST_READ);
    }

    /** @param bare whether everyday words count; what they tell elsewhere is worth learning all the same */
    private List<Subject> subjects(SectionText section, Sentence sentence, boolean bare) {
        if (isOfTheLaw(section, sentence)) {
            return List.of();
        }
        boolean general = Voice.isGeneral(sentence.words()) && !Refusals.isAnswered(section, sentence);
        List<Subject> subjects = new ArrayList<>(parties.subjects(sentence, surroundings(section, sentence)));
        if (bare) {
            parties.bare(sentence, subjects).stream()
                    .filter(subject -> subject.technology() != Technology.VSA || isAnalysisNamed(section))
                    .forEach(subjects::add);
        }
        return subjects.stream()
                .filter(subject -> subject.vendor() != null || !general)
                .filter(subject -> !(isPlain(subject) && isListedInBrackets(sentence, subject)))
                .filter(subject -> !Corrections.isPutRight(section, sentence, subject.anchor()))
                .filter(subject -> !(isPlain(subject) && Parties.isOfAFilm(section.around(sentence, NEAR, NEAR))))
                .filter(subject -> subject.vendor() != null
                        || !Parties.ON_IMAGES.contains(subject.technology())
                        || !goesOnAboutOtherUse(section, sentence))
                .limit(MOST_SUBJECTS)
                .toList();
    }

    /** Whether a sentence that names no images itself goes on about cameras in drains, on animals or at sports. */
    private static boolean goesOnAboutOtherUse(SectionText section, Sentence sentence) {
        return !AnalysisWords.isOfImages(sentence.words())
                && section.around(sentence, BEFORE, 0).stream()
                        .filter(before -> AnalysisWords.isOfImages(before.words()))
                        .reduce((one, other) -> other)
                        .filter(before -> Parties.isOfAnotherUse(before.words()))
                        .isPresent();
    }

    /** Whether what the sentence says of {@code subject} is told of other towns, shopkeepers or the state. */
    private static boolean isOfOthers(Sentence sentence, Subject subject) {
        int anchor = subject.anchor().start();
        return sentence.contains(anchor)
                ? Voice.isAboutOthers(sentence.words(), sentence.view().at(anchor))
                : Voice.isAboutOthers(sentence.words());
    }

    private boolean isAnalysisNamed(SectionText section) {
        return section.finds().hits().stream().anyMatch(hit -> AnalysisWords.isAnalysis(parties.own(hit)));
    }

    /** "The parliament has passed … It ends in March 2025. A, B and C are in the running": what a law is about is no town's. */
    private static boolean isOfTheLaw(SectionText section, Sentence sentence) {
        List<Sentence> read = new ArrayList<>(section.preceding(sentence, LAW));
        read.add(sentence);
        for (int i = read.size() - 1; i >= 0; i--) {
            Sentence one = read.get(i);
            if (Voice.isOwn(one.words()) || !one.finds().places().isEmpty()) {
                return false;
            }
            if (LAW_MAKER.matcher(one.words()).find()) {
                return i < read.size() - 1;
            }
        }
        return false;
    }

    /** Whether a mention is of something by its own name: everyday words beside it may be meant of surveillance, too. */
    private static boolean isNamed(Mention mention) {
        return mention.kind() != MentionKind.HINT && !AnalysisWords.isTold(mention);
    }

    /** Whether only the model says that the sentence names its subject. */
    private static boolean isTold(Sentence sentence, Subject subject) {
        return subject.vendor() == null
                && sentence.hits().stream()
                        .anyMatch(hit ->
                                AnalysisWords.isTold(hit) && Parties.span(hit).equals(subject.anchor()));
    }

    /** Whether the sentence names nothing beside {@code subject}, or only what that firm sells. */
    private static boolean isAlone(Subject subject, List<Subject> subjects) {
        return subjects.stream()
                .allMatch(other -> other.equals(subject)
                        || (subject.vendor() != null
                                && other.vendor() == null
                                && other.technology() == subject.technology()));
    }

    private static boolean isListedInBrackets(Sentence sentence, Subject subject) {
        int anchor = subject.anchor().start();
        return sentence.contains(anchor)
                && Voice.isListedInBrackets(sentence.words(), sentence.view().at(anchor));
    }

    private Parties.Surroundings surroundings(SectionText section, Sentence sentence) {
        if (sentence.row() || sentence.setting() == Setting.DECISION) {
            // A row or a decision of a list stands for itself: what is beside it is another purchase.
            return new Parties.Surroundings(sentence.hits(), sentence.words());
        }
        List<Mention> hits = section.around(sentence, NEAR, NEAR).stream()
                .flatMap(near -> parties.shared(near, sentence).stream())
                .toList();
        return new Parties.Surroundings(
                hits, section.heading() + " " + words(section.around(sentence, BEFORE, BEFORE - 1)));
    }

    private static String words(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::words).collect(Collectors.joining(" "));
    }

    /**
     * What the sentence, its neighbours and the section say of {@code subject}.
     *
     * @param goingOn takes all that sentences say that may go on about it
     */
    private List<Draft> read(
            SectionText section, Sentence sentence, Subject subject, List<Subject> subjects, List<Draft> goingOn) {
        if (Voice.isCompared(sentence.before(subject.anchor().start()))) {
            return List.of();
        }
        if (NoFact.isOfAnotherBody(sentence) || (subject.vendor() == null && NoFact.isClause(sentence.words()))) {
            return List.of();
        }
        Optional<Answers.No> no = Answers.in(section, sentence, subject.anchor().start());
        Optional<Stage> denied = no.flatMap(Answers.No::stage);
        if (no.isPresent() && denied.isPresent()) {
            return List.of(draft(
                    subject, Answers.judgement(denied.get()), sentence, no.get().told()));
        }
        List<Draft> found = new ArrayList<>(inSentence(section, sentence, subject, subjects));
        if (subject.vendor() == null && NoFact.isOfALaw(sentence)) {
            found.removeIf(draft -> RuledOut.contradicts(draft.judgement()));
        }
        double best = found.stream()
                .mapToDouble(d -> d.judgement().confidence())
                .max()
                .orElse(0);
        boolean alone = isAlone(subject, subjects) || best < Merging.THRESHOLD;
        if (alone && !isOfOthers(sentence, subject)) {
            found.addAll(inFollowing(section, sentence, subject, goingOn));
        }
        found.addAll(notContinued(section, sentence, subject));
        found.addAll(fallen(section, sentence, subject));
        found.addAll(refused(section, sentence, subject, found));
        found.addAll(inAnotherTown(section, sentence, subject));
        boolean told = isTold(sentence, subject);
        if (best < 0.6) {
            found.addAll(denied(section, sentence, subject));
            found.addAll(isPlain(subject) || told ? List.of() : fromSetting(section, sentence, subject));
            found.addAll(best < Merging.THRESHOLD ? asked(section, sentence, subject) : List.of());
        }
        if (found.stream().noneMatch(draft -> draft.judgement().modality() == Modality.NEGATED)) {
            found.addAll(deniedOfIt(section, sentence, subject));
        }
        boolean none = isRuledOut(sentence, subject);
        boolean plaintiff = isPlaintiff(sentence, subject);
        boolean rumour = NoFact.isRumour(sentence.words());
        return found.stream()
                .filter(draft -> !(no.isPresent() && isTurnedDownBy(no.get(), draft)))
                .filter(draft -> !told || draft.judgement().confidence() >= SURE)
                .filter(draft -> !(isWithoutSoftware(subject) && isOfSoftware(draft)))
                .filter(draft -> !(none && RuledOut.contradicts(draft.judgement())))
                .filter(draft -> !(rumour && NoFact.isWhispered(draft.judgement())))
                .map(draft -> plaintiff ? draft.about(subject.nobodys()) : draft)
                .map(draft -> unplanned(Plans.asked(section, Afterwards.announced(draft))))
                .map(draft -> Afterwards.applied(section, sentence, Votes.applied(section, draft)))
                .filter(draft -> !Votes.sparesIt(section, sentence, draft))
                .toList();
    }

    /** Who says no to a question turns nothing down. */
    private static boolean isTurnedDownBy(Answers.No no, Draft draft) {
        return draft.judgement().stage() == Stage.REJECTED && draft.sentence().equals(no.told());
    }

    private List<Draft> inSentence(SectionText section, Sentence sentence, Subject subject, List<Subject> subjects) {
        if (isOfOthers(sentence, subject)) {
            return List.of();
        }
        Optional<Judgement> supposed = supposed(sentence, subject);
        if (supposed.isPresent()) {
            return List.of(draft(subject, supposed.get(), sentence, sentence));
        }
        if (Parties.hasSetUpCameras(sentence, subject)) {
            Judgement there = new Judgement(Stage.IN_USE, Modality.ASSERTED, SET_UP, "cameras that a firm set up", 0);
            return List.of(draft(subject, there, sentence, sentence));
        }
        if (Parties.areCamerasLeft(sentence, subject)) {
            Judgement left = judge(situation(section, sentence, subject, subjects)).stream()
                    .filter(ProseClaims::isUse)
                    .findFirst()
                    .map(used -> used.atLeast(LEFT))
                    .orElse(new Judgement(Stage.IN_USE, Modality.ASSERTED, LEFT, "the cameras are left", 0));
            return List.of(draft(subject, left, sentence, sentence));
        }
        Optional<Judgement> planned = Plans.of(section, sentence);
        if (planned.isPresent()) {
            return List.of(draft(subject, planned.get(), sentence, sentence));
        }
        if (isDenied(sentence, subject)) {
            return List.of(draft(subject, Denials.denied(Stage.IN_USE), sentence, sentence));
        }
        if (Voice.listsNothing(sentence.words())) {
            Judgement none = new Judgement(Stage.IN_USE, Modality.NEGATED, 0.75, "none", 0);
            return List.of(draft(subject, none, sentence, sentence));
        }
        Optional<Judgement> offered = subject.vendor() == null
                ? Optional.empty()
                : Offers.of(section, sentence, subject, subjects).or(() -> Offers.favoured(sentence, subject));
        if (offered.isPresent()) {
            return List.of(draft(subject, offered.get(), sentence, sentence));
        }
        if (subject.vendor() != null
                && (Ranking.isBehind(sentence, subject.anchor())
                        || Ranking.hasFewerPoints(sentence, subject.anchor())
                        || Ranking.isNotChosen(sentence, subject.anchor()))) {
            Judgement behind = new Judgement(Stage.REJECTED, Modality.ASSERTED, 0.75, "named behind another offer", 0);
            return List.of(draft(subject, behind, sentence, sentence));
        }
        List<Draft> drafts = new ArrayList<>();
        double faith = sentence.isTitle() ? TITLE : 1;
        int from = reachFrom(sentence, subject);
        for (Judgement judgement : lifted(judge(situation(section, sentence, subject, subjects)), sentence)) {
            Judgement told = Suppositions.reserved(
                    sentence.words(),
                    NoFact.inCase(sentence.words(), judgement.times(faith).movedBy(from)));
            told = Plans.entered(section, sentence, told);
            drafts.add(draft(subject, told, sentence, sentence));
        }
        drafts.removeIf(draft -> isOthersRefusal(sentence, subject, draft.judgement()));
        int anchor = sentence.view().at(subject.anchor().start());
        if (subject.vendor() != null
                && TOLD_BY.matcher(sentence.words().substring(0, anchor)).find()) {
            drafts.removeIf(draft -> draft.judgement().stage() == Stage.AWARDED);
            return asNamed(drafts, subject, sentence);
        }
        return onlyNamed(sentence.words(), anchor, subject) || isOneOfNames(sentence, subject, subjects)
                ? asNamed(drafts, subject, sentence)
                : drafts;
    }

    private static boolean isUse(Judgement judgement) {
        return judgement.stage() == Stage.IN_USE && judgement.modality() == Modality.ASSERTED;
    }

    private static boolean isFirmUse(Draft draft) {
        return isUse(draft.judgement()) && draft.judgement().confidence() >= SURE;
    }

    /** "In force since May … An amendment hands the contract over": what runs is not bought anew. */
    private static boolean isHandedOver(Draft draft, List<Draft> drafts) {
        return draft.judgement().stage() == Stage.AWARDED
                && HANDED_OVER.in(draft.sentence().words())
                && drafts.stream().anyMatch(other -> isFirmUse(other) && isOfSame(draft, other));
    }

    private static boolean isOfSame(Draft one, Draft other) {
        return one.subject().vendor() != null && one.subject().sameAs(other.subject());
    }

    /** What is not foreseen is not planned, rather than not in use. */
    private static Draft unplanned(Draft draft) {
        Judgement judgement = draft.judgement();
        Span anchor = draft.subject().anchor();
        Sentence sentence = draft.sentence();
        if (judgement.stage() != Stage.IN_USE
                || judgement.modality() != Modality.NEGATED
                || draft.subject().vendor() != null
                || !sentence.contains(anchor.start())) {
            return draft;
        }
        View view = sentence.view();
        return Denials.isUnplanned(sentence.words(), view.at(anchor.start()), view.at(anchor.end() - 1) + 1)
                ? draft.judged(judgement.as(Stage.PROPOSED, Modality.NEGATED), "it is not planned")
                : draft;
    }

    /** Whether the town is said to do without {@code subject}, or "none" stands behind it. */
    private static boolean isDenied(Sentence sentence, Subject subject) {
        Span anchor = subject.anchor();
        if (!sentence.contains(anchor.start())) {
            return false;
        }
        String words = sentence.words();
        View view = sentence.view();
        int start = view.at(anchor.start());
        int end = view.at(anchor.end() - 1) + 1;
        return Denials.doesWithout(words, start)
                || Denials.isNoMoreThanAny(words, start, end)
                || (subject.vendor() == null && Denials.isNone(words, end));
    }

    /** Whether a firm is named because it went to court: who lost is told elsewhere. */
    private static boolean isPlaintiff(Sentence sentence, Subject subject) {
        return subject.vendor() != null
                && PLAINTIFF.matcher(sentence.before(subject.anchor().start())).find();
    }

    private static Optional<Judgement> supposed(Sentence sentence, Subject subject) {
        return Voice.isQuestion(sentence)
                ? Optional.empty()
                : Suppositions.in(
                        sentence.words(),
                        sentence.contains(subject.anchor().start())
                                ? sentence.view().at(subject.anchor().start())
                                : 0);
    }

    /** "A offers it for 20 000 €; B, which was asked, did not answer": nothing of A's is turned down. */
    private static boolean isOthersRefusal(Sentence sentence, Subject subject, Judgement judgement) {
        Matcher declined = judgement.stage() == Stage.REJECTED ? DECLINED.first(sentence.words()) : null;
        if (declined == null) {
            return false;
        }
        String words = sentence.words();
        int from = Math.max(words.lastIndexOf(';', declined.start()), words.lastIndexOf(". ", declined.start()));
        int end = words.indexOf(';', declined.start());
        List<Mention> theirs = sentence.hits().stream()
                .filter(Parties::isFirm)
                .filter(hit -> {
                    int at = sentence.view().at(hit.start());
                    return from < at && (end < 0 || at < end);
                })
                .toList();
        return !theirs.isEmpty() && theirs.stream().noneMatch(firm -> firm.ref().equals(subject.vendor()));
    }

    /** A technology without a vendor that the sentence names to say that there is none. */
    private static boolean isRuledOut(Sentence sentence, Subject subject) {
        Span anchor = subject.anchor();
        return subject.vendor() == null
                && sentence.contains(anchor.start())
                && RuledOut.in(
                        sentence.words(),
                        sentence.view().at(anchor.start()),
                        sentence.view().at(anchor.end() - 1) + 1);
    }

    /** Where it is likely that something is told, though of no stage by itself, the likeliest is told. */
    private static List<Judgement> lifted(List<Judgement> judged, Sentence sentence) {
        double all = judged.stream().mapToDouble(Judgement::confidence).sum();
        boolean told = all >= (sentence.row() ? ROW_TELLS : TELLS);
        if (!told || judged.get(0).confidence() >= Merging.THRESHOLD) {
            return judged;
        }
        List<Judgement> lifted = new ArrayList<>(judged);
        lifted.set(0, judged.get(0).times(LIFTED / judged.get(0).confidence()));
        return lifted;
    }

    private static int reachFrom(Sentence sentence, Subject subject) {
        return Math.max(0, sentence.view().at(subject.anchor().start()) - REACH);
    }

    private static Situation situation(
            SectionText section, Sentence sentence, Subject subject, List<Subject> subjects) {
        View view = sentence.view();
        Span anchor = subject.anchor();
        int at = view.at(anchor.start());
        String words = sentence.words();
        int from = reachFrom(sentence, subject);
        int to = Math.min(words.length(), at + REACH);
        List<Integer> others = subjects.stream()
                .filter(other -> other.vendor() != null && !other.sameAs(subject))
                .map(other -> view.at(other.anchor().start()))
                .filter(other -> from <= other && other < to)
                .map(other -> other - from)
                .toList();
        return new Situation(
                words.substring(from, to),
                at - from,
                Math.max(1, view.at(anchor.end() - 1) + 1 - at),
                others,
                sentence.isTitle() ? "" : section.heading(),
                section.section().setting(),
                Voice.of(sentence),
                subject.technology(),
                subject.vendor() != null);
    }

    /** The same for a sentence that goes on about what was named before it; its words may be those of a title. */
    private static Situation goingOn(SectionText section, Sentence next, String words, Subject subject) {
        return new Situation(
                clipped(words),
                0,
                0,
                List.of(),
                section.heading(),
                section.section().setting(),
                Voice.of(next),
                subject.technology(),
                subject.vendor() != null);
    }

    private static String clipped(String words) {
        return words.substring(0, Math.min(words.length(), REACH));
    }

    /** What the classifier says; what opponents allege that the town has or does is believed less. */
    private List<Judgement> judge(Situation situation) {
        if (Voice.asksWhether(situation.words())) {
            return List.of();
        }
        boolean alleged = situation.speaker() == Speaker.OPPOSITION;
        return classifier.judge(situation).stream()
                .filter(judgement -> !Voice.isOfTheState(situation.words(), judgement)
                        && !NoFact.isOfWhatHappens(situation.words(), judgement))
                .map(judgement ->
                        alleged && ALLEGED.contains(judgement.stage()) && judgement.modality() == Modality.ASSERTED
                                ? judgement.times(0.6)
                                : judgement)
                .toList();
    }

    /** Whether a vendor is only one of those who were met or who presented their wares. */
    private static boolean onlyNamed(String words, int anchor, Subject subject) {
        if (subject.vendor() == null) {
            return false;
        }
        Matcher among = NAMED_AMONG.matcher(words.substring(Math.max(0, anchor - 80), anchor));
        return among.find()
                ? among.group(1) == null || CONTACT.in(words)
                : SHOWS.matcher(words.substring(anchor)).find();
    }

    /** Whether a firm is one of several whose names somebody tells. */
    private static boolean isOneOfNames(Sentence sentence, Subject subject, List<Subject> subjects) {
        return subject.vendor() != null
                && subjects.stream().filter(other -> other.vendor() != null).count() >= SEVERAL
                && NAMES_TOLD.matcher(sentence.before(subject.anchor().start())).find();
    }

    /** What is planned in such a sentence is planned without a vendor. */
    private static List<Draft> asNamed(List<Draft> drafts, Subject subject, Sentence sentence) {
        List<Draft> named = new ArrayList<>();
        Subject nobody = subject.nobodys();
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

    private List<Draft> inFollowing(SectionText section, Sentence first, Subject subject, List<Draft> goingOn) {
        List<Draft> drafts = new ArrayList<>();
        for (Sentence next : goingOn(section, first, subject)) {
            double faith = GOES_ON * Math.pow(FARTHER, next.index() - first.index() - 1);
            drafts.addAll(goingOn(section, first, next, subject, faith, goingOn));
        }
        return drafts;
    }

    /** The sentences after {@code first} that may go on about {@code subject}; of plain cameras none is believed to. */
    private List<Sentence> goingOn(SectionText section, Sentence first, Subject subject) {
        List<Sentence> goingOn = new ArrayList<>();
        for (Sentence next : isPlain(subject) ? List.<Sentence>of() : section.following(first, FOLLOWING)) {
            boolean other = next.hits().stream().anyMatch(Parties::isName);
            if (next.row() || (other && subject.vendor() != null)) {
                break;
            }
            if (!other && !isOfAnotherKind(next, subject) && !Plans.isBudgetVote(next.words())) {
                goingOn.add(next);
            }
        }
        return goingOn;
    }

    /** "No such program runs on our cameras": what there is not, or is turned down, are not the cameras. */
    private static boolean isOfSoftware(Draft draft) {
        Judgement judgement = draft.judgement();
        boolean against = judgement.modality() == Modality.NEGATED || judgement.stage() == Stage.REJECTED;
        return against
                && PROGRAM.in(draft.sentence().words())
                && !Voice.listsNothing(draft.sentence().words());
    }

    private static boolean isWithoutSoftware(Subject subject) {
        return isPlain(subject)
                || subject.technology() == Technology.DRONE
                || subject.technology() == Technology.AUDIO_DETECTION;
    }

    private static boolean isPlain(Subject subject) {
        return subject.technology() == Technology.VIDEOPROTECTION && subject.vendor() == null;
    }

    /** "The function of face recognition is not active" says nothing of the software named before. */
    private boolean isOfAnotherKind(Sentence next, Subject subject) {
        return next.hits().stream()
                .flatMap(hit -> parties.technology(hit).stream())
                .anyMatch(technology -> technology != subject.technology());
    }

    /** "Does the town use it? No.", where the question may be the sentence behind the one that names it. */
    private static List<Draft> denied(SectionText section, Sentence named, Subject subject) {
        Sentence asked = section.following(named, 1).stream()
                .filter(next -> Voice.isQuestion(next) && next.hits().stream().noneMatch(Parties::isName))
                .findFirst()
                .orElse(named);
        boolean open = Voice.isQuestion(asked) || Voice.of(asked) == Speaker.OPPOSITION;
        return section.following(asked, open ? Answers.WITHIN : 0).stream()
                .filter(next -> next.index() == asked.index() + 1 || isLabel(section, next))
                .filter(Voice::isDenial)
                .map(answer -> draft(subject, Answers.judgement(Answers.stageOf(asked.words())), named, answer))
                .toList();
    }

    /** What was tried is over where the assembly decides not to go on with it. */
    private static List<Draft> notContinued(SectionText section, Sentence named, Subject subject) {
        return Answers.TRIED.matcher(named.words()).find()
                ? section.following(named, FOLLOWING).stream()
                        .filter(next ->
                                next.hits().stream().noneMatch(Parties::isName) && Afterwards.isNotContinued(next))
                        .limit(1)
                        .map(next -> draft(
                                subject,
                                new Judgement(Stage.ENDED, Modality.ASSERTED, 0.85, "not continued", 0),
                                named,
                                next))
                        .toList()
                : List.of();
    }

    /** What a councillor proposed or moved is turned down where the motion or amendment falls. */
    private List<Draft> fallen(SectionText section, Sentence named, Subject subject) {
        boolean moved = subject.vendor() != null
                && !isOfOthers(named, subject)
                && !Votes.isAgainst(named.words())
                && section.around(named, 0, DEBATE).stream().anyMatch(near -> Votes.moves(near.words()));
        return moved
                ? section.following(named, DEBATE).stream()
                        .takeWhile(next -> namesNobodyBeside(next, subject))
                        .filter(next -> Votes.falls(next.words()))
                        .limit(1)
                        .map(next -> draft(
                                subject,
                                new Judgement(Stage.REJECTED, Modality.ASSERTED, FALLEN, "the motion falls", 0),
                                named,
                                next))
                        .toList()
                : List.of();
    }

    /** Whether a judgement leaves no doubt that something runs, ran or is only supposed. */
    private static boolean isBegun(Judgement judgement) {
        Stage stage = judgement.stage();
        return judgement.confidence() >= 0.6
                && (judgement.modality() == Modality.HYPOTHETICAL
                        || stage == Stage.IN_USE
                        || stage == Stage.TRIAL
                        || stage == Stage.SUSPENDED
                        || stage == Stage.ENDED);
    }

    private boolean isOfAnotherProgram(Sentence next, Subject subject) {
        return next.hits().stream()
                .flatMap(hit -> parties.technology(hit).stream())
                .anyMatch(technology -> technology != subject.technology() && technology != Technology.VIDEOPROTECTION);
    }

    /** What was offered, asked for or voted is turned down or withdrawn by a sentence behind that does not name it. */
    private List<Draft> refused(SectionText section, Sentence named, Subject subject, List<Draft> found) {
        boolean runs = found.stream().map(Draft::judgement).anyMatch(ProseClaims::isBegun);
        boolean ofTheTown = !isWithoutSoftware(subject)
                && !isOfOthers(named, subject)
                && !attribution.isElsewhere(named, subject.anchor());
        if (!ofTheTown) {
            return List.of();
        }
        boolean unsure = found.stream().allMatch(draft -> draft.judgement().confidence() < SURE);
        Optional<Sentence> no = unsure && isTurnedDown(named, subject)
                ? Optional.of(named)
                : Refusals.of(
                        section,
                        named,
                        runs,
                        next -> namesNobodyBeside(next, subject)
                                && !isOfAnotherProgram(next, subject)
                                && !attribution.isElsewhere(next, subject.anchor()));
        return no.stream()
                .map(said -> draft(
                        subject, new Judgement(Stage.REJECTED, Modality.ASSERTED, REFUSED, TURNED, 0), named, said))
                .toList();
    }

    private static boolean isTurnedDown(Sentence named, Subject subject) {
        Span anchor = subject.anchor();
        return !Voice.isQuestion(named)
                && Voice.of(named) != Speaker.OPPOSITION
                && named.contains(anchor.start())
                && Refusals.inItself(named, named.view().at(anchor.end() - 1) + 1);
    }

    private boolean namesNobodyBeside(Sentence sentence, Subject subject) {
        return sentence.hits().stream()
                .filter(Parties::isName)
                .allMatch(hit -> parties.firmId(hit).equals(subject.vendor()));
    }

    /** "The neighbouring town of X has one": of what was named before. */
    private List<Draft> inAnotherTown(SectionText section, Sentence named, Subject subject) {
        return subject.vendor() == null || isPlain(subject)
                ? List.of()
                : section.following(named, FOLLOWING).stream()
                        .takeWhile(next -> next.hits().stream().noneMatch(Parties::isName))
                        .filter(next -> attribution.isElsewhere(next, subject.anchor()) && hasIt(next))
                        .limit(1)
                        .map(next -> draft(
                                subject,
                                new Judgement(Stage.IN_USE, Modality.ASSERTED, HAS_ONE, "another town has it", 0),
                                named,
                                next))
                        .toList();
    }

    private static boolean hasIt(Sentence sentence) {
        return !Voice.isQuestion(sentence)
                && sentence.finds().places().stream()
                        .anyMatch(place -> HAS_IT.matcher(sentence.words()
                                        .substring(Math.min(
                                                sentence.words().length(),
                                                sentence.view().at(place.span().start())
                                                        + place.span().length())))
                                .find());
    }

    /** Whether only the name of who answers stands before the sentence. */
    private static boolean isLabel(SectionText section, Sentence answer) {
        return section.preceding(answer, 1).stream()
                .allMatch(
                        label -> label.words().length() < LABEL && label.hits().isEmpty() && !Voice.isQuestion(label));
    }

    private List<Draft> goingOn(
            SectionText section, Sentence first, Sentence next, Subject subject, double faith, List<Draft> goingOn) {
        String words = next.words();
        List<Draft> drafts = new ArrayList<>();
        boolean others = Voice.of(first) == Speaker.OPPOSITION
                || OF_ANOTHER.matcher(words).find();
        boolean elsewhere = attribution.isElsewhere(first, subject.anchor());
        for (Judgement judgement : judge(goingOn(section, next, words, subject))) {
            goingOn.add(draft(subject, judgement.times(faith), first, next));
            // What is adopted after another town was told of is the item, not that town's tool.
            boolean vote = elsewhere
                    && judgement.stage() == Stage.APPROVED
                    && VOTE_ON_ITEM.matcher(words).find();
            if (judgement.confidence() > GOING_ON && !vote) {
                boolean ownMatter = (others && (judgement.stage() == Stage.REJECTED || isDeniedAtAll(next, judgement)))
                        || (elsewhere && isOwnPlan(judgement) && !SAME_ONE.in(words));
                Subject about = ownMatter ? subject.nobodys() : subject;
                drafts.add(draft(about, judgement.times(faith), first, next));
            }
        }
        return drafts;
    }

    /** "The town compares nobody's faces": said of the technology, not of the vendor that an opponent named. */
    private static boolean isDeniedAtAll(Sentence next, Judgement judgement) {
        return judgement.modality() == Modality.NEGATED
                && !(next.hits().isEmpty() && BareWords.in(next.words()).isEmpty());
    }

    /** What a town plans or denies after it told of another one's vendor, it plans or denies without that vendor. */
    private static boolean isOwnPlan(Judgement judgement) {
        return judgement.modality() == Modality.NEGATED
                || judgement.stage() == Stage.PROPOSED
                || judgement.stage() == Stage.REJECTED;
    }

    /** What a request for a subsidy names is what it is asked for. */
    private static List<Draft> asked(SectionText section, Sentence sentence, Subject subject) {
        boolean asks = !sentence.isTitle() && sentence.speaker() == Speaker.TOWN && Plans.isRequest(section);
        Judgement planned = new Judgement(Stage.PROPOSED, Modality.ASSERTED, ASKED, Plans.LINE, 0);
        return asks ? List.of(draft(subject, planned, sentence, sentence)) : List.of();
    }

    /** What the kind of section and its title say where the sentence itself says nothing. */
    private List<Draft> fromSetting(SectionText section, Sentence sentence, Subject subject) {
        if (sentence.speaker() != Speaker.TOWN || Voice.isQuestion(sentence) || isOfOthers(sentence, subject)) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        if (isListedPurchase(section, sentence)) {
            Judgement listed =
                    new Judgement(Stage.AWARDED, Modality.ASSERTED, 0.7, "list of contracts or decisions", 0);
            drafts.add(draft(subject, listed, sentence, sentence));
        }
        for (Judgement judgement : section.heading().isEmpty()
                ? List.<Judgement>of()
                : judge(goingOn(section, sentence, section.heading(), subject))) {
            drafts.add(draft(subject, judgement.times(TITLE), sentence, sentence));
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
        if (isTold(named, subject)) {
            because.add("no term of the lexicon, but the words of the sentence speak of analysis of images");
        }
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
