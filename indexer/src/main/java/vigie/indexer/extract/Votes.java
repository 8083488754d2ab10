package vigie.indexer.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.Modality;
import vigie.model.Stage;

/** What the vote at the end of a section makes of a proposal. */
final class Votes {

    private static final Sought PROPOSAL =
            Sought.of("\\b(?:propose|proposition|projet de deliberation|soumet\\w*|demande au conseil)\\b");
    /** A contract that is amended or renewed is made. */
    private static final Sought RENEWS = Sought.of(
            "\\b(?:renouvellement|reconduction|avenant|prorogation)\\b[^.;]{0,40}\\b(?:est|sont|a ete) (?:adopte|approuve|vote|autorise|accepte|valide)"
                    + "|\\b(?:adopt|approuv|vot|autoris|accept|valid)\\w*[^.;]{0,40}\\b(?:renouvellement|reconduction|avenant|prorogation)\\b");

    private static final Sought BUYS = Sought.of(
            "\\b(?:acquisition|achat|location|fourniture|installation|abonnement|convention d'(?:essai|experimentation))\\b");
    private static final Sought SUBSIDY = Sought.of("subvention|\\bfipd|\\bdetr\\b|\\bdsil\\b|financement");

    /** A proposal that names whom to sign with: once adopted, the contract is awarded. */
    private static final Sought CHOICE =
            Sought.of("\\bpropos\\w*[^.;]{0,60}\\b(?:retenir|attribuer|confier|de signer)\\b");

    private static final Sought DECIDES = Sought.of(
            "^(?:[-–•*] ?|\\d+[.)°] ?|(?:article|art\\.?) ?\\d+(?:er)? ?[:.–-]* ?)?(?:decide|approuve|autorise|adopte|accepte|attribue|retient|habilite|rejette|refuse|renonce|valide|vote|confie|rapporte|ecarte|met fin|resilie|s'oppose)\\b"
                    + "|\\b(?:conseil(?: municipal| communautaire)?|assemblee(?: deliberante)?|commission permanente|bureau)\\b[^.;]{0,90}?\\b(?:approuv|adopt|vot|decid|autoris|rejet|refus|renonc|accept|retien|attribu|valid|confi|chois|habilit|ecart|donn\\w+ (?:son|un|pouvoir|mandat))\\w*"
                    + "|\\b(?:est|sont|n'est pas|a ete|ont ete) (?:adopte|approuve|rejete|vote|repousse|decide|accepte|valide|enterine|ratifie)(?:e|s|es)?\\b");

    /** A decision that is only remembered. */
    private static final Pattern BEFORE =
            Pattern.compile("\\b(?:avait|avaient|aurait|auraient|rappel\\w+|souvien\\w+|precedent\\w*)\\b|^(?:vu|si) ");

    /** A wish or an amendment against something. */
    private static final Sought AGAINST = Sought.of(
            "\\b(?:demand\\w*|reclam\\w+|exige\\w*|souhait\\w+|invit\\w+|s'engage\\w*|tend\\w*|vis(?:e|ant|ait)|propos\\w+|press\\w+|voeu|motion|(?:sous-)?amendement|contre-motion|texte|petition|engagement)\\b[^.;]{0,90}?"
                    + "\\b(?:surseoir|sursis|suspen\\w+|interrompre|interruption|interdi\\w+|moratoire|renonc\\w+|retir\\w+|retrait|supprim\\w+|suppression|mettre (?:fin|un terme)|arret(?:er)?|cess\\w+|desinstall\\w+|desactiv\\w+|abandon\\w*|debranch\\w+|demont\\w+|depose des|resili\\w+|jamais|biffer|annul\\w+|ote[rz]?|extinction|eteindre|contre (?:l'|la|le|les|tout\\w*)|(?:n'|ne )\\w+ (?:\\w+ )?aucune?|(?:de|a) ne (?:pas|plus|jamais)|s'interdi\\w+)\\b");

    /** "The council accepts the offer by eleven votes to two." */
    private static final Sought ACCEPTS = Sought.of(
            "\\b(?:accepte|approuve|retient|valide|adopte)(?:nt)? (?:la |le |l'|cette |ce |ladite |ledit )(?:proposition|offre|devis|projet|acquisition|achat|marche|contrat|convention)");

    private static final Sought BODY_ACCEPTS = Sought.of(
            "\\b(?:comite(?: syndical)?|conseil(?: municipal| communautaire| d'administration)?|bureau|assemblee|commission permanente)(?: ,? ?(?:a|par) [^.;:,]{3,40},?)? (?:accepte|approuve|retient|valide|adopte|vote) (?:la |le |l'|cette |ce |cet )(?:acquisition|achat|location|marche|contrat|devis|offre)");

    private static final Sought DOWN = Sought.of(
            "\\b(?:rejet|refus|renonc|ecart|abandon|retir|resili|annul|suspen|supprim|interdi|moratoire|amendement|motion|voeu)\\w*|\\bn(?:e |')[^.;]{0,30}\\b(?:pas|plus|point|aucun)\\b|\\bne pas\\b|\\bmet(?:tre)? fin\\b|\\bsans suite\\b");

    private static final String MOTION =
            "(?:sous-amendement|amendement|motion|voeu|proposition de (?:m\\.|mme)[^,;.]{0,30}?)";

    private static final Sought MOVES = Sought.of(
            "\\b(?:je|nous|on) (?:vous |le |la )?(?:propos|demand|souhait|reclam|depos|soumet|mets|voudr)\\w*|\\b(?:notre|mon|son|leur|un|une|cet|cette|ce) "
                    + MOTION);

