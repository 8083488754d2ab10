package vigie.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vigie.model.Modality;
import vigie.model.Stage;

/** What certain words make of a judgement, whatever else speaks for it: put off is only planned, no longer used is over. */
final class Afterwards {

    private static final int OPERATIVE = 10;
    private static final int BACK = 3;

    private static final Set<Stage> DECIDED = Set.of(Stage.APPROVED, Stage.AWARDED);
    private static final Set<Stage> RUNNING = Set.of(Stage.IN_USE, Stage.TRIAL);

    private static final Sought PUT_OFF = Sought.of(
            "\\b(?:est|sont|sera|seront|a ete|ont ete|reste|restent) (?:reporte|renvoye|ajourne|reexamine|differe|mise? en attente|retiree? de l'ordre)\\w*|(?:le|la|les) (?:retire|ajourne|reporte|renvoie)(?:nt)? (?:de l'ordre|a une|au|en commission)"
                    + "|\\breviendra\\b|\\bpropos\\w* (?:donc )?de surseoir\\b|\\bsursis a (?:statuer|la decision|l'examen)\\b|\\b(?:rapport|dossier|point|projet|deliberation|texte)s? (?:est |sont )?(?:retire|ajourne|reporte|renvoye)\\w*|\\bretiree? de l'ordre du jour|\\brenvoyee?s? (?:a une|en commission)|\\breportee?s? (?:a une|au|a la)\\b");
    private static final double UNSURE = 0.7;
    private static final double RAN_SURE = 0.6;

    private static final Sought POINT_PUT_OFF = Sought.of(
            "\\b(?:point|dossier|rapport|deliberation|texte|affaire|question|projet)s?(?: \\S{1,12}){0,3} (?:est|sont|a ete|etant|reste) (?:donc |ainsi |finalement )?(?:reporte|renvoye|ajourne|retire|differe)\\w*"
                    + "|\\b(?:report|renvoi|renvoy|ajourn|retir|differ)\\w{1,4} (?:donc |ainsi |finalement )?(?:le|ce|la|cette|l'|les|ces) ?(?:point|dossier|rapport|deliberation|texte|affaire|question|projet|examen|vote)");
    private static final List<String> PUTTING_OFF = List.of("report", "renvo", "ajourn", "retir", "differ");

    private static final Sought NO_LONGER = Sought.of(
            "\\b(?:n'est|ne sont|n'etait|ne fonctionne|n'utilise|n'utilisons|n'emploie|n'exploite|ne recourt|ne recourons|ne se sert|ne nous servons|ne sert|n'a|n'avons|ne marche|ne tourne|ne dispose) plus\\b(?! (?:qu|d'un an|de \\d|en plus|a demontrer|contest))"
                    + "|\\bne s'en sert plus\\b|\\bn'en (?:a|ont|avons) plus (?:l'usage|l'utilite|l'emploi|besoin)\\b");
    private static final Set<Stage> ENDING = Set.of(Stage.ENDED, Stage.SUSPENDED, Stage.MENTIONED, Stage.TENDERED);

    private static final Sought NOT_TAKEN = Sought.of(
            "\\b(?:de|a) ne (?:pas|point) (?:l'|la |le |les |y )?(?:affermir|lever|retenir|acquerir|acheter|commander|souscrire|signer|installer|deployer|recourir|equiper)\\b");
    private static final Sought TRIED = Sought.of(
            "\\b(?:essa[iy]|test|experiment|pilote|prototyp|preuve de concept|poc\\b|epreuve|banc d|pret|demonstrat|provisoire|temporaire|phase|evaluation|gracieu|gratuit|a disposition|sans frais|sans contrepartie|offert|quinzaine|semaines)");
    private static final int BESIDE = 2;

    private static final Sought ON_TRIAL = Sought.of(
            "\\b(?:essai|experimentation|test)s? (?:est |sont )?(?:en cours|facture|gratuit|se poursui|dure|durera|court|prendra fin|s'achevera)|^(?:\"|– )?(?:l'essai|l'experimentation|ce test|cet essai|cette experimentation) (?!a )|\\bmise a disposition[^.;]{0,30}(?:gratuit|gracieu)");
    private static final List<String> TRYING = List.of("essai", "experimentation", "test", "disposition");

