package vigie.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vigie.model.Amount;
import vigie.model.Stage;

/** The one value that a short paper about one purchase gives it in a line of its own, wherever its parts begin and end. */
final class PaperPrice {

    private static final int SHORT_PAPER = 2_500;
    private static final int LEFT = 70;

    private static final Pattern VALUE = Pattern.compile(
            "\\b(?:valeur|montant|estimation|budget|enveloppe|maximum|plafond|plafonnee?|estimee?s?|evaluee?s?|loyer|redevance|forfait|prix)\\b[^.;\\d€]{0,50}$");

    private static final Pattern THRESHOLD =
            Pattern.compile("(?:[<>≥≤]|\\bseuil\\b[^.;]{0,30}|superieure? a|inferieure? a) ?$");

    private static final Pattern LOTS = Pattern.compile("\\blots? (?:n ?[°º] ?)?\\d|\\blots\\b");

    private PaperPrice() {}

    static Optional<Amount> of(String text, Stage stage) {
        if (text.length() > SHORT_PAPER || !(stage == Stage.TENDERED || stage == Stage.AWARDED)) {
            return Optional.empty();
        }
        View view = View.of(text, 0, text.length());
        if (LOTS.matcher(view.text()).find()) {
            return Optional.empty();
        }
        List<Sum> sums = Figures.sums(text, new Span(0, text.length())).stream()
                .filter(sum -> sum.bound() != FoundAmount.Bound.MINIMUM)
                .filter(sum -> !THRESHOLD.matcher(left(view, sum)).find())
                .toList();
        return sums.size() == 1 && VALUE.matcher(left(view, sums.get(0))).find()
                ? Optional.of(sums.get(0).amount())
                : Optional.empty();
    }

    private static String left(View view, Sum sum) {
        int start = view.at(sum.span().start());
        return view.text().substring(Math.max(0, start - LEFT), start);
    }
}
