package vigie.indexer.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Stage;

/** Chooses the date of the fact that a sentence tells, among the dates in it. */
final class DateChoice {

    private static final Pattern NOT_THE_FACT = Pattern.compile(
            "(?:\\bloi|decret|ordonnance|arrete|article|code|circulaire|reglement|n°|rapport|deliberation|courrier|orage|elections?|jusqu'(?:au|en|a)|prendra fin|avant|reviendra|bilan[^.;]{0,30}|fera l'objet[^.;]{0,30}|d'ici|rentree|pour l'(?:annee|exercice)|programmes?|inscri\\w+|prevu\\w*|demonstration|s'acheve|expire|echeance|prend fin|\\bcommission(?: d'appel d'offres)?,?(?: reunie)?|\\bcao|\\bavis(?: (?:favorable|defavorable|reserve))?(?: de [^.;]{3,30}?)?|lettre|demande|offres?|mise en demeure[^.;]{0,15}|plis[^.;]{0,20}|vole\\w*|casse\\w*|detrui\\w+|arrache\\w*|incendi\\w+|vandalis\\w+|convocation|convoquee?s?|(?:livraison|travaux|intervention|raccordement)s?(?: prevue?s?| attendue?s?)?)(?: (?:du|de|le|la|en|au|modifiee?|n° ?\\S+))*\\s?$");
    private static final Pattern START = Pattern.compile(
            "(?:depuis|a (?:partir|compter) d\\w+|des|debut\\w*|commenc\\w+|demarr\\w+|lanc\\w+|en (?:place|service|route|fonction|exploitation|production)|branche\\w*|raccorde\\w*|inaugur\\w+|allum\\w+|install\\w+|deploy\\w+|acqui\\w+|ouvert\\w*|sign\\w+|conclu\\w*|activ\\w+|remplac\\w+)(?: (?:le|la|l'|en|du|depuis|mois de|debut|fin|l'annee|rentree|printemps|ete|automne|hiver|[a-z]+di|dimanche))*\\s?$");
    private static final Pattern END = Pattern.compile(
            "(?:expir\\w+|echeance|achev\\w+|termin\\w+|fin|resili\\w+|clos\\w*|cess\\w+|demont\\w+|arret\\w+|a (?:partir|compter) d\\w+|jusqu'(?:au|en|a)|retir\\w+|debranch\\w+|desinstall\\w+|suspen\\w+|desactiv\\w+|coup\\w+|decroch\\w+|depos\\w+|ferm\\w+|rendue?s?|restitu\\w+|clotur\\w+|effet|cess\\w+ d'etre [a-z]+)(?:,? (?:le|la|en|au|du|depuis|[a-z]+di|dimanche|debut|fin|a effet|avec effet|a la date|a compter|pour motif d'interet general|mois de))*\\s?$");
    private static final Pattern DEAL = Pattern.compile(
            "(?:sign\\w+|notifi\\w+|conclu\\w*|attribu\\w+|achet\\w+|acqui\\w+|command\\w+|retenu\\w*|decision|vot\\w+|approuv\\w+|autoris\\w+|passe\\w*|reconduit\\w*)(?: (?:le|la|en|du|par|deliberation|date|[a-z]+di|dimanche))*\\s?$");

    /** What a sentence near by tells of the day from which something runs. */
    private static final Pattern BEGAN = Pattern.compile(
            "\\b(?:depuis|demarr\\w+|lancee?s?|en (?:place|service|route|fonction|exploitation|production)|branchee?s?|raccordee?s?|inauguree?s?|allumee?s?|installee?s?|activee?s?|deployee?s?|posee?s?|pris (?:son|leur) service)(?: (?:depuis|le|la|en|debut|fin|mi|mois de|[a-z]+di|dimanche))* ?$");

    /** The same for the day of a contract or an order, and for that of an end, where its object may stand between. */
    private static final Pattern SIGNED = Pattern.compile(
            "\\b(?:signee?s?|notifiee?s?|conclue?s?|commandee?s?)(?: (?:depuis|le|en date du|[a-z]+di|dimanche))+ ?$");

