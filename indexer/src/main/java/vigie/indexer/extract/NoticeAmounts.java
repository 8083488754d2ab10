package vigie.indexer.extract;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Stage;

/** What is paid for what a notice tells of: of its sums the one that its labels and the words before it speak for. */
final class NoticeAmounts {

    private static final Pattern PART = Pattern.compile(
            "(?:\\bdont(?: \\w+)?|(?:montant|valeur|prix) (?:initiale?|avant)[^.;\\d]{0,40}|minimum(?: \\w+)*|caution\\w*|penalite\\w*|hors(?: \\w+)?)(?: de| :)* ?$");

    /** The sum of another contract. */
    private static final Pattern REMEMBERED = Pattern.compile(
            "\\b(?:pour (?:memoire|rappel)|a titre (?:de rappel|indicatif|d'information))\\b[^.;]{0,150}$");

    /** What was thought of before, what others asked, and what is paid on to others: not what is paid. */
    private static final Pattern NOT_PAID = Pattern.compile(
            "\\b(?:sous-? ?trait\\w*|(?:offres?|propositions?|prix) (?:recues? )?(?:la |les )?(?:plus |moins )(?:haute?|basse?|elevee?|chere?|disante?)s?|offres? maximales?|redevances? (?:[a-z]+ )?(?:versee?|reversee?|due|payee?)s? (?:a la|au|a l')|recettes?|capital|chiffre d'affaires)\\b[^.;\\d]{0,60}$");

    private static final Pattern ESTIMATE = Pattern.compile(
            "\\b(?:estim(?:ation|e|ee|es|ees|atif|ative|atifs|atives)|previsionnel\\w*|enveloppe|evalue\\w*)\\b[^.;\\d]{0,50}$");

    private static final Pattern SUBCONTRACT = Pattern.compile("\\b(?:acte special|sous-traitance)\\b");

    private static final int LINE_OF_SUM = 200;

    /** What an amendment costs itself. */
    private static final Pattern DIFFERENCE = Pattern.compile("(?:incidence|plus-value)[^.;\\d]{0,30}$");

    private static final Pattern CEILING =
            Pattern.compile("(?:maxim|total|final|global|attribue|montant|prix|valeur)\\w*[^.;]{0,40}$");

    private static final Pattern UNSIGNED = Pattern.compile(
            "^(\\d{1,3}(?: \\d{3})+|\\d{3,9})([.,]\\d{1,2})?(?: ?(?:€|eur\\w*)? ?\\(?(ht|hors|ttc)\\b|(?= ?(?:$|[;,–])|\\s[a-z]))");

    private static final Pattern LAST_NUMBER =
            Pattern.compile("[a-z)][^\\d€]* (\\d{1,3}(?: \\d{3})+(?:,\\d{2})?)(?: \\|)?$");

    private static final Pattern BEFORE_TAX = Pattern.compile("\\b(?:ht|hors taxes?)\\b");
    private static final Pattern WITH_TAX = Pattern.compile("\\bttc\\b");

    private final Notice notice;
    private final Bids bids;
    private final Sentence whole;

    NoticeAmounts(Notice notice, Bids bids, Sentence whole) {
        this.notice = notice;
        this.bids = bids;
        this.whole = whole;
    }

    /** The sum that stands in {@code line}. */
    @Nullable
    Amount in(Span line) {
        return best(sum -> line.contains(sum.span().start())).orElse(null);
    }

    /** The sum of a lot stands in its own lines, if one does there; that of the best offer of a table in its row, if none is told elsewhere. */
    @Nullable
    Amount of(List<Span> own) {
        boolean told = notice.of(Notice.Field.AMOUNT).stream()
                .anyMatch(entry -> !bids.isOfOffer(notice.view().sourceAt(entry.start())));
        if (!told && bids.price().isPresent()) {
            return bids.price().get();
        }
        return best(sum -> !bids.isOfLoser(sum.span().start())
                        && own.stream()
                                .anyMatch(line -> line.contains(sum.span().start())))
                .or(() -> own.size() < whole.spans().size() ? lastNumber(own) : Optional.empty())
                .or(() -> best(sum -> !bids.isOfLoser(sum.span().start())))
                .orElseGet(() -> unsigned());
    }

