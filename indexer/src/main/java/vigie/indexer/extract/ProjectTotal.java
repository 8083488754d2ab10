package vigie.indexer.extract;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.Amount;
import vigie.model.Stage;

/** What a project costs by the table that tells who pays for it: the total of its expenses. */
final class ProjectTotal {

    private static final Set<Stage> PLANNED = Set.of(Stage.PROPOSED, Stage.APPROVED);

    private static final Pattern PLAN = Pattern.compile(
            "\\bplan de financement\\b|\\bautofinancement\\b|\\bdepenses? (?:ht|ttc|h\\.t)|\\brecettes?\\b");

    private static final Pattern TOTAL = Pattern.compile(
            "\\b(?:total(?: (?:ht|ttc|hors taxes?|general|des depenses|depenses))*|(?:depenses?|montant|cout|assiette)(?: (?:previsionnel(?:le)?|total|ht|(?:de l'|du )(?:operation|projet)))* (?:subventionnable|eligible|retenue?)s?(?: (?:ht|ttc))?)[ .:|¦…]*(\\d{1,3}(?: \\d{3})+(?:,\\d{2})?)(?! ?%)");

    private ProjectTotal() {}

    static Optional<Amount> of(SectionText section, Draft draft) {
        boolean planned = !draft.sentence().row()
                && PLANNED.contains(draft.judgement().stage())
                && section.sentences().stream()
                        .anyMatch(sentence -> PLAN.matcher(sentence.words()).find());
        return planned
                ? section.sentences().stream()
                        .map(sentence -> TOTAL.matcher(sentence.words()))
                        .filter(Matcher::find)
                        .findFirst()
                        .flatMap(total -> Prices.in("", total.group(1)))
                : Optional.empty();
    }
}