    private static final String BETWEEN =
            "(?:(?:du|entre le) \\d[^.;:()]{2,30}? (?:au|et le) \\d|(?:pendant|durant) (?:[a-z]+ )?(?:[a-z]+|\\d+) (?:jours|semaines|mois)\\b)";

    private static final String LET_RUN =
            "(?:a|ont|avons|avait|avaient) (?:[a-z]+ )?(?:fait|laisse) (?:tourner|marcher|fonctionner|travailler)\\b";

    /** "From 2 October to 30 November the town had it run": what was used between two days is over, and was a trial. */
    private static final Sought RAN =
            Sought.of("\\b" + BETWEEN + "[^.;:]{0,80}\\b" + LET_RUN + "|\\b" + LET_RUN + "[^.;:]{0,80}\\b" + BETWEEN);

    private static final Sought SINCE = Sought.of("\\b(?:depuis|desormais|chaque|tous les)\\b");
    private static final Sought NOT_PROLONGED = Sought.of(
            "\\b(?:n'a|n'ont|n'avons|n'aura|n'est|ne sera|ne sont|n'a ete) pas (?:ete )?(?:\\w+ )?(?:prolong|recondui|renouvel|poursuivi|perennis)\\w*");
    private static final Sought NOT_CONTINUED = Sought.of(
            "\\b(?:de |a )ne pas (?:y |l'|la |le )?(?:donner suite|poursuivre|prolonger|reconduire|perenniser|renouveler|generaliser|continuer|aller plus loin)\\b|\\b(?:met|mettre|mis) (?:fin|un terme) a (?:l'|cette |cet |ce |la )?(?:experimentation|essai|test)\\b|\\bn'est pas (?:prolonge|reconduit|poursuivi)\\w*");

    /** What broke is over where nobody mends it. */
    private static final Sought NOT_REPLACED = Sought.of(
            "\\b(?:ne pas|n'a pas ete|ne sera pas|ne seront pas|n'ont pas ete|n'est pas|ne sera ni|sans (?:qu'il )?(?:soit|etre)) (?:[a-z]+ )?(?:le |la |les |l')?(?:faire )?(?:remplac|repar|remettre en (?:etat|marche|service)|remis\\w* en (?:etat|marche|service)|rallum|depann)\\w*");

    private static final Sought BROKEN = Sought.of(
            "\\b(?:panne|hors (?:service|d'usage|d'etat)|rendu l'ame|defaillan\\w+|foudroye\\w*|grille\\w*|fin de vie|obsolete\\w*|vetuste|rompu\\w*|casse\\w*|ne (?:marche|fonctionne|repond)(?:nt)? plus)\\b");

    private static final double GIVEN_UP = 0.7;

    /** An act that was made is withdrawn. */
    private static final Sought WITHDRAWN = Sought.of(
            "\\b(?:retire|rapporte|abroge|annule)(?:nt)? (?:la|sa|cette) (?:deliberation|decision) (?:n[° ]|du \\d|\\d)|\\bretrait de la (?:deliberation|decision) (?:n[° ]|du \\d)");

    private static final Sought COMES_BACK = Sought.of(
            "\\b(?:reapparaitr|reviendr|represent|reinscri)\\w*|\\breportee?s? (?:a|sur) (?:20\\d\\d|l'(?:an|exercice|annee) prochain)|\\bremise?s? a (?:20\\d\\d|l'an prochain|plus tard)");

    private static final Sought CANCELS = Sought.of(
            "\\b(?:resili\\w+|(?:contrat|marche|convention|abonnement|location)\\b[^.;,]{0,40} prend(?:ra)? fin|met(?:tre)? fin|mis fin|mettant fin|denonc\\w+ (?:le|la|ledit|du) (?:contrat|marche|convention))\\b");
    private static final Sought OTHERS_CANCEL =
            Sought.of("\\b(?:penalite|faculte|peut|pourra|pourrait|possibilite)\\b");