    private static final Sought FALLS = Sought.of(
            "\\b(?:l'|cet |le |la |cette |ce |notre |mon |son |leur |votre )" + MOTION
                    + "(?: [^,;.:]{0,40}?)? (?:tombe|est tombe|echoue|n'est pas (?:adopte|retenu|suivi)|n'a pas (?:ete )?(?:adopte|recueilli)|(?:est|fut|a ete|etait|avait ete) (?:donc )?(?:repousse|rejete|ecarte|battu|refuse))\\w*");

    private static final int NEAR = 2;

    private Votes() {}

    /** Whether what is turned down is only a wish against the subject: nothing is told of itself. */
    static boolean sparesIt(SectionText section, Sentence named, Draft draft) {
        Judgement judgement = draft.judgement();
        return judgement.stage() == Stage.REJECTED
                && judgement.modality() == Modality.ASSERTED
                && section.outcome() == Outcome.REJECTED
                && section.around(named, NEAR, NEAR).stream().anyMatch(near -> AGAINST.in(near.words()));
    }

    /** Whether a sentence tells of a wish or an amendment against something. */
    static boolean isAgainst(String words) {
        return AGAINST.in(words);
    }

    /** Whether a sentence makes a proposal of somebody's own, or names his motion or amendment. */
    static boolean moves(String words) {
        return MOVES.in(words);
    }

    /** Whether a sentence tells that a motion or an amendment found no majority. */
    static boolean falls(String words) {
        return FALLS.in(words);
    }

    /** Whether the assembly decides in a sentence; what it decides outweighs what was said before. */
    static boolean decides(Sentence sentence) {
        Matcher decides = DECIDES.first(sentence.words());
        return decides != null
                && Voice.of(sentence) != Speaker.OPPOSITION
                && !BEFORE.matcher(sentence.words().substring(0, decides.end())).find();
    }

    /** The draft as the vote leaves it: adopted proposals are approved, those turned down are rejected. */
    static Draft applied(SectionText section, Draft draft) {
        Judgement judgement = draft.judgement();
        Outcome outcome = section.outcomeOf(draft.sentence());
        if (judgement.stage() == Stage.REJECTED && isAccepted(section, draft.sentence())) {
            return draft.judged(voted(judgement, Stage.APPROVED, 0), "the assembly accepts it");
        }
        boolean proposed = judgement.stage() == Stage.PROPOSED;
        if (proposed && isTaken(section, draft)) {
            return draft.judged(voted(judgement, Stage.APPROVED, 0.75), "the assembly accepts it");
        }
        boolean open = proposed
                || judgement.stage() == Stage.APPROVED
                || (judgement.stage() == Stage.AWARDED && outcome == Outcome.REJECTED)
                || (judgement.stage() == Stage.TRIAL && judgement.confidence() < 0.75);
        if (judgement.modality() != Modality.ASSERTED || !open || Voice.of(draft.sentence()) == Speaker.OPPOSITION) {
            return draft;
        }
        if (!proposed && judgement.stage() == Stage.APPROVED && Plans.isRequest(section)) {
            return draft.judged(voted(judgement, Stage.PROPOSED, 0), "only a subsidy is asked for");
        }
        if (judgement.cue().equals(Plans.LINE) || (proposed && Plans.isRequest(section))) {
            return draft;
        }
        if (outcome == Outcome.ADOPTED && !decides(draft.sentence()) && Plans.isOnlyBudget(section, draft.sentence())) {
            return proposed ? draft : draft.judged(voted(judgement, Stage.PROPOSED, 0), "only the budget is voted on");
        }
        if (outcome == Outcome.ADOPTED && (!proposed || isProposal(section, draft))) {
            boolean contract = CHOICE.in(draft.sentence().words())
                    || RENEWS.in(draft.sentence().words());
            Stage stage = contract ? Stage.AWARDED : Stage.APPROVED;
            return draft.judged(voted(judgement, stage, 0.75), "the section's vote adopts it");
        }
        if (outcome == Outcome.REJECTED && judgement.stage() != Stage.TRIAL && !decides(draft.sentence())) {
            return draft.judged(voted(judgement, Stage.REJECTED, 0.7), "the section's vote turns it down");
        }
        return draft;
    }

    private static boolean isAccepted(SectionText section, Sentence sentence) {
        return section.outcome() != Outcome.REJECTED
                && ACCEPTS.in(sentence.words())
                && !DOWN.in(sentence.words())
                && decides(sentence);
    }

    /** Whether a body of elected people takes in so many words what would only be proposed otherwise. */
    private static boolean isTaken(SectionText section, Draft draft) {
        String words = draft.sentence().words();
        return draft.judgement().modality() == Modality.ASSERTED
                && BODY_ACCEPTS.in(words)
                && !DOWN.in(words)
                && !SUBSIDY.in(words)
                && !Plans.isRequest(section)
                && section.outcome() != Outcome.REJECTED
                && Voice.of(draft.sentence()) == Speaker.TOWN;
    }

    private static Judgement voted(Judgement judgement, Stage stage, double least) {
        return judgement.as(stage, Modality.ASSERTED).atLeast(least);
    }

    private static boolean isProposal(SectionText section, Draft draft) {
        String words = draft.sentence().words();
        return (PROPOSAL.in(words) || BUYS.in(section.heading()))
                && !SUBSIDY.in(words)
                && !SUBSIDY.in(section.heading());
    }
}
