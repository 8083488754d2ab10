package vigie.indexer.extract;

import java.util.Optional;
import java.util.stream.Collectors;
import vigie.model.Modality;
import vigie.model.Stage;

/** Lines of budgets and requests for subsidies: what they name is planned, though the budget or the request is voted on. */
final class Plans {

    /** The cue of such a judgement. */
    static final String LINE = "a line of a plan";

    private static final int ABOVE = 60;

    private static final double PLANNED = 0.7;

    private static final Sought BUDGET = Sought.of(
            "\\bbudgets? (?:primitif|supplementaire|previsionnel|annexe)|\\bautorisations? de programme|\\bap ?/ ?cp\\b|\\bcp 20\\d\\d\\b|\\bppi\\b|\\b(?:plan|programmation) pluriannuel|\\borientations? budgetaires?|\\boperations d'equipement|\\bdecision modificative");

    private static final Sought REQUEST = Sought.of(
            "\\b(?:demande|dossier|sollicitation)s? (?:de |d')(?:subvention|aide|concours|participation|cofinancement|financement)|\\bau titre (?:du|de la) (?:fipd|detr|dsil)\\b|\\bfipd\\b|\\bplan (?:previsionnel )?de financement\\b|\\b(?:aide|subvention)s? (?:sollicitee|demandee|attendue|escomptee)");

    /** A purchase that is decided beside the request. */
    private static final Sought PURCHASE = Sought.of(
            "\\b(?:approuv|autoris|decid|vot|valid|adopt)\\w*[^.;]{0,60}\\b(?:acquisition|achat|marche|installation|realisation|projet|devis|contrat|travaux|programme|operation|convention)\\b");

    private static final Sought DROPPED = Sought.of(
            "\\b(?:rejet|abandon|supprim|retir|refus|annul|resili|titulaire|attribu|notifi|realise|paye|mandat)\\w*");

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
        boolean plan = (BUDGET.in(above) || REQUEST.in(above)) && !DROPPED.in(above);
        return plan
                ? Optional.of(new Judgement(Stage.PROPOSED, Modality.ASSERTED, PLANNED, LINE, 0))
                : Optional.empty();
    }

    /** Whether the section asks for a subsidy, and decides nothing else. */
    static boolean isRequest(SectionText section) {
        return section.sentences().stream().limit(2).anyMatch(sentence -> REQUEST.in(sentence.words()))
                && section.sentences().stream().noneMatch(sentence -> PURCHASE.in(sentence.words()));
    }
}