    private static final Pattern STOPPED = Pattern.compile(
            "\\b(?:arrete|suspendu|coupe|debranche|desactive|eteint|retire|resilie|demonte|ferme|desinstalle|rendu|restitue|repris)e?r?s?(?: (?:ce|cet|cette|le|la|les|ledit|ladite|ces) ?[a-z]{3,20}(?: [a-z]{3,14})?)?(?: (?:depuis|le|debut|fin|en|[a-z]+di|dimanche))+ ?$");

    /** The same of contracts: "an end is put to the agreement on", "the lease runs out on". */
    private static final Pattern RAN_OUT = Pattern.compile(
            "\\b(?:mis(?:e|es)? (?:fin|un terme) (?:a|au|aux) ?[^.;:]{2,60}?|(?:a |ont )?(?:pris|prend|prennent|prendra|prenait) fin|(?:s'est |se sont |s'est donc )?(?:s')?(?:acheve|arrete|eteint|termine|interromp[ut])(?:nt|e|s|es)?|(?:arriv\\w+|vien\\w+|parven\\w+|venu\\w*) a (?:echeance|expiration|(?:son |leur )?terme)|expire\\w*|echue?s?|decroche\\w*|reparti\\w*|rapporte\\w*)(?: (?:depuis|le|au|la|a|compter|du|debut|fin|en|de|[a-z]+di|dimanche))+ ?$");

    /** So many sentences before and behind may tell the day. */
    private static final int NEAR_BEFORE = 3;

    private static final int NEAR_BEHIND = 2;

    /** Contracts that go on are told by the day from which. */
    private static final Pattern GOES_ON = Pattern.compile(
            "\\b(?:recondui|reconduc|renouvel|prolong)[a-z]*\\b[^.;]{0,50} (?:a compter|a partir) d[ue] $");

    private static final Pattern FROM_DAY = Pattern.compile("\\ba (?:compter|partir) d[ue] (?:[a-z]+di |dimanche )?$");

    /** How a town refuses, and how it or a court stops something: by letter, by order. */
    private static final Pattern BY_LETTER = Pattern.compile(
            "[a-z)] par (?:une |un |simple )?(?:lettre|courrier|courriel|mel|message|note(?: de service)?)(?: [a-z]+)? (?:du|en date du|le) $");

    private static final Pattern BY_ORDER = Pattern.compile(
            "\\bpar (?:une )?(?:ordonnance|decision|note(?: de service)?|arrete(?: municipal)?|ordre de service|jugement)(?: n ?[°º] ?[^ ]+)? (?:du|en date du) $");

    private static final Pattern SINCE =
            Pattern.compile("\\bdepuis(?: (?:le|la|l'|debut|fin|mois de|l'annee|l'an|[a-z]+))? ?$");

    /** The same within a sentence: with what it begins may be over since then. */
    private static final Pattern SINCE_WHEN = Pattern.compile("[a-z)\"] " + SINCE.pattern());

    private static final Pattern YEARS = Pattern.compile("^(?:[a-z-]+|\\d+) ans\\b");

    /** A season, or a number of years: too vague to be the day of a decision. */
    private static final Pattern VAGUE = Pattern.compile("^(?:printemps|ete|automne|(?:[a-z-]+|\\d+) ans)\\b");

    /** What is said to be over since a day. */
    private static final Pattern OVER = Pattern.compile(
            "\\b(?:l'est|arret|suspen|interromp|debranch|desactiv|ferm|coup|plus|cess|sommeil|etein|muet|clos|termin|achev)[a-z]*.{0,40}$");

    /** The end of what is told to have begun. */
    private static final Pattern OVER_ON = Pattern.compile(
            "\\b(?:s'(?:arret|achev)\\w+|(?:se |s'y )?termin\\w+|(?:prend|prendra|pris) fin)(?: (?:le|fin|en|au))* (?:[a-z]+di |dimanche )?$");