    private Optional<Amount> best(Predicate<Sum> which) {
        return whole.finds().sums().stream()
                .filter(which)
                .filter(sum -> weight(sum) > 0)
                .max(Comparator.comparingDouble(sum -> weight(sum)))
                .map(sum -> withTax(sum.amount(), notice.view().at(sum.span().start())));
    }

    /** The number with which a line of a table ends, whose unit its head tells. */
    private Optional<Amount> lastNumber(List<Span> own) {
        View view = notice.view();
        return own.stream()
                .filter(line -> line.length() > 0)
                .map(line ->
                        LAST_NUMBER.matcher(view.text().substring(view.at(line.start()), view.at(line.end() - 1) + 1)))
                .filter(Matcher::find)
                .flatMap(number -> Prices.in("", number.group(1)).stream())
                .findFirst();
    }

    /** The number in a field for the amount that has no sign of a currency, as open data write it. */
    private @Nullable Amount unsigned() {
        return notice.of(Notice.Field.AMOUNT).stream()
                .flatMap(entry -> unsigned(entry).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<Amount> unsigned(Notice.Entry entry) {
        Matcher number = UNSIGNED.matcher(notice.view().text().substring(entry.valueStart(), entry.end()));
        if (!number.find()) {
            return Optional.empty();
        }
        String cents = number.group(2) == null ? "" : number.group(2).replace(',', '.');
        boolean before = "ht".equals(number.group(3)) || "hors".equals(number.group(3));
        Amount amount =
                Amount.euros(new BigDecimal(number.group(1).replace(" ", "") + cents), before ? Amount.Vat.HT : null);
        return Optional.of(withTax(amount, entry.valueStart()));
    }

    private double weight(Sum sum) {
        int at = notice.view().at(sum.span().start());
        String left = notice.view().text().substring(Math.max(0, at - 60), at);
        String line = notice.view().text().substring(Math.max(0, at - LINE_OF_SUM), at);
        String said = line.substring(
                Math.min(line.length(), Math.max(0, notice.around(at).start() - (at - line.length()))));
        boolean wrong = Corrections.isWrong(
                notice.view().text(), at, notice.view().at(sum.span().end() - 1) + 1);
        if (wrong
                || sum.bound() == FoundAmount.Bound.MINIMUM
                || PART.matcher(left).find()
                || (NOT_PAID.matcher(said).find() && !isOfSubcontract())
                || REMEMBERED.matcher(line).find()) {
            return 0;
        }
        double field = notice.fieldAt(at) == Notice.Field.AMOUNT ? 2 : 1;
        double difference = DIFFERENCE.matcher(left).find() ? 2 : 0;
        boolean held = bids.hasWinner()
                || NoticeClaims.judge(notice)
                        .filter(told -> told.stage() == Stage.AWARDED)
                        .isPresent();
        double estimate = held && ESTIMATE.matcher(line).find() ? 0.5 : 1;
        return estimate * (field + difference) + (CEILING.matcher(left).find() ? 1 : 0) - at / 100_000.0;
    }

    /** Whether the notice itself is of what a subcontractor gets. */
    private boolean isOfSubcontract() {
        String words = notice.view().text();
        return SUBCONTRACT
                .matcher(words.substring(0, Math.min(words.length(), LINE_OF_SUM)))
                .find();
    }

    /** With what the label of its field tells of the tax, where the sum itself tells nothing. */
    private Amount withTax(Amount amount, int at) {
        String label = notice.entries().stream()
                .filter(entry -> entry.field() == Notice.Field.AMOUNT && entry.start() <= at && at < entry.end())
                .map(entry -> notice.view().text().substring(entry.start(), entry.valueStart()))
                .findFirst()
                .orElse("");
        boolean before = BEFORE_TAX.matcher(label).find();
        return amount.vat() != null || before == WITH_TAX.matcher(label).find()
                ? amount
                : new Amount(
                        amount.value(), amount.currency(), before ? Amount.Vat.HT : Amount.Vat.TTC, amount.least());
    }
}