    /** What will be tried or put into service is not yet. */
    private static final Sought WILL_RUN = Sought.of(
            "\\b(?:test|experiment|essa[iy])er(?:a|ont|ons)\\b"
                    + "|\\b(?:sera|seront) (?:\\w+ )?(?:test|experiment|essay|mis(?:e|es)? (?:en (?:service|place|test)|a l'essai)|install|deploy|equip|dote|raccord|relie|branch|connect|activ|observ|surveill|suivi|analys|scrut|film|compt|mesur)\\w*"
                    + "|\\bseront confie\\w*|\\b(?:raccord|reli|install|equip|surveill|analys|signal|compt|detect|reper|utilis|ajout|assur|livr|deploi|branch)er(?:a|ont|ait|aient)\\b|\\b(?:previendr|disposer|recevr|fournir|mettr|servir)(?:a|ont)\\b");

    /** What is hired for a while need not be tried. */
    private static final Sought BOUGHT = Sought.of(
            "(?<![a-z] )(?<![a-z]')\\b(?:locations?|achats?|acquisitions?|fournitures?|souscriptions?|abonnements?|commandes?|contrats?|marches?)\\b[^.;]{0,20}[,: ]|\\b(?:prise? en location|loyers?|lou(?:e|ent|ons|er))\\b");

    private static final Sought SUPPLIED = Sought.of(
            "(?<![a-z],? )\\b(?:le|la|l')? ?(?:logiciel|solution|outil|programme|moteur|produit|systeme|application|technologie|materiel)s? (?:mise?s? en (?:oeuvre|place)|propose|fourni|deploye|retenu|utilise|embarque|integre|livre|offert)\\w* (?:est|sont|sera|seront)\\b");
    private static final Sought LET = Sought.of(
            "\\b(?:marche|contrat|accord-cadre|lot|commande)s?\\b[^;]{0,250}\\b(?:conclu|attribu|notifi|confi|pass|sign|adjug|remport)(?:ee?s?|es?|is?|ue?s?)?\\b");

    private static final Sought WILL_HAVE = Sought.of("\\bcameras\\b[^.;]{0,60} seront (?:confie|attribue)es?\\b");
    private static final Sought ALREADY =
            Sought.of("\\b(?:depuis|deja|desormais|actuellement|aujourd'hui|en place|en service|existant\\w*)\\b");

    private Afterwards() {}

    /** The draft, as what is announced only where its sentence tells what will be tried or put into service. */
    static Draft announced(Draft draft) {
        Judgement judgement = draft.judgement();
        boolean runs = judgement.modality() == Modality.ASSERTED
                && (RUNNING.contains(judgement.stage())
                        || (judgement.stage() == Stage.AWARDED
                                && WILL_HAVE.in(draft.sentence().words())));
        return runs
                        && WILL_RUN.in(draft.sentence().words())
                        && !ALREADY.in(draft.sentence().words())
                ? draft.judged(judgement.as(Stage.PROPOSED, Modality.ASSERTED), "it is announced")
                : draft;
    }