    /** The day of a council, on which nothing begins to run. */
    private static final Pattern OF_ASSEMBLY = Pattern.compile(
            "\\b(?:conseil (?:municipal|communautaire|metropolitain)|assemblee|seance) (?:du|de|en date du) (?:[a-z]+di |dimanche )?$");

    private static final String ACT =
            "(?:deliberation|decision|arrete)s?\\b[^.;,]{0,40} d[ue] (?:[a-z]+di |dimanche )?$";

    /** "By deliberation n° 12 of", "the deliberation of": the act itself, by its day. */
    private static final Pattern BY_ACT = Pattern.compile("\\bpar (?:une |la |sa |cette |l')?" + ACT);

    private static final Pattern OWN_ACT = Pattern.compile("(?:^|[^a-z])" + ACT);

    /** What an act did is told right behind its day; handing over powers is nothing that a claim tells. */
    private static final Pattern DID = Pattern.compile(
            "^,? ?(?:(?:qui )?(?:a|avait) (?:[a-z]+ )?)?(?:approuv|autoris|adopt|valid|attribu|decid|accept|rejet|refus|ret(?:enu|ien))[a-z]*\\b");

    private static final Pattern HANDS_OVER = Pattern.compile(
            "^[^.;]{0,90}\\b(?:deleg|confi|pouvoirs?\\b|attributions\\b|le maire (?:decide|signe|arrete))");

    /** Labels of the day of a contract, and of the day of a call for tenders. */
    private static final Pattern CONCLUDED = Pattern.compile(
            "(?:^|[;.–(] ?|\\b(?:marches?|contrats?|date)\\b[^.;]{0,30} )(?:date (?:de (?:la )?|d'))?(?:notification|notifies?|conclusion|conclus?|signature|signes?|attribution|decision)(?: (?:d\\w+ |de l')[^.;:]{2,30}?)? ?(?:le|:|–|-|\\.{3,})+ $");

    /** The earlier contract itself, by its day, where it is amended, renewed or ended. */
    private static final Pattern EARLIER_CONTRACT = Pattern.compile(
            "\\b(?:contrat|marche|abonnement|convention|accord-cadre|licence)s?\\b(?![^.;]{0,60}\\b(?:est|ete|a|fut|sera) )[^.;]{0,60}(?:conclu|passe|notifie|attribue|signe|souscrit)e?s? (?:le|en|du|depuis) $");

    private static final Pattern CHANGES = Pattern.compile(
            "\\b(?:avenants?|renouvel\\w+|reconduct\\w+|reconduire|prolong\\w+|prorog\\w+|modification|resili\\w+)\\b");

    private static final Pattern CALLED = Pattern.compile(
            "\\b(?:publie|parue?|parution|publication|publicite|mise? en ligne|envoi|envoyee?|transmise?|expediee?)(?: (?:a la publication|au \\w+|du present avis))? ?(?:le|du|:|–|-|\\.{3,})* $");

    /** What is said of several contracts at once, before their day. */
    private static final Pattern OF_ALL = Pattern.compile(
            "\\b(?:marches|contrats|lots)\\b[^.;]{0,30} (?:signe|conclu|notifie|attribue)s le $|\\battributions? (?:prononce|decide)e?s?\\b[^.;]{0,50} (?:du|le) $|\\b(?:attribution|signature|notification|conclusion) des (?:[a-z]+ )?(?:lots|marches|contrats)\\b[^;:]{0,30}(?::|–|-|\\.{3,}) $");

    private static final int SHORT_PAPER = 2_500;

    /** The number of an entry, before its day. */
    private static final Pattern ENTRY_CODE = Pattern.compile(
            "[^a-z]{0,3}(?:decision )?(?:n ?[°º] ?)?(?:[a-z]{1,4}[-_ ]?)?[\\d/._-]{0,14}[ (:,/–|-]*(?:(?:le|du|en date du) )?");

