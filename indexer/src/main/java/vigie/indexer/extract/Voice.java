package vigie.indexer.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be believed of words, by who says them and how: opponents and questions state no facts about the town. */
final class Voice {

    private static final Sought QUESTION = Sought.of(
            "\\?\\s?\"?$|\\bdemande (?:si|quand|combien|pourquoi|comment|ou en|ce qu|a quoi)\\b|\\binterroge\\w* (?:sur|le|la|l')|\\bdemande (?:a savoir|des precisions)|\\bs'interroge\\b|\\bsouhait\\w+ savoir|\\bvoudrait savoir|\\baimerait savoir");
    /** Is it so, or not? */
    private static final Pattern YES_OR_NO = Pattern.compile(
            "^(?!.*\\b(?:combien|quand|pourquoi|comment|quel(?:le)?s?|a quoi|que|qu'|qui)\\b.{0,80}-(?:t-)?(?:elles?|ils?|on|nous|vous)\\b).*\\b[a-z]+(?:-t)?-(?:elles?|ils?|on|nous|vous)\\b.*\\?\\s?\"?$");

    private static final Sought ADDRESSED = Sought.of("\\b(?:vous|votre|vos)\\b");
    private static final Sought REMEMBERS = Sought.of("\\b(?:avait|avaient|avions|etait|etaient|aurait)\\b");

    private static final Sought OTHERS = Sought.of(
            "\\b(?:d'autres|certaines|plusieurs|des|de nombreuses|quelques|nombre de|beaucoup de|bien des|la plupart des) (?:grandes |petites )?(?:villes|communes|collectivites|municipalites|metropoles|mairies)(?: \\w+)?(?:,[^,]+,)? (?:y |en |l'|les |s'|se |ont |avaient |qui )*(?:\\w+ent|ont|sont|recour\\w*|vont)\\b");
    private static final Pattern DENIAL = Pattern.compile(
            "^(?:[-–•] ?)?\"?\\s?(?:[^:\"]{0,60}: ?\"? ?)?(?:non\\b|c'est (?:faux|inexact)|absolument pas|pas du tout|aucunement|nullement|il n'en est rien|c'est une contre-verite|certainement pas|jamais[.! ]|ni l'une? ni l'autre|ni les une?s ni les autres|zero[.! ]|meme pas|faux[.! ]|en aucun cas|en aucune (?:facon|maniere)|pas le moins du monde|nenni\\b)");

    private static final Sought ANSWERED =
            Sought.of("\\b(?:repond|indique|precise|affirme|assure|confirme|retorque)(?:nt)?\\b");
    private static final Sought NEIGHBOURS = Sought.of(
            "\\b(?:communes?|villes?) (?:voisines?|limitrophes?|alentour)|\\b(?:une|d'une) autres? (?:ville|commune)|\\bchez nos voisins|\\bd'autres (?:villes|communes|gares|stations|aeroports|magasins|departements|pays)");
    /** Whoever watches his own shop, and what the state buys. */
    private static final Sought OWNERS = Sought.of(
            "\\bcameras? (?:du|de la|de l'|des|de son|de leur|de ce|de cette) (?:magasin|supermarche|hypermarche|superette|boutique|commerce|pharmacie|bijouterie|grande surface|enseigne)s?\\b"
                    + "|^[^;.]{0,40}\\b(?:supermarche|hypermarche|superette|pharmacie|bijouterie|boutique|magasin|gerant|commercant)s?\\b[^;.]{0,60}\\b(?:s'est|se sont|a|ont|utilise|emploie|teste|essaie) (?:\\w+ )?(?:equipe|dote|install|achet|branch|un|une|le|la)\\w*"
                    + "|\\b(?:marche|appel d'offres|accord-cadre)s? (?:(?:de|que) )?l'etat\\b");

    private static final Sought OWN =
            Sought.of("\\b(?:ville|commune|mairie|municipal\\w*|conseil|police|elus?|nous|notre|nos|csu)\\b");

    private static final Pattern GENERAL = Pattern.compile(
            "^(?:vu |considerant (?:que )?|attendu que |\"|– |- )*(?:la loi|le decret|l'article|le code|la cnil|le legislateur|le conseil constitutionnel|l'etat|le gouvernement|le ministre|l'assemblee nationale|le senat|le parlement|la position|une proposition de loi|le projet de loi|la proposition de loi|le reglement)\\b|\\b(?:la loi|le decret|le texte de loi)(?: (?:du \\d{1,2}(?:er)? \\w+ \\d{4}|n° ?\\S+|relative? [^,;.]{3,40}))? (?:permet|autorise|ouvre|prevoit|encadre)\\b");

