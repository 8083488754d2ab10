package vigie.indexer.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vigie.model.Amount;

/** Chooses the sum that a sentence ties to a purchase, or none: parts, subsidies and sums for other things do not count. */
final class AmountChoice {

    private static final Pattern NOT_THE_PRICE = Pattern.compile(
            "(?:\\bdont(?: environ)?|\\d ?%,? soit(?: environ)?|indemnite\\w*(?: \\w+){0,3}|subvention\\w*(?: \\w+){0,3}(?: ?\\([^)]*\\))?|\\baides?(?: \\w+){0,3}(?: ?\\([^)]*\\))?|rembours\\w+|particip\\w+(?: \\w+){0,4}|pris\\w* en charge(?: \\w+){0,3}"
                    + "|(?:n'inclut|ne comprend|n'inclu\\w*|ne couvre)\\w* pas(?: \\w+){0,2}|hors(?: \\w+){0,2}|hors (?!tax|tva)(?:\\w+ ){1,3}\\(|econom\\w+(?: \\w+){0,4}|au lieu de|(?:€|euros?|\\bht|\\bttc)[^.;]{0,50}, contre|recettes?(?: \\w+){0,3}|benefices?[^.;]{0,20}"
                    + "|penalites?(?: \\w+){0,3}|amende(?: \\w+){0,3}|capital(?: \\w+){0,3}|chiffre d'affaires(?: \\w+){0,3}|(?<![;,] )(?<!\\bun )budget(?: \\w+){0,3} (?:de|a)|chapitre[^.;\\d]{0,40}(?:vote|adopte|arrete)e? a(?: la somme de)?|finance\\w*(?: \\w+){0,3} a hauteur|minimum(?: annuel| garanti| total)*|(?:montant|valeur|prix) (?:initiale?|avant)[^.;\\d]{0,40}|initialement(?: \\w+){0,4})(?: (?:de|d'|les|des|un|une|a|:))*\\s?$");
    private static final Pattern PART = Pattern.compile(
            "^[^,.;]{0,12}?(?:\\bde (?:subvention|maintenance|fibre|recettes|penalites?|travaux|genie civil|tva|formation)|d'(?:aide|entretien|economies?)|versee?s? par|par (?:camera|point|poste|unite|appareil|jour|habitant)|l'unite|/ ?camera)");
    private static final Pattern PRICE = Pattern.compile(
            "(?:\\bpour(?: \\w+){0,5}|moyennant(?: \\w+){0,3}|au prix|somme|montant[^.;]{0,40}|cout\\w*[^.;]{0,40}|factur\\w*[^.;]{0,40}|prix[^.;]{0,30}|loyer[^.;]{0,30}|maximum[^.;]{0,15}|estim\\w+[^.;]{0,20}|depens\\w+[^.;]{0,25}|\\(|soit|chiffre\\w*|evalu\\w+|inscri\\w+(?: \\w+){0,3}|regler(?: \\w+){0,4}|plus-value,?|incidence[^.;\\d]{0,20}|\\bpart (?:de|du) [^.;:\\d]{2,30}|quote-part[^.;\\d]{0,40}|limite|plafon\\w+[^.;\\d]{0,15}|contrat[^.;]{0,60}|devis[^.;]{0,60}|enveloppe[^.;]{0,20}|credits?[^.;]{0,25}|redevance[^.;]{0,20}|abonnement[^.;]{0,30}|hauteur)(?: (?:de|d'|a|un|une|total|totale|annuel|global|:|est|s'\\w+))*\\s?$");
    private static final Pattern COSTS = Pattern.compile("^[^.;,]{0,25}que (?:coute|represente|vaut)");
    /** What is paid in the end, where the sum of a year stands before it. */
    private static final Pattern IN_ALL = Pattern.compile(
            "^[^.;,\\d]{0,20}\\b(?:en tout|au total|en totalite|sur (?:la duree|toute la duree|les? (?:\\w+ )?ans)|pour (?:la duree|les (?:\\w+ )?(?:ans|annees)))");

    private static final Pattern CONTINUES = Pattern.compile(
            "^\"?\\s?(?:(?:considerant|attendu) que la plus-value|(?:la|le|l'|les|sa|son|cette|ce|cet|une?|leur)\\s?(?:facture|cout|montant|depense|ensemble|loyer|prix|abonnement|contrat|marche|redevance|location|licence|achat|acquisition|prestation|solution|logiciel|enveloppe|devis|operation|essai|test|experimentation|investissement|maximum|accord-cadre|convention|avenant|solution retenue|offre|plus-value)\\b|(?:le conseil|l'assemblee)[^.;]{0,80}\\b(?:depense|somme|acquisition|devis|marche|achat)\\b|il en coute|elle coute|il coute|(?:elle|il|celle-ci|celui-ci) (?:est|a ete) (?:evalue|estime|chiffre)|montant|cout|prix|plus-value|incidence|pour un (?:montant|cout)|soit|ce montant|l'ensemble)|\\bque (?:coute|represente)\\b|(?:cout|prix|montant)(?: total| global| annuel)? (?:de l'|du |de la |de cette |de ce )");

    /** The same sum once more, with the tax: "10 000 € HT, soit 12 000 € TTC". */
    private static final Pattern WITH_TAX =
            Pattern.compile("\\d[^\\d.;]{0,12}\\bh\\.? ?t\\.?,? ?(?:\\(|soit |– |/ )+(?:de )?$");