    /** What began what is now over, or allowed it. */
    private static final Pattern BEGUN = Pattern.compile(
            "\\b(?:(?:achet|acqui|lou|souscri|livr|install|conclu|sign|attribu|pos|deploy|recu|mis en (?:place|service))(?:e?[es]?|i[st]?e?s?)(?: (?:a|par|chez|aupres|avec) [^,;.]{1,30})? (?:en|le|depuis|des)|arrete (?:municipal |prefectoral )?du) $");

    /** Acts from which a decision only follows. */
    private static final Pattern BEFORE_DECISION =
            Pattern.compile("\\b(?:lance|publie|engage|ouvert|paru|depose|remis|recu)e?s? le (?:[a-z]+di )?$");

    /** Verbs of stopping in the present, which do what they tell. */
    private static final Pattern STOPS = Pattern.compile(
            "\\b(?:suspend|interrompt|resilie|abroge|retire|arrete (?:l'|le |la |les |a compter)|met(?:tent)? (?:fin|un terme)|cesse donc|(?:est|sont|demeure|reste) (?:suspendu|interrompu|resilie|abroge|retire|arrete)(?:e|s|es)?)\\b");

    /** What is amended, renewed or ended now was not so that many days before the session. */
    private static final int CHANGED_WITHIN = 270;

    /** A notice or an item has no more sentences. */
    private static final int SHORT = 20;

    /** So many sentences before tell how long something lasted. */
    private static final int BEFORE_END = 3;

    private static final Pattern PERIOD =
            Pattern.compile("(?:\\bdu |a (?:partir|compter) du |depuis(?: le)? |depuis la mi-)$");

    private static final String WEEKDAY = "(?:[a-z]+di |dimanche )?";

    /** The first day of a period, and what comes before its last. */
    private static final String FIRST = "\\d{1,2}(?:er)?(?: [a-z]+(?: \\d{4})?)? ";

    private static final String PART_OF_MONTH = "(?:la )?(?:(?:debut|fin) |mi-)?";

    /** The same for months: "from March to mid-June". */
    private static final String MONTH_TO =
            Months.NAME + "(?: \\d{4})? (?:a|et|jusqu'(?:a|en)) " + PART_OF_MONTH + "(?:de |d')?";

    private static final Pattern RANGE =
            Pattern.compile(FIRST + "(?:au|et le) " + WEEKDAY + "\\d|" + MONTH_TO + Months.NAME);
    private static final Pattern UNTIL = Pattern.compile(FIRST + "au " + WEEKDAY + "$|\\bentre le " + WEEKDAY + FIRST
            + "et le " + WEEKDAY + "$|\\b(?:de |d'|entre )" + PART_OF_MONTH + MONTH_TO + "$");
    private static final Pattern FROM =
            Pattern.compile("\\b(?:(?:du|entre le) " + WEEKDAY + "|(?:de |d'|entre )" + PART_OF_MONTH + ")$");

    private DateChoice() {}

    /** The date that a section gives for what a draft tells; what is decided was not decided after the {@code session}. */
    static Optional<PartialDate> of(SectionText section, Draft draft, @Nullable PartialDate session) {
        if (!isDated(draft.judgement())) {
            return Optional.empty();
        }
        Stage stage = draft.judgement().stage();
        boolean changed = isDecided(stage)
                && section.around(draft.sentence(), 3, 3).stream()
                        .anyMatch(near -> CHANGES.matcher(near.words()).find());
        boolean itself = changed && CHANGES.matcher(draft.sentence().words()).find();
        Optional<PartialDate> told = ends(stage)
                ? ofEnd(section, draft, session)
                : stage == Stage.AWARDED && !tells(draft, DEAL)
                        ? labelled(section, stage, changed ? session : null)
                        : Optional.empty();
        return told.or(() -> in(
                        draft.sentence(),
                        draft.judgement().at(),
                        stage,
                        session,
                        changed && (itself || !tellsDeal(draft, stage))))
                .or(() -> draft.support().stream()
                        .flatMap(other -> in(other, 0, stage, session, changed).stream())
                        .findFirst())
                .or(() -> changed ? Optional.empty() : labelled(section, stage, null))
                .or(() -> lasts(stage) ? period(section, draft.sentence()) : Optional.empty())
                .or(() -> ends(stage) ? lastDay(section, draft.sentence(), session) : Optional.empty())
                .or(() -> changed ? Optional.empty() : nearby(section, draft, session));
    }

