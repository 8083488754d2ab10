package vigie.indexer.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a notice that is a label and its value, whatever stands between them. What a label of the buyer's own making says,
 * its words and the kind of value behind it tell; people who ask and want stand before plain colons too, in minutes.
 *
 * @param gap what stands between the two
 * @param known whether the label is one that {@link Notice} has a field for
 * @param meaning the label that says the same, empty where there is none or the label is known
 */
record LabelledLine(Span gap, boolean known, Optional<String> meaning) {

    private static final Pattern LINE = Pattern.compile(
            "[ \\u00a0•*-]*([^:.…_·>→=|;]{3,60}?)([ \\u00a0]*(?:(?:[.·_] ?){3,}|…+|\\.\\.|-{4,}|>{1,3}|→|[=-]>|[ \\u00a0]=(?=[ \\u00a0])|:(?=[ \\u00a0]))[ \\u00a0.…_·-]*:?[ \\u00a0]*)(?=[^\\s:])");

    private static final Pattern SUM = Pattern.compile(
            "^\\d[\\d .,]{2,14} ?(?:(?:€|eur\\w*)(?: (?:ht|ttc|hors taxes?))?|ht|ttc)(?: ?(?:/|par|l') ?an\\w*)?[ .]*$");
    private static final Pattern OTHER_SUM = Pattern.compile(
            "\\b(?:estim\\w*|caution\\w*|penalite\\w*|sous-? ?trait\\w*|plus|moins|minim\\w*|garantie|avance|capital|offres?|part|dont|initial\\w*|subvention\\w*|tva|taxe|aide\\w*|avant|credits?|budget\\w*|recette\\w*|economie\\w*|difference|sanction|indemnite|prime|chiffre|deja|reste|variante|option\\w*|pse)\\b");

    private static final Pattern DAY = Pattern.compile(
            "^(?:le |du )?(?:\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|\\d{1,2}(?:er)? \\p{L}{3,9} \\d{4})[ .]*$");
    private static final Pattern AGREED =
            Pattern.compile("\\b(?:sign\\w*|notifi\\w*|conclu\\w*|attribu\\w*|passe[ers]*|accord|bon a executer)\\b");

    private static final Pattern WHO = Pattern.compile(
            "\\b(?:(?:r?emport|gagn|vainqu|laureat)\\w*|(?:choisi|retenu)e?s?$|(?:chez|avec|a|par) qui\\b|qui (?:l'a|a (?:eu|obtenu)|s'en charge|fournit|vend|installe))");
    private static final Pattern NOT_WHO = Pattern.compile(
            "\\b(?:non|pas|ne|n'\\w+|perd\\w*|autres?|ecart\\w*|concurr\\w*|combien|pourquoi|quand|motifs?|raisons?|procedure|forme|mode|criteres?|date|montant|prix)\\b");

    private static final Pattern WHAT = Pattern.compile(
            "\\b(?:(?:cherch|voul|demand|command|achet)\\w*|service rendu|c'est pour quoi|de quoi)\\b(?! (?:le|du|au|par))");

    /** The label with which {@code line} begins, if it has one. */
    static Optional<LabelledLine> of(String text, Span line) {
        Matcher found = LINE.matcher(text).region(line.start(), line.end());
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        boolean known = Notice.isAnyLabel(found.group(1));
        String value = text.substring(found.end(), line.end());
        Span gap = new Span(found.start(2), found.end(2));
        boolean plain = found.group(2).strip().equals(":");
        Optional<String> meaning = known
                ? Optional.empty()
                : meaning(View.fold(found.group(1)), value)
                        .filter(told -> told.equals("montant")
                                ? !plain && !mayBeName(found.group(1))
                                : !plain || !told.equals("objet"));
        return Optional.of(new LabelledLine(gap, known, meaning));
    }

    private static Optional<String> meaning(String label, String value) {
        String plain = View.fold(value);
        if (SUM.matcher(plain).find()) {
            return OTHER_SUM.matcher(label).find() ? Optional.empty() : Optional.of("montant");
        }
        if (DAY.matcher(plain).find()) {
            return AGREED.matcher(label).find() ? Optional.of("date de notification") : Optional.empty();
        }
        if (WHO.matcher(label).find()
                && !NOT_WHO.matcher(label).find()
                && Character.isUpperCase(value.codePointAt(0))) {
            return Optional.of("titulaire");
        }
        return WHAT.matcher(label).find() ? Optional.of("objet") : Optional.empty();
    }

    /** Offers stand before their prices as labels do. */
    private static boolean mayBeName(String label) {
        return !label.contains(" ") || label.chars().skip(1).anyMatch(Character::isUpperCase);
    }

    /** Whether nothing but a colon stands between the two. */
    boolean isColon(String text) {
        return text.substring(gap.start(), gap.end()).strip().equals(":");
    }

    /** Whether the value tells who has the contract, though no known label says so. */
    boolean tellsHolder() {
        return meaning.filter("titulaire"::equals).isPresent();
    }
}
