package vigie.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vigie.model.Modality;
import vigie.model.Stage;

/** Lines of budgets and requests for subsidies: what they name is planned, though the budget or the request is voted on. */
final class Plans {

    /** The cue of such a judgement. */
    static final String LINE = "a line of a plan";

    private static final int ABOVE = 60;

    /** So near a budget must be voted on to be what is adopted. */
    private static final int NEAR = 20;

    private static final double PLANNED = 0.7;

    private static final Sought BUDGET = Sought.of(
            "\\bbudgets? (?:primitif|supplementaire|previsionnel|annexe)|\\bautorisations? de programme|\\bap ?/ ?cp\\b|\\bcp 20\\d\\d\\b|\\bppi\\b|\\b(?:plan|programmation) pluriannuel|\\borientations? budgetaires?|\\boperations d'equipement|\\bdecision modificative|\\bn° (?:d'|de l'|de )?ap\\b|\\bap votees?\\b|\\bdebat (?:sur le|d'orientation) budg");

    private static final Sought REQUEST = Sought.of(
            "\\b(?:demande|dossier|sollicitation)s? (?:de |d')(?:subvention|aide|concours|participation|cofinancement|financement|soutien (?:financier|de l'etat|de la region|du departement))|\\bau titre (?:du|de la) (?:fipd|detr|dsil|fonds (?:interministeriel|regional|departemental|national|de soutien)|dotation (?:de soutien|d'equipement))\\b|\\bfipd\\b|\\bplan (?:previsionnel )?de financement\\b|\\b(?:aide|subvention)s? (?:sollicitee|demandee|attendue|escomptee)");

    /** A purchase that is decided beside the request. */
    private static final Sought PURCHASE = Sought.of(
            "\\b(?:approuv|autoris|decid|vot|valid|adopt)\\w*[^.;]{0,60}\\b(?:acquisition|achat|marche|installation|realisation|projet|devis|contrat|travaux|programme|operation|convention)\\b");

    /** A vote on the budget or a chapter of it: none of its lines is decided on by itself. */
    private static final Sought BUDGET_VOTE = Sought.of(
            "\\b(?:budgets?|chapitres?|sections? d'(?:investissement|equipement)|maquette|autorisations? de programme|decision modificative)\\b[^.;]{0,40}? (?:est|sont|a ete|ont ete) (?:mis\\w* aux voix et )?(?:vote|adopte|approuve|arrete)e?s?\\b"
                    + "|\\b(?:vot|adopt|approuv)\\w+ (?:le|du|ce|les|la) (?:budget|chapitre|section d'(?:investissement|equipement)|decision modificative)\\b");

    /** Nothing may be bought before the aid is granted. */
    private static final Sought NOT_BEGUN = Sought.of(
            "\\b(?:ne (?:pas |point )?(?:commenc|demarr|engag|debut)\\w*|rien ne sera (?:commande|achete|engage|signe))\\b[^.;]{0,60}\\bavant\\b");

    private static final Sought ALREADY = Sought.of(
            "\\b(?:depuis|deja|actuel\\w*|existant\\w*|en (?:place|service)|dispose|equipee?s?|acquis\\w*|installee?s?|fonctionne\\w*|exploite\\w*|utilise\\w*)\\b");

    private static final Set<Stage> DONE = Set.of(Stage.IN_USE, Stage.AWARDED, Stage.TRIAL, Stage.APPROVED);

    private static final double SURE = 0.85;

    private static final Sought DROPPED = Sought.of(
            "\\b(?:rejet|abandon|supprim|retir|refus|annul|resili|titulaire|attribu|notifi|realise(?!r)|paye|mandat)\\w*");

    private Plans() {}

    /** What a line of a budget or of a request makes of what it names; empty for other lines. */
    static Optional<Judgement> of(SectionText section, Sentence sentence) {
        if (!sentence.inCells() || DROPPED.in(sentence.words())) {
            return Optional.empty();
        }
        String above = section.heading() + " "
                + section.preceding(sentence, ABOVE).stream()
                        .map(Sentence::words)
                        .collect(Collectors.joining(" "));
        boolean budget = BUDGET.in(above)
                || section.around(sentence, ABOVE, ABOVE).stream().anyMatch(one -> isBudgetVote(one.words()));
        boolean plan = (budget || REQUEST.in(above)) && !DROPPED.in(above);
        return plan
                ? Optional.of(new Judgement(Stage.PROPOSED, Modality.ASSERTED, PLANNED, LINE, 0))
                : Optional.empty();
    }

    /** Whether the section asks for a subsidy, and decides nothing else. */
    static boolean isRequest(SectionText section) {
        return section.sentences().stream().limit(2).anyMatch(sentence -> REQUEST.in(sentence.words()))
                && section.sentences().stream()
                        .noneMatch(sentence -> PURCHASE.in(sentence.words()) && !NOT_BEGUN.in(sentence.words()));
    }

    /** Whether the budget, or a chapter of it, is voted on in a sentence. */
    static boolean isBudgetVote(String words) {
        return BUDGET_VOTE.in(words);
    }

    /** Whether nothing is adopted around {@code told} but the budget. */
    static boolean isOnlyBudget(SectionText section, Sentence told) {
        List<Sentence> near = section.around(told, NEAR, NEAR);
        List<Sentence> others = near.stream()
                .filter(sentence -> !isBudgetVote(sentence.words()))
                .toList();
        return others.size() < near.size() && Outcome.of(others) != Outcome.ADOPTED;
    }

    /** A sum that is entered in a budget is planned, whatever the purchase depends on. */
    static Judgement entered(SectionText section, Sentence sentence, Judgement judgement) {
        boolean entered = judgement.stage() == Stage.PROPOSED
                && judgement.modality() == Modality.HYPOTHETICAL
                && !sentence.finds().sums().isEmpty()
                && BUDGET.in(section.heading());
        return entered ? judgement.as(Stage.PROPOSED, Modality.ASSERTED) : judgement;
    }

    /** The draft, as what is only planned where its section asks for a subsidy and nothing says that it is there already. */
    static Draft asked(SectionText section, Draft draft) {
        Judgement judgement = draft.judgement();
        boolean open = judgement.modality() == Modality.ASSERTED
                && DONE.contains(judgement.stage())
                && judgement.confidence() < SURE
                && !ALREADY.in(draft.sentence().words())
                && isRequest(section);
        return open
                ? draft.judged(judgement.as(Stage.PROPOSED, Modality.ASSERTED), "only a subsidy is asked for")
                : draft;
    }
}