    /** The day that words of an end speak for, where what the draft was judged by tells none: "The agreement of 3 May is ended … on 1 June". */
    private static Optional<PartialDate> ofEnd(SectionText section, Draft draft, @Nullable PartialDate session) {
        List<When> own = Stream.concat(Stream.of(draft.sentence()), draft.support().stream())
                .flatMap(sentence -> sentence.finds().dates().stream())
                .toList();
        return own.isEmpty() || tells(draft, END) || tells(draft, OVER)
                ? Optional.empty()
                : nearby(section, draft, session);
    }

    /** Whether such words stand before a day in a draft's sentences. */
    private static boolean tells(Draft draft, Pattern words) {
        return Stream.concat(Stream.of(draft.sentence()), draft.support().stream())
                .anyMatch(sentence -> sentence.finds().dates().stream()
                        .anyMatch(when ->
                                words.matcher(left(sentence.view(), when)).find()));
    }

    /** The day that a sentence near by, which names no other firm, gives for what a draft tells: "It was started on 16 September." */
    private static Optional<PartialDate> nearby(SectionText section, Draft draft, @Nullable PartialDate session) {
        Stage stage = draft.judgement().stage();
        Sentence own = draft.sentence();
        if (own.row() || own.inCells() || !(lasts(stage) || ends(stage) || stage == Stage.AWARDED)) {
            return Optional.empty();
        }
        List<Pattern> told = ends(stage) ? List.of(STOPPED, RAN_OUT) : List.of(lasts(stage) ? BEGAN : SIGNED);
        return section.around(own, NEAR_BEFORE, NEAR_BEHIND).stream()
                .filter(near -> near.index() != own.index())
                .sorted(Comparator.comparingInt(near -> Math.abs(near.index() - own.index())))
                .filter(near -> !near.row() && !near.isTitle() && !Money.namesOthers(near, draft.subject()))
                .flatMap(near -> near.finds().dates().stream()
                        .filter(when -> when.date().month() != null)
                        .filter(when -> told.stream()
                                .anyMatch(words ->
                                        words.matcher(left(near.view(), when)).find()))
                        .filter(when -> !(lasts(stage) && isOver(near.view(), when))))
                .map(When::date)
                .filter(date -> ends(stage) || !isAfter(date, session))
                .findFirst();
    }

    /** Whether the words before a day tell of an end: "it has been switched off since". */
    private static boolean isOver(View view, When when) {
        return OVER.matcher(left(view, when)).find();
    }

    /** Whether a sentence tells by itself when a contract was made that is not amended in it. */
    private static boolean tellsDeal(Draft draft, Stage stage) {
        View view = draft.sentence().view();
        return stage == Stage.AWARDED
                && draft.sentence().finds().dates().stream()
                        .filter(when -> when.date().day() != null)
                        .anyMatch(when -> DEAL.matcher(left(view, when)).find());
    }

    /**
     * The day that a short section labels as that of the contract or the call: "notified on", "published on"; not long before the
     * {@code session} in which a contract is changed, if one is given.
     */
    private static Optional<PartialDate> labelled(SectionText section, Stage stage, @Nullable PartialDate session) {
        boolean call = stage == Stage.TENDERED;
        if (!(call || stage == Stage.AWARDED || stage == Stage.REJECTED)
                || section.sentences().size() > SHORT) {
            return Optional.empty();
        }
        Pattern label = call ? CALLED : CONCLUDED;
        return section.sentences().stream()
                .flatMap(sentence -> sentence.finds().dates().stream()
                        .filter(when ->
                                label.matcher(left(sentence.view(), when)).find())
                        .filter(when -> session == null || !isOfEarlierContract(sentence.view(), when, session)))
                .map(When::date)
                .findFirst();
    }

