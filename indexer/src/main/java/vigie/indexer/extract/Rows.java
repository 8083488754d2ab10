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
            "montant|prix|cout|euros?|€|ap vot|depense|credit|total|engage|\\bap\\b|\\bcp\\b|budget|valeur");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,/-])(\\d{1,3}(?:[ .]\\d{3})+|\\d{2,9})(?:,(\\d{2}))?(?![\\d/])");

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    /** How far above a line its table's head is looked for. */
    private static final int MOST_ROWS = 100;

    private Rows() {}

    static Optional<Amount> amount(SectionText section, Sentence row) {
        List<Sum> told = row.finds().sums();
        if (!told.isEmpty()) {
            return Optional.of(told.get(0).amount());
        }
        return head(section, row).flatMap(head -> firstNumber(row, head));
    }

    /** The nearest line above with words for money in it, and no numbers. */
    private static Optional<String> head(SectionText section, Sentence row) {
        List<Sentence> above = section.preceding(row, MOST_ROWS);
        Optional<String> head = Optional.empty();
        for (int i = above.size() - 1; i >= 0 && head.isEmpty(); i--) {
            String words = above.get(i).words();
            boolean numbers = NUMBER.matcher(YEAR.matcher(words).replaceAll("")).find();
            head = !numbers && MONEY_HEAD.matcher(words).find() ? Optional.of(words) : head;
        }
        return head;
    }

    /** The first number that is no count of things. */
    private static Optional<Amount> firstNumber(Sentence row, String head) {
        String words = row.words();
        Matcher number = NUMBER.matcher(words);
        while (number.find()) {
            String digits = number.group(1).replaceAll("[ .]", "");
            boolean counts = !words.substring(number.end())
                    .matches("^ ?(?:unites?|cameras?|mois|ans?|\\)|jours?|licences?|postes?).*");
            if (counts) {
                Amount.Vat vat = head.matches(".*\\bht\\b.*")
                        ? Amount.Vat.HT
                        : head.matches(".*\\bttc\\b.*") ? Amount.Vat.TTC : null;
                return Optional.of(Amount.euros(
                        new BigDecimal(digits + (number.group(2) == null ? "" : "." + number.group(2))), vat));
            }
        }
        return Optional.empty();
    }
}
