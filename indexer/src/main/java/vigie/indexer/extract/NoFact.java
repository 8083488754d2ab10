package vigie.indexer.extract;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.Modality;
import vigie.model.Stage;

/** Sentences that state no fact about the town: rumours, what the State or another body bought, clauses about what may come. */
final class NoFact {

    private static final Sought RUMOUR = Sought.of(
            "\\bse (?:murmure|dit|raconte|chuchote|susurre|colporte)\\b(?! (?:inquiet|favorable|pret|satisfait))|\\bon (?:murmure|raconte|chuchote|entend dire|nous souffle|me souffle)\\b|\\b(?:des|le|un|les) bruits? (?:court|courent|circule)|\\bbruits? de couloir|\\brumeurs?\\b"
                    + "|\\bparait-il\\b|\\bil parait(?:rait)? qu|\\bdit-on\\b|\\ba ce qu'on (?:dit|raconte)|\\b(?:a|s'il faut) en croire\\b|\\b(?:selon|d'apres|de) (?:une|certaines|plusieurs|des|nos|quelques) (?:sources?|indiscretions?|fuites?|on-dit)\\b(?! (?:officielle|municipale|proches? d))|\\boui-dire\\b|\\bmauvaises langues\\b|\\bradio[- ]trottoir\\b");

    private static final Sought NO_RUMOUR = Sought.of(
            "\\b(?:contrairement|dement\\w*|couper court|mettre fin aux? (?:rumeur|bruit)|infond\\w+|fausse)\\b");

    private static final Pattern OTHER_BODY = Pattern.compile(
            "(?:^|[,;:\"«–-] ?|\\b(?:que|car|et|si|mais|quand|puisque) |\\bqu')(?:l'etat|le gouvernement|le ministere|le ministre|la prefecture|le prefet|le parlement|l'assemblee nationale|le senat|la gendarmerie|la police nationale|la douane|l'armee|la region|le departement|la sncf|la ratp|le lycee|le college|l'universite|l'hopital|l'aeroport|le comite d'organisation|le bailleur)\\b[^,;.:]{0,40}?"
                    + " (?:(?:a|ont|avait|avaient|aurait) (?:\\w+ ){0,2}?(?:choisi|reten|design|achet|acqui|command|equip|dot|attribu|confi|pass|sign|selectionn|test|experiment|install|deploy|utilis|notifi|recour)\\w*|(?:vient|viennent) de|s'est \\w+|(?:utilise|emploie|experimente|teste|achete|exploite|s'equipe|se dote|essaie|recourt)\\b)");

    private static final Sought HERE = Sought.of(
            "\\b(?:ville|communes?|mairie|municipal\\w*|conseil|nous|notre|nos|csu|maire|bourg|village|centre-ville)\\b");

    private static final Sought LARGER = Sought.of(
            "\\b(?:des|d'autres|certaines|quelques|plusieurs|les|de) (?:communes|villes|collectivites|municipalites|metropoles|agglomerations) (?:(?:bien|nettement|beaucoup) )?(?:plus|moins|aussi|mieux) (?:grande|riche|peuplee|importante|grosse|lotie|dotee)s?\\b");

    /** "Any change, such as the addition of …, must be declared." */
    private static final Sought CLAUSE = Sought.of(
            "\\btoute (?:autre )?(?:modification|adjonction|extension|evolution|transformation|utilisation|exploitation|finalite|activation)\\b[^.;]{0,160}\\b(?:devra|doit|fera|necessite|est soumise|est subordonnee|suppose|requiert|sera|donnera?)\\b"
                    + "|\\b(?:devra|devront|doit|doivent) (?:\\w+ )?(?:etre (?:\\w+ )?(?:declare|autorise|signale)\\w*|faire l'objet d'une (?:nouvelle |autre )?(?:demande|declaration|autorisation))");

    /** What comes only if something else is decided. */
    private static final Sought ONLY_IF = Sought.of(
            "\\bne (?:sera|seront|pourra|pourront|serait|seraient|peut|peuvent)\\b[^.;,]{0,50}\\b(?:que si\\b|que dans le cas|qu'en cas\\b|qu'a (?:la )?condition)");