    private static String left(View view, When when) {
        int start = view.at(when.span().start());
        return view.text().substring(Math.max(0, start - 60), start);
    }

    /** The day that a short paper gives for all the contracts in it: "Contracts 1 and 3 signed on 5 October". */
    static Optional<PartialDate> ofAll(String text, Calendar calendar, boolean call) {
        if (text.length() > SHORT_PAPER) {
            return Optional.empty();
        }
        View view = View.of(text, 0, text.length());
        return Figures.dates(text, new Span(0, text.length()), calendar).stream()
                .filter(when -> call
                        ? CALLED.matcher(left(view, when)).find()
                        : OF_ALL.matcher(left(view, when)).find())
                .map(When::date)
                .findFirst();
    }

    /** The day with which an entry of a list begins: "N° 2021-213 (11 October)." */
    static Optional<PartialDate> ofEntry(SectionText section, Sentence entry) {
        Sentence first = section.preceding(entry, SHORT).stream()
                .filter(before -> before.block() == entry.block())
                .findFirst()
                .orElse(entry);
        return first.finds().dates().stream()
                .filter(when -> when.date().day() != null)
                .filter(when -> ENTRY_CODE
                        .matcher(first.words()
                                .substring(0, first.view().at(when.span().start())))
                        .matches())
                .map(When::date)
                .findFirst();
    }

    /** Whether a sentence is the very act that stops something: "the council puts an end to", "is suspended at once". */
    static boolean stopsNow(Sentence sentence) {
        return STOPS.matcher(sentence.words()).find();
    }

    /** Denials and suppositions have no date. */
    static boolean isDated(Judgement judgement) {
        return judgement.modality() == Modality.ASSERTED;
    }

    private static Optional<PartialDate> in(
            Sentence sentence, int cue, Stage stage, @Nullable PartialDate session, boolean changed) {
        View view = sentence.view();
        return sentence.finds().dates().stream()
                .filter(when -> !(changed && isOfEarlierContract(view, when, session)))
                .filter(when -> !(isDecided(stage)
                        && stage != Stage.TENDERED
                        && BEFORE_DECISION.matcher(left(view, when)).find()))
                .filter(when -> !(isDecided(stage)
                        && sentence.words().startsWith("vu ")
                        && !isOfTheAct(view, when, left(view, when))))
                .filter(when -> !(ends(stage) && isBegin(view, when)))
                .filter(when -> !(stage == Stage.TRIAL
                        && OVER_ON.matcher(left(view, when)).find()))
                .filter(when -> !(isDecided(stage) || stage == Stage.PROPOSED) || !isVague(view, when))
                .filter(when ->
                        !(isDecided(stage) && FROM_DAY.matcher(left(view, when)).find())
                                || GOES_ON.matcher(left(view, when)).find())
                .filter(when -> !(stage == Stage.IN_USE
                        && OF_ASSEMBLY.matcher(left(view, when)).find()))
                .filter(when -> !((isDecided(stage) || stage == Stage.IN_USE) && isAfter(when.date(), session)))
                .filter(when -> score(view, when, cue, stage) > 0)
                .max(Comparator.comparingDouble(when -> score(view, when, cue, stage)))
                .map(When::date);
    }

    private static boolean isBegin(View view, When when) {
        int start = view.at(when.span().start());
        String left = view.text().substring(0, start);
        return BEGUN.matcher(left).find()
                || YEARS.matcher(view.text())
                        .region(start, view.text().length())
                        .lookingAt()
                || (SINCE_WHEN.matcher(left).find() && !OVER.matcher(left).find());
    }

    private static boolean isVague(View view, When when) {
        int start = view.at(when.span().start());
        String left = left(view, when);
        return SINCE.matcher(left).find()
                || VAGUE.matcher(view.text())
                        .region(start, view.text().length())
                        .lookingAt();
    }