    /** The draft as the words of its own sentences and of the decision leave it. */
    static Draft applied(SectionText section, Sentence named, Draft draft) {
        Judgement judgement = draft.judgement();
        if (judgement.modality() != Modality.ASSERTED) {
            return draft;
        }
        String words = draft.sentence().words();
        Optional<Sentence> withdrawing =
                DECIDED.contains(judgement.stage()) ? withdrawing(section, named) : Optional.empty();
        if (withdrawing.isPresent()) {
            Judgement rejected =
                    new Judgement(Stage.REJECTED, Modality.ASSERTED, judgement.confidence(), judgement.cue(), 0);
            return Draft.of(draft.subject(), rejected, withdrawing.get(), draft.quote(), draft.because())
                    .judged(rejected, "the act is withdrawn");
        }
        if (isDropped(judgement)
                && COMES_BACK.in(words)
                && !draft.sentence().finds().sums().isEmpty()) {
            return draft.judged(judgement.as(Stage.PROPOSED, Modality.ASSERTED), "it comes back");
        }
        if (DECIDED.contains(judgement.stage()) && (PUT_OFF.in(words) || PUT_OFF.in(named.words()))) {
            return draft.judged(judgement.as(Stage.PROPOSED, Modality.ASSERTED), "it is put off");
        }
        if (isOpen(judgement) && isPutOffAfter(section, named, draft.sentence())) {
            return draft.judged(judgement.as(Stage.PROPOSED, Modality.ASSERTED), "it is put off");
        }
        if (judgement.stage() == Stage.REJECTED && isPutOffBefore(section, named, draft.sentence())) {
            return draft.judged(judgement.as(Stage.PROPOSED, Modality.ASSERTED), "it is put off");
        }
        if (judgement.stage() == Stage.REJECTED && isExcluded(draft)) {
            return draft.judged(judgement.as(Stage.IN_USE, Modality.NEGATED), "it is excluded");
        }
        if (NOT_REPLACED.in(words) && (BROKEN.in(words) || BROKEN.in(named.words()))) {
            Judgement over = judgement.as(Stage.ENDED, Modality.ASSERTED).atLeast(GIVEN_UP);
            return draft.judged(over, "it broke and is not replaced");
        }
        if (mayHaveRun(judgement) && RAN.in(words)) {
            Judgement trial = judgement.as(Stage.TRIAL, Modality.ASSERTED).atLeast(RAN_SURE);
            return draft.judged(trial, "it ran for a while");
        }
        if (judgement.stage() == Stage.IN_USE && isOnTrial(section, draft.sentence())) {
            return draft.judged(judgement.as(Stage.TRIAL, Modality.ASSERTED), "the sentences beside call it a trial");
        }
        if (RUNNING.contains(judgement.stage()) && NO_LONGER.in(own(draft)) && named.equals(draft.sentence())) {
            return draft.judged(judgement.as(Stage.ENDED, Modality.ASSERTED), "it is no longer so");
        }
        if (judgement.stage() != Stage.REJECTED && !ENDING.contains(judgement.stage()) && NOT_TAKEN.in(words)) {
            return draft.judged(judgement.as(Stage.REJECTED, Modality.ASSERTED), "it is decided not to");
        }
        if (judgement.stage() == Stage.TRIAL
                && SINCE.in(words)
                && section.sentences().stream().noneMatch(one -> TRIED.in(one.words()))) {
            return draft.judged(judgement.as(Stage.IN_USE, Modality.ASSERTED), "nothing speaks of a trial");
        }
        if (judgement.stage() == Stage.TRIAL
                && judgement.confidence() < UNSURE
                && BOUGHT.in(words)
                && section.sentences().stream().noneMatch(one -> TRIED.in(one.words()))) {
            return draft.judged(judgement.as(Stage.AWARDED, Modality.ASSERTED), "nothing speaks of a trial");
        }
        if (judgement.stage() == Stage.IN_USE && isOfContractBefore(section, draft.sentence())) {
            return draft.judged(judgement.as(Stage.AWARDED, Modality.ASSERTED), "it is what the contract is for");
        }
        if (judgement.stage() == Stage.TRIAL && NOT_PROLONGED.in(words)) {
            return draft.judged(judgement.as(Stage.ENDED, Modality.ASSERTED), "it was not prolonged");
        }
        boolean recital = words.startsWith("vu ") || words.startsWith("considerant ");
        if ((judgement.stage() == Stage.AWARDED || judgement.stage() == Stage.IN_USE)
                && recital
                && isCancelled(section, draft.sentence())) {
            return draft.judged(judgement.as(Stage.ENDED, Modality.ASSERTED), "the decision ends the contract");
        }
        return draft;
    }

    private static boolean mayHaveRun(Judgement judgement) {
        return RUNNING.contains(judgement.stage())
                || (judgement.stage() == Stage.AWARDED && judgement.confidence() < UNSURE);
    }

