package vigie.indexer.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.Amount;

/** Sums in the lines of a table, whose unit stands only in its head. */
final class Rows {

    private static final Pattern MONEY_HEAD = Pattern.compile(
            "montant|prix|cout|\\bmax\\b|\\bht\\b|\\bttc\\b|euros?|€|ap vot|depense|credit|total|engage|\\bap\\b|\\bcp\\b|budget|valeur");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,/-])(\\d{1,3}(?:[ .]\\d{3})+|\\d{3,9})(?:,(\\d{2}))?(?![\\d/-])");

    private static final Pattern TOTALS = Pattern.compile("\\btotal[^¦]*$");

    /** Things that are counted, behind a number. */
    private static final Pattern COUNTED = Pattern.compile(
            "^ ?(?:unites?|cameras?|mois|ans?|\\)|jours?|licences?|postes?|flux|appareils?|points?|domes?)");

    private static final Sought THOUSANDS =
            Sought.of("\\ben (?:milliers d'euros|k ?€|keuros|ke\\b)|\\(k ?€\\)|milliers d'euros");

    private static final Pattern HT = Pattern.compile("\\bh\\.? ?t\\b|\\bhors[- ]taxe");
    private static final Pattern TTC = Pattern.compile("\\bttc\\b");
    private static final char CELL = '¦';

    /** A number, and one with thousands set apart and cents, which needs no head. */
    private static final int FIGURE = 1;

    private static final int WRITTEN_AS_MONEY = 4;

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    /** How far above a line its table's head is looked for. */
    private static final int MOST_ROWS = 100;

    private Rows() {}

    static Optional<Amount> amount(SectionText section, Sentence row) {
        List<Sum> told = row.finds().sums();
        if (!told.isEmpty()) {
            return Optional.of(told.get(0).amount());
        }
        Optional<String> head = head(section, row);
        Optional<Amount> sum = sum(row, head.orElse(""), head.isPresent() ? FIGURE : WRITTEN_AS_MONEY);
        boolean thousands = THOUSANDS.in(section.heading())
                || section.preceding(row, MOST_ROWS).stream().anyMatch(above -> THOUSANDS.in(above.words()));
        return thousands ? sum.map(Rows::thousandfold) : sum;
    }

    private static Amount thousandfold(Amount amount) {
        return new Amount(amount.value().movePointRight(3), amount.currency(), amount.vat(), amount.least());
    }

    /** The nearest line above with words for money in it, and no numbers behind them; none above a sentence. */
    private static Optional<String> head(SectionText section, Sentence row) {
        List<Sentence> above = section.preceding(row, MOST_ROWS);
        Optional<String> head = Optional.empty();
        boolean table = true;
        for (int i = above.size() - 1; i >= 0 && head.isEmpty() && table; i--) {
            String words = above.get(i).words();
            Matcher money = MONEY_HEAD.matcher(words);
            table = above.get(i).inCells() || !words.endsWith(".");
            boolean heads = table
                    && money.find()
                    && !NUMBER.matcher(
                                    YEAR.matcher(words.substring(money.start())).replaceAll(""))
                            .find();
            head = heads ? Optional.of(words) : head;
        }
        return head;
    }

    /**
     * Of the numbers that are no count of things the one that is most written like a sum, which {@code least} it must be;
     * under a last column of totals the last such.
     */
    private static Optional<Amount> sum(Sentence row, String head, int least) {
        String words = row.words();
        Matcher number = NUMBER.matcher(words);
        BigDecimal sum = null;
        int most = least - 1;
        boolean totals = TOTALS.matcher(head).find();
        while (number.find()) {
            boolean counts = COUNTED.matcher(words.substring(number.end())).find();
            int like = likeMoney(number, words);
            if (!counts && (like > most || (totals && like == most && sum != null))) {
                most = like;
                sum = new BigDecimal(number.group(1).replaceAll("[ .]", "")
                        + (number.group(2) == null ? "" : "." + number.group(2)));
            }
        }
        Amount.Vat vat =
                HT.matcher(head).find() ? Amount.Vat.HT : TTC.matcher(head).find() ? Amount.Vat.TTC : null;
        return Optional.ofNullable(sum).map(value -> Amount.euros(value, vat));
    }

    /** Thousands set apart speak for a sum, cents too; what begins the line is its number. */
    private static int likeMoney(Matcher number, String words) {
        boolean begins = words.substring(0, number.start()).indexOf(CELL) < 0
                && !words.substring(0, number.start()).matches(".*[a-z].*");
        boolean apart = number.group(1).length() > 3 && !number.group(1).matches("\\d+");
        return (begins && !apart ? 0 : FIGURE) + (apart ? 2 : 0) + (number.group(2) == null ? 0 : 1);
    }
}
