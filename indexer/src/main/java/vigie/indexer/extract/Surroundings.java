package vigie.indexer.extract;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.indexer.extract.FoundAmount.Bound;
import vigie.model.Amount;
import vigie.model.Amount.Vat;

/** What the words directly around a sum of money say of it. */
final class Surroundings {

    private static final int REACH = 45;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NO_TAX =
            "(?<ht>H\\.?[\\s\\u00A0]?T(?:\\.|\\b)(?![\\s\\u00A0]?[.]?[TC]\\b)|hors[\\s\\u00A0]+(?:taxes?|tva|t\\.v\\.a))";
    private static final String TAX =
            "(?<ttc>T\\.?[\\s\\u00A0]?T\\.?[\\s\\u00A0]?C(?:\\.|\\b)|toutes[\\s\\u00A0]+taxes|tva[\\s\\u00A0]+(?:comprise|incluse))";
    private static final Pattern VAT_BEHIND =
            Pattern.compile("^[^.;,:€\\d\\n]{0,22}?[\\s\\u00A0(/]?\\b(?:" + NO_TAX + "|" + TAX + ")", FLAGS);
    private static final Sought VAT_BEFORE = Sought.of("\\b(?:" + NO_TAX + "|" + TAX + ")[^.;,€\\d\\n]{0,25}$", FLAGS);
    private static final Pattern YEARLY_BEHIND = Pattern.compile(
            "^[^.;,:€\\d\\n]{0,22}?(?:/[\\s\\u00A0]*an\\b|\\bpar[\\s\\u00A0]+an(?:n[ée]e)?\\b|\\bannuel|\\bl['’]an\\b|\\bchaque ann[ée]e)",
            FLAGS);
    private static final Sought YEARLY_BEFORE =
            Sought.of("\\b(?:annuel(?:le)?s?|annuellement)\\b[^.;,€\\d\\n]{0,25}$", FLAGS);
    private static final Sought MOST_BEFORE = Sought.of(
            "(?:maximum|maximal[e]?|maxi\\b|plafond|plafonn[ée]e?s?|jusqu['’][àa]|limite de|exc[ée]der|d[ée]passer|au plus)[^.;€\\d\\n]{0,25}$",
            FLAGS);
    private static final Pattern MOST_BEHIND = Pattern.compile(
            "^(?:[\\s\\u00A0]*\\(?(?:H\\.?T\\.?|T\\.?T\\.?C\\.?|hors taxes?)\\)?)?[\\s\\u00A0]*(?:\\(?maxi|au (?:plus|maximum))",
            FLAGS);
    private static final Sought LEAST_BEFORE = Sought.of(
            "(?<!sans montant )(?:minimum|minimal[e]?|mini\\b|au moins)[^.;€\\d\\n]{0,25}$|(?<!\\p{L})[àa] partir de[\\s\\u00A0]*$",
            FLAGS);
    private static final Pattern LEAST_BEHIND = Pattern.compile(
            "^(?:[\\s\\u00A0]*\\(?(?:H\\.?T\\.?|T\\.?T\\.?C\\.?|hors taxes?)\\)?)?[\\s\\u00A0]*(?:\\(?mini|au minimum)",
            FLAGS);

    private final int start;
    private final int end;
    private final String before;
    private final String behind;

    /** Looks at the sum at {@code [start, end)}, not farther than {@code [from, to)}. */
    Surroundings(String text, int start, int end, int from, int to) {
        this.start = start;
        this.end = end;
        this.before = text.substring(Math.max(from, start - REACH), start);
        this.behind = text.substring(end, Math.min(to, end + REACH));
    }

    FoundAmount amount(BigDecimal value) {
        return amount(value, bound());
    }

    FoundAmount amount(BigDecimal value, Bound bound) {
        boolean yearly = YEARLY_BEHIND.matcher(behind).find() || YEARLY_BEFORE.in(before);
        return new FoundAmount(start, end, Amount.euros(value, vat()), bound, yearly);
    }

    private Bound bound() {
        if (MOST_BEFORE.in(before) || MOST_BEHIND.matcher(behind).find()) {
            return Bound.MAXIMUM;
        }
        boolean least = LEAST_BEFORE.in(before) || LEAST_BEHIND.matcher(behind).find();
        return least ? Bound.MINIMUM : Bound.EXACT;
    }

    private @Nullable Vat vat() {
        Matcher behindIt = VAT_BEHIND.matcher(behind);
        Matcher found = behindIt.find() ? behindIt : VAT_BEFORE.first(before);
        return found == null ? null : vat(found);
    }

    private static Vat vat(Matcher matcher) {
        return matcher.group("ht") != null ? Vat.HT : Vat.TTC;
    }
}