    private static boolean isDropped(Judgement judgement) {
        return judgement.stage() == Stage.ENDED || judgement.stage() == Stage.REJECTED;
    }

    /** The words of the sentence without what is said, before its subject is named, of something else. */
    private static String own(Draft draft) {
        Sentence sentence = draft.sentence();
        int anchor = draft.subject().anchor().start();
        String words = sentence.words();
        if (!sentence.contains(anchor)) {
            return words;
        }
        int at = sentence.view().at(anchor);
        return words.substring(Math.max(0, Math.max(words.lastIndexOf(". ", at), words.lastIndexOf("; ", at))));
    }

    private static Optional<Sentence> withdrawing(SectionText section, Sentence named) {
        return section.following(named, OPERATIVE).stream()
                .filter(after -> WITHDRAWN.in(after.words()) && Voice.of(after) == Speaker.TOWN)
                .findFirst();
    }

    /** Whether the assembly decides not to go on with what was tried. */
    static boolean isNotContinued(Sentence sentence) {
        return NOT_CONTINUED.in(sentence.words()) && Votes.decides(sentence);
    }

    /** "The mayor withdraws it …; it will come back. It is not voted on, then." */
    private static boolean isPutOffBefore(SectionText section, Sentence named, Sentence told) {
        return section.preceding(told, OPERATIVE).stream()
                .anyMatch(before -> before.index() >= named.index()
                        && before.index() > told.index() - BACK
                        && PUT_OFF.in(before.words()));
    }

    private static boolean isOnTrial(SectionText section, Sentence told) {
        return section.around(told, BESIDE, BESIDE).stream()
                .filter(beside -> beside.index() != told.index() && !beside.row())
                .anyMatch(beside -> holdsOne(beside.words(), TRYING)
                        && ON_TRIAL.in(beside.words())
                        && Voice.of(beside) == Speaker.TOWN);
    }

    /** A quick look for what the slower pattern cannot do without. */
    private static boolean holdsOne(String words, List<String> parts) {
        return parts.stream().anyMatch(words::contains);
    }

    private static boolean isOpen(Judgement judgement) {
        return DECIDED.contains(judgement.stage())
                || (RUNNING.contains(judgement.stage()) && judgement.confidence() < UNSURE);
    }

    /** "The text provided for … I shall not ask you to vote: we put the point off." */
    private static boolean isPutOffAfter(SectionText section, Sentence named, Sentence told) {
        return section.following(named, OPERATIVE).stream()
                .filter(after -> after.index() >= told.index())
                .anyMatch(after -> holdsOne(after.words(), PUTTING_OFF)
                        && POINT_PUT_OFF.in(after.words())
                        && Voice.of(after) != Speaker.OPPOSITION);
    }

    /**
     * What a permission, a contract or a call for tenders excludes was not turned down: it is no part of it. Nor was what is
     * not there at all: "no recognition of faces is done here, and I want none".
     */
    private static boolean isExcluded(Draft draft) {
        Sentence sentence = draft.sentence();
        Span anchor = draft.subject().anchor();
        if (draft.subject().vendor() != null || !sentence.contains(anchor.start())) {
            return false;
        }
        String words = sentence.words();
        int start = sentence.view().at(anchor.start());
        int end = sentence.view().at(anchor.end() - 1) + 1;
        return RuledOut.excludes(words, start, end) || RuledOut.isNone(words, start, end);
    }

    /** "The contract was let to A. The program put to use is B's." */
    private static boolean isOfContractBefore(SectionText section, Sentence told) {
        return SUPPLIED.in(told.words())
                && section.preceding(told, BESIDE).stream().anyMatch(before -> LET.in(before.words()));
    }

    private static boolean isCancelled(SectionText section, Sentence visa) {
        return section.around(visa, 0, OPERATIVE).stream()
                .map(Sentence::words)
                .anyMatch(words -> CANCELS.in(words) && !OTHERS_CANCEL.in(words));
    }
}