    /** The first day of a period that the sentence before names, for something that goes on in it. */
    private static Optional<PartialDate> period(SectionText section, Sentence sentence) {
        return section.preceding(sentence, 1).stream()
                .flatMap(before -> before.finds().dates().stream().filter(when -> begins(before, when)))
                .map(When::date)
                .findFirst();
    }

    /** The last day of a period that one of the sentences before names, for what is told to be over. */
    private static Optional<PartialDate> lastDay(
            SectionText section, Sentence sentence, @Nullable PartialDate session) {
        return section.preceding(sentence, BEFORE_END).stream()
                .filter(before -> !before.row())
                .flatMap(before -> before.finds().dates().stream()
                        .filter(when -> UNTIL.matcher(left(before.view(), when)).find()))
                .map(When::date)
                .filter(date -> !isAfter(date, session))
                .reduce((first, last) -> last);
    }

    private static boolean begins(Sentence sentence, When when) {
        String left =
                sentence.words().substring(0, sentence.view().at(when.span().start()));
        return PERIOD.matcher(left).find()
                && !NOT_THE_FACT.matcher(left).find()
                && !OF_ASSEMBLY.matcher(left).find();
    }

    private static double score(View view, When when, int cue, Stage stage) {
        String words = view.text();
        int start = view.at(when.span().start());
        String left = words.substring(Math.max(0, start - 60), start);
        boolean range = isRange(words, start);
        boolean until = UNTIL.matcher(left).find();
        boolean fits = fitting(stage).matcher(left).find()
                || (lasts(stage) && range)
                || (ends(stage) && until)
                || (isDecided(stage) && isOfTheAct(view, when, left))
                || (stage == Stage.AWARDED && GOES_ON.matcher(left).find())
                || (stage == Stage.REJECTED && BY_LETTER.matcher(left).find())
                || (ends(stage)
                        && (BY_LETTER.matcher(left).find()
                                || BY_ORDER.matcher(left).find()));
        if ((range && !lasts(stage)) || (until && !ends(stage))) {
            return 0;
        }
        if (!fits && NOT_THE_FACT.matcher(left).find()) {
            return 0;
        }
        double base = fits ? 2 : stage == Stage.PROPOSED || stage == Stage.APPROVED ? 0.3 : 0.8;
        return base - Math.min(400, Math.abs(start - cue)) / 600.0;
    }

    /** "By deliberation of 3 May 2019 the council approved": the day of the act is that of what it decided. */
    private static boolean isOfTheAct(View view, When when, String left) {
        String right = view.text().substring(view.at(when.span().end() - 1) + 1);
        return (BY_ACT.matcher(left).find() && !HANDS_OVER.matcher(right).find())
                || (OWN_ACT.matcher(left).find() && DID.matcher(right).find());
    }

    private static boolean isOfEarlierContract(View view, When when, @Nullable PartialDate session) {
        boolean longBefore =
                session != null && when.date().latest().plusDays(CHANGED_WITHIN).isBefore(session.earliest());
        return longBefore || EARLIER_CONTRACT.matcher(left(view, when)).find();
    }

    private static boolean isDecided(Stage stage) {
        return stage == Stage.APPROVED || stage == Stage.AWARDED || stage == Stage.REJECTED || stage == Stage.TENDERED;
    }

    private static boolean isAfter(PartialDate date, @Nullable PartialDate session) {
        return session != null && date.earliest().isAfter(session.latest());
    }

    private static boolean ends(Stage stage) {
        return stage == Stage.ENDED || stage == Stage.SUSPENDED;
    }

    private static Pattern fitting(Stage stage) {
        if (ends(stage)) {
            return END;
        }
        return lasts(stage) ? START : DEAL;
    }

    /** Whether a period can be that of the fact itself, and not what was decided about. */
    private static boolean lasts(Stage stage) {
        return stage == Stage.TRIAL || stage == Stage.IN_USE;
    }

    /** "du 14 au 25 mai": the first day of a period. */
    private static boolean isRange(String words, int start) {
        return FROM.matcher(words.substring(Math.max(0, start - 20), start)).find()
                && RANGE.matcher(words).region(start, words.length()).lookingAt();
    }
}