    private static final Sought STATE_DECIDES = Sought.of(
            "\\b(?:parlement|legislateur|assemblee nationale|senat|deputes|senateurs|conseil constitutionnel|gouvernement)\\b[^.;:,]{0,40}?\\b(?:a|ont|avait|avaient|aurait|auraient|vient|viennent)\\b[^.;:,]{0,20}?\\b(?:valid|vot|adopt|autoris|approuv|rejet|censur|prolong|prorog)\\w*");

    private static final Pattern COMPARED = Pattern.compile(
            "\\b(?:comme|a l'instar|a l'image|a l'exemple) (?:(?:a|au|aux|dans|chez|de|du|des|pour)\\b|d')[^.;:()]{2,60}?, ?(?:ou|qui|dont)\\b[^.;]*$");

    /** "None: drones, microphones": a list of what there is not. */
    private static final Pattern NOTHING = Pattern.compile(
            "^(?:[-–•*|] ?)?(?:neant|aucune?s?(?: (?:usage|emploi|recours|traitement|dispositif))?|sans objet|inexistants?|non utilises?|absents?) ?:");

    private static final Pattern LISTED = Pattern.compile(", (?!\\d)");

    private Voice() {}

    /** Whether a sentence lists what there is not. */
    static boolean listsNothing(String words) {
        return NOTHING.matcher(words).find();
    }

    /** Whether a sentence speaks of laws and authorities of the state, not of a town. */
    static boolean isGeneral(String words) {
        return GENERAL.matcher(words).find();
    }

    /** Whether the words that decided a judgement tell what parliament, government or their judges decided. */
    static boolean isOfTheState(String words, Judgement judgement) {
        Matcher state = STATE_DECIDES.first(words);
        int end = judgement.at() + judgement.cue().length();
        return state != null && state.start() < end && judgement.at() < state.end();
    }

    /** Whether a sentence speaks of the town or its people. */
    static boolean isOwn(String words) {
        return OWN.in(words);
    }

    /** Whether a sentence tells what other towns do, shopkeepers or the state. */
    static boolean isAboutOthers(String words) {
        return OTHERS.in(words) || NEIGHBOURS.in(words) || (OWNERS.in(words) && !OWN.in(words));
    }

    /**
     * The same, for what is named at {@code at}: not where somebody of the town is told of before it and others only in a
     * later part of the sentence ("the town gives up X, and asks its neighbours to do likewise").
     */
    static boolean isAboutOthers(String words, int at) {
        if (!isAboutOthers(words)) {
            return false;
        }
        int part = partBehind(words, at);
        return part < 0 || !OWN.in(words.substring(0, at)) || isAboutOthers(words.substring(0, part));
    }

    /** Where the part of the sentence behind the one of {@code at} begins, or -1. */
    private static int partBehind(String words, int at) {
        for (int i = at; i < words.length(); i++) {
            if (",;:".indexOf(words.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether what comes after these words is told of a town that is only compared with: "comme à Nice, où …". */
    static boolean isCompared(String before) {
        return COMPARED.matcher(before).find();
    }

    /** Whether what stands at {@code at} is one of several things in brackets. */
    static boolean isListedInBrackets(String words, int at) {
        int open = words.lastIndexOf('(', at);
        int close = words.indexOf(')', at);
        return open >= 0
                && close >= 0
                && words.indexOf(')', open) == close
                && LISTED.matcher(words.substring(open, close)).find();
    }

    /** Whether a sentence denies what was asked or alleged before it. */
    static boolean isDenial(Sentence sentence) {
        return sentence.speaker() != Speaker.OPPOSITION
                && DENIAL.matcher(sentence.words()).find();
    }

    static boolean isQuestion(Sentence sentence) {
        return QUESTION.in(sentence.words()) && !ANSWERED.in(sentence.words());
    }

    /** Whether words only ask whether something is so. */
    static boolean asksWhether(String words) {
        return words.endsWith("?") && YES_OR_NO.matcher(words).matches();
    }

    /** Whether a sentence speaks to somebody: "vos promesses". */
    static boolean addresses(String words) {
        return ADDRESSED.in(words);
    }

    /** Who must be thought to speak: somebody unknown who says "you" to the town's council is no voice of it. */
    static Speaker of(Sentence sentence) {
        boolean addressed = ADDRESSED.in(sentence.words());
        return sentence.speaker() == Speaker.UNKNOWN && addressed ? Speaker.OPPOSITION : sentence.speaker();
    }

    /** Whether a sentence tells what had been before what is being told. */
    static boolean remembers(String words) {
        return REMEMBERS.in(words);
    }
}
