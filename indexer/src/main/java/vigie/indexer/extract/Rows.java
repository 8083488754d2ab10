package vigie.indexer.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;

/** Sums in the lines of a table, whose unit stands only in its head. */
final class Rows {

    private static final Pattern MONEY_HEAD = Pattern.compile(
            "montant|prix|cout|euros?|€|ap vot|depense|credit|total|engage|\\bap\\b|\\bcp\\b|budget|valeur");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,/-])(\\d{1,3}(?:[ .]\\d{3})+|\\d{2,9})(?:,(\\d{2}))?(?![\\d/])");

    private Rows() {}

    static Optional<Amount> amount(SectionText section, Sentence row) {
        Optional<Sum> told = section.sums().stream()
                .filter(sum -> row.contains(sum.span().start()))
                .findFirst();
        if (told.isPresent()) {
            return told.map(Sum::amount);
        }
        String head = head(section.sentences(), row);
        return head == null ? Optional.empty() : firstNumber(row, head);
    }

    /** The nearest line above with words for money in it. */
    private static @Nullable String head(List<Sentence> sentences, Sentence row) {
        for (int i = sentences.indexOf(row) - 1; i >= 0; i--) {
            String words = sentences.get(i).view().text();
            if (MONEY_HEAD.matcher(words).find()
                    && !NUMBER.matcher(words.replaceAll("\\b(?:19|20)\\d\\d\\b", ""))
                            .find()) {
                return words;
            }
        }
        return null;
    }

    /** The first number that is no count of things. */
    private static Optional<Amount> firstNumber(Sentence row, String head) {
        String words = row.view().text();
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
