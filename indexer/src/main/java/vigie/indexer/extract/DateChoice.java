package vigie.indexer.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vigie.model.PartialDate;
import vigie.model.Stage;

/** Chooses the date of the fact that a sentence tells, among the dates in it. */
final class DateChoice {

    private static final Pattern NOT_THE_FACT = Pattern.compile(
            "(?:\\bloi|decret|ordonnance|arrete|article|code|circulaire|reglement|n°|rapport|deliberation|courrier|orage|elections?|jusqu'(?:au|en|a)|prendra fin|avant|reviendra|bilan[^.;]{0,30}|fera l'objet[^.;]{0,30}|d'ici|rentree|prevu\\w*|demonstration)(?: (?:du|de|le|la|en|au|modifiee?|n° ?\\S+))*\\s?$");
    private static final Pattern START = Pattern.compile(
            "(?:depuis|a (?:partir|compter) d\\w+|des|debut\\w*|commenc\\w+|demarr\\w+|lanc\\w+|en place|en service|install\\w+|deploy\\w+|acqui\\w+|ouvert\\w*|sign\\w+|conclu\\w*|activ\\w+|\\bdu|remplac\\w+)(?: (?:le|la|en|du|depuis|mois de|debut|fin|l'annee))*\\s?$");
    private static final Pattern END = Pattern.compile(
            "(?:expir\\w+|echeance|achev\\w+|termin\\w+|fin|resili\\w+|clos\\w*|cess\\w+|demont\\w+|arret\\w+|a (?:partir|compter) d\\w+|jusqu'(?:au|en|a)|retir\\w+|debranch\\w+|desinstall\\w+|suspend\\w+|desactiv\\w+)(?: (?:le|la|en|au|du|depuis))*\\s?$");
    private static final Pattern DEAL = Pattern.compile(
            "(?:sign\\w+|notifi\\w+|conclu\\w*|attribu\\w+|achet\\w+|acqui\\w+|command\\w+|retenu\\w*|decision|vot\\w+|approuv\\w+|autoris\\w+|passe\\w*|reconduit\\w*)(?: (?:le|la|en|du|par|deliberation|date))*\\s?$");

    private static final Pattern PERIOD = Pattern.compile("(?:\\bdu|a (?:partir|compter) du|depuis(?: le)?) $");

    private DateChoice() {}

    /** The date in {@code sentence} of a fact of that stage. */
    static Optional<PartialDate> in(Sentence sentence, int cue, Stage stage, List<When> dates) {
        View view = sentence.view();
        return dates.stream()
                .filter(when -> sentence.contains(when.span().start()))
                .filter(when -> score(view, when, cue, stage) > 0)
                .max(Comparator.comparingDouble(when -> score(view, when, cue, stage)))
                .map(When::date);
    }

    /** The first day of a period that the sentences before name, for something that goes on in it. */
    static Optional<PartialDate> period(SectionText section, Draft draft) {
        Stage stage = draft.judgement().stage();
        int index = section.sentences().indexOf(draft.sentence());
        if (stage != Stage.TRIAL || index < 1) {
            return Optional.empty();
        }
        Sentence before = section.sentences().get(index - 1);
        return section.dates().stream()
                .filter(when -> before.contains(when.span().start()))
                .filter(when -> PERIOD.matcher(before.view()
                                .text()
                                .substring(0, before.view().at(when.span().start())))
                        .find())
                .map(When::date)
                .findFirst();
    }

    private static double score(View view, When when, int cue, Stage stage) {
        String words = view.text();
        int start = view.at(when.span().start());
        String left = words.substring(Math.max(0, start - 60), start);
        boolean ends = stage == Stage.ENDED || stage == Stage.SUSPENDED;
        boolean fits = (ends ? END : stage == Stage.TRIAL || stage == Stage.IN_USE ? START : DEAL)
                .matcher(left)
                .find();
        if (!fits && NOT_THE_FACT.matcher(left).find()) {
            return 0;
        }
        double base = fits ? 2 : stage == Stage.PROPOSED || stage == Stage.APPROVED ? 0.3 : 0.8;
        return base - Math.min(400, Math.abs(start - cue)) / 600.0;
    }
}