    /** What a contract comes to with an amendment, whose own price is the difference. */
    private static final Pattern NEW_TOTAL = Pattern.compile("\\bport\\w+ (?:le|la|son|ce|ainsi)[^.;]{0,50} a $");

    private static final Pattern CLOSED = Pattern.compile("^[^(;,]{0,20}\\) ?(?:,|;|et\\b|puis\\b|\\+)");
    private static final Pattern NEXT_THING =
            Pattern.compile(";|\\bet (?:le|la|les|l'|un|une|des|du|celui|celle|ceux)\\b");

    private static final double CALLED_PRICE = 2;
    private static final double LESS_LIKELY = 0.7;

    private AmountChoice() {}

    /** The price in {@code sentence} of what is named at {@code anchor}. */
    static Optional<Amount> in(Sentence sentence, int anchor) {
        List<Sum> sums = sentence.finds().sums();
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        View view = sentence.view();
        int at = view.at(anchor);
        boolean priced = sums.stream()
                .anyMatch(sum ->
                        base(view, sum) >= CALLED_PRICE && view.at(sum.span().start()) > at);
        return sums.stream()
                .filter(sum -> score(view, sum, at) > 0)
                .max(Comparator.comparingDouble(sum -> score(view, sum, at) - (priced ? ofAnother(view, sum, at) : 0)))
                .map(Sum::amount);
    }

    /** The first price in an entry of a list, behind which that of an offer passed over may stand. */
    static Optional<Amount> first(Sentence entry, int anchor) {
        View view = entry.view();
        int at = view.at(anchor);
        return entry.finds().sums().stream()
                .filter(sum -> base(view, sum) >= 1 && score(view, sum, at) > 0)
                .findFirst()
                .map(Sum::amount);
    }

    /** The same for a sentence that follows and goes on about the same purchase. */
    static Optional<Amount> after(Sentence sentence) {
        boolean goesOn = CONTINUES.matcher(sentence.words()).find();
        return goesOn ? in(sentence, sentence.start()) : Optional.empty();
    }

    /** The same for the next sentence, where it names nobody and nothing that another purchase could be of. */
    static Optional<Amount> next(Sentence sentence) {
        return sentence.hits().isEmpty() ? price(sentence) : Optional.empty();
    }

    /** Whether its sums are parts, limits below or of something else, all of them. */
    static boolean pricesNothing(Sentence sentence) {
        View view = sentence.view();
        return sentence.finds().sums().stream()
                .allMatch(sum -> sum.bound() == FoundAmount.Bound.MINIMUM || base(view, sum) == 0);
    }

    /** Whether no word beside {@code sum} speaks against a price. */
    static boolean mayBePrice(Sentence sentence, Sum sum) {
        return sum.bound() != FoundAmount.Bound.MINIMUM && base(sentence.view(), sum) > LESS_LIKELY;
    }

    /** How many sums its own words call prices. */
    static long prices(Sentence sentence) {
        View view = sentence.view();
        return sentence.finds().sums().stream()
                .filter(sum -> sum.bound() != FoundAmount.Bound.MINIMUM && base(view, sum) >= CALLED_PRICE)
                .count();
    }

    /** The sum in {@code sentence} that its own words call a price. */
    static Optional<Amount> price(Sentence sentence) {
        View view = sentence.view();
        return sentence.finds().sums().stream()
                .filter(sum -> sum.bound() != FoundAmount.Bound.MINIMUM && base(view, sum) >= CALLED_PRICE)
                .findFirst()
                .map(Sum::amount);
    }

    private static double score(View view, Sum sum, int anchor) {
        String words = view.text();
        int start = view.at(sum.span().start());
        double base = base(view, sum);
        if (sum.bound() == FoundAmount.Bound.MINIMUM || base == 0) {
            return 0;
        }
        boolean other = anchor <= start
                && words.substring(Math.min(anchor, start), start).contains(";");
        int distance = Math.abs(start - anchor) + (start < anchor ? 40 : 0);
        return base - Math.min(500, distance) / 600.0 - (other ? 0.5 : 0);
    }

    /** How far a sum is of what is named before {@code anchor}: "cameras (300 €) and the program, which … (80 €)". */
    private static double ofAnother(View view, Sum sum, int anchor) {
        int end = view.at(sum.span().end() - 1) + 1;
        if (end > anchor) {
            return 0;
        }
        String between = view.text().substring(end, anchor);
        return CLOSED.matcher(between).find()
                ? 0.8
                : NEXT_THING.matcher(between).find() ? 0.4 : 0;
    }

    /** How far the words beside a sum speak for a price: 0 where they speak against it. */
    private static double base(View view, Sum sum) {
        String words = view.text();
        int start = view.at(sum.span().start());
        int end = Math.min(words.length(), view.at(sum.span().end() - 1) + 1);
        String left = words.substring(Math.max(0, start - 70), start);
        String right = words.substring(end, Math.min(words.length(), end + 40));
        if (NOT_THE_PRICE.matcher(left).find() || PART.matcher(right).find()) {
            return 0;
        }
        if (WITH_TAX.matcher(left).find() || NEW_TOTAL.matcher(left).find()) {
            return LESS_LIKELY;
        }
        if (IN_ALL.matcher(right).find()) {
            return CALLED_PRICE + 1;
        }
        return PRICE.matcher(left).find() || COSTS.matcher(right).find() ? CALLED_PRICE : 1;
    }
}