    /** "The law permits, on trial …": what a text of law does. */
    private static final Sought LAW = Sought.of(
            "\\b(?:loi|decret|arrete ministeriel|reglement europeen|article l\\.? ?\\d[\\d-]*|code de la securite interieure)\\b(?:(?!\\b(?:contrat|convention|marche|prefet|arrete|deliberation|titulaire|prestataire)s?\\b)[^;]){0,200}?(?<!\\b(?:est|sont|a|ete) )\\b(?:permet(?:tent|tra|tait)?|autorise(?:nt|ra)?|ouvre|encadre|prevoit|interdit|fixe les conditions|proroge|prolonge|rend possible|definit)\\b");

    private static final Sought OURS = Sought.of(
            "\\b(?:notre|nos|nous|ici|(?:la|notre) (?:ville|commune|mairie|municipalite|collectivite)|le (?:maire|conseil municipal|csu)|police municipale)\\b");

    /** What stops where something happens, and not the cameras that see it. */
    private static final Sought STOPPED = Sought.of(
            "\\b(?:intrusions?|vols?|cambriolages?|rodeos?|incivilites?|degradations?|nuisances|tentatives?|individus?|auteurs?|suspects?|voleurs?|trafics?|rixes?|bagarres?|agressions?|depots|circulations?|travaux|chantiers?|seance|debats?|reunions?|trains?|ventes?|course)\\b[^,;.:]{0,60}?"
                    + "\\b(?:a|ont|est|sont|soient|soit|fut|furent|avait|avaient) (?:[a-z]+ )?(?:ete )?(?:[a-z]+ )?(?:interromp|suspend|arret|stopp|coup|neutralis|cess|pris fin|termin)\\w*");

    private static final Set<Stage> STOPS = Set.of(Stage.SUSPENDED, Stage.ENDED);

    private NoFact() {}

    /** Whether a sentence tells what a text of law permits or rules, and nothing of the town's own. */
    static boolean isOfALaw(Sentence sentence) {
        String words = sentence.words();
        return LAW.in(words) && !OURS.in(words) && sentence.finds().places().isEmpty();
    }

    /** Whether the words that decided a judgement tell that something else stopped: intrusions, a race, the traffic. */
    static boolean isOfWhatHappens(String words, Judgement judgement) {
        Matcher stopped = STOPS.contains(judgement.stage()) ? STOPPED.first(words) : null;
        int end = judgement.at() + judgement.cue().length();
        return stopped != null && stopped.start() < end && judgement.at() < stopped.end();
    }

    /** Whether a sentence tells what is only whispered. */
    static boolean isRumour(String words) {
        return RUMOUR.in(words) && !NO_RUMOUR.in(words);
    }

    /** Whether a judgement is what a rumour may be about: what is denied or over, somebody knows. */
    static boolean isWhispered(Judgement judgement) {
        return judgement.modality() == Modality.HYPOTHETICAL || RuledOut.contradicts(judgement);
    }

    /** Whether a sentence tells what the State, another body or larger towns have, and nothing of the town's own. */
    static boolean isOfAnotherBody(Sentence sentence) {
        String words = sentence.words();
        return LARGER.in(words)
                || (OTHER_BODY.matcher(words).find()
                        && !HERE.in(words)
                        && sentence.finds().places().isEmpty());
    }

    /** Whether a sentence only says what would have to be declared or asked for. */
    static boolean isClause(String words) {
        return CLAUSE.in(words);
    }

    /** The judgement of what a sentence with {@code words} tells, which may be only for the case that something else comes. */
    static Judgement inCase(String words, Judgement judgement) {
        return judgement.modality() == Modality.ASSERTED && RuledOut.contradicts(judgement) && ONLY_IF.in(words)
                ? judgement.as(Stage.PROPOSED, Modality.HYPOTHETICAL)
                : judgement;
    }
}
