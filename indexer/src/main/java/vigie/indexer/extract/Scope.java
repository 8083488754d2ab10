package vigie.indexer.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether words of a clause stand under a negation or a condition. */
final class Scope {

    /** How a word stands. */
    enum Polarity {
        PLAIN,
        NEGATED,
        /** "ne … plus": it was so, and is so no longer. */
        NO_LONGER
    }

    private static final Pattern NE = Pattern.compile("\\b(?:ne|n')(?![a-z])|\\bn'");
    private static final Pattern NOT =
            Pattern.compile("\\b(?:pas|jamais|aucune?s?|ni|nullement|guere|rien|nulle?|point)\\b");
    private static final Pattern NO_MORE =
            Pattern.compile("\\bplus\\b(?! (?:de \\d|d'une? |que|tard|tot|en plus|large))");
    private static final Pattern WITHOUT = Pattern.compile(
            "\\b(?:sans(?: (?:que|aucune?|jamais|toutefois|pour autant))?|ni|non|pas d['e]|hors|hormis|absence d['e]\\w*|aucune?|dépourvue? d['e]|depourvue?s? d['e])(?![a-z]) ?(?:[\\w']+ ){0,4}$");
    private static final Pattern LACKING = Pattern.compile(
            "\\b(?:sans|depourvue?s? de|exempte?s? de|a l'exclusion d\\w*|excluant) ?(?:[\\w']+ ){0,3}$");
    private static final Pattern SUBJECT_NONE =
            Pattern.compile("\\b(?:aucune?|nulle?|ni|jamais|personne|rien|pas une?) [^.;]{0,90}$");
    private static final Sought CONDITION = Sought.of(
            "(?<!demande )(?<!demandent )(?<!savoir )(?<!demander )(?<!ignore )\\bs(?:i|')(?= ?(?:il|ils|elle|elles|on|nous|vous|je|l[ae']|les|d['e]|un|une|ce|cette|cela|demain|jamais|tous|notre|nos|votre|toutefois|celui|celle|toute?s?|la|ville|[a-z.]+ \\w+(?:ait|aient|ions|iez)\\b))(?! bien)(?!o)"
                    + "|\\b(?:a condition|sous reserve|le cas echeant|en cas d|dans l'hypothese|hypothetique|imaginons|supposons|a supposer|quand bien meme|pour peu que|au cas ou|faute de quoi|eventuel\\w*)");
    private static final Pattern CONDITIONAL = Pattern.compile(
            "\\b(?!(?:souhaite|voud|aime|attr|extr|retr|portr|distr|tr|abstr|contr|soustr|entr|par|dispar|appar|compar|repar|montr|administr|enregistr|rencontr|demontr|mesur|assur|entour|figur|dur|rest|ouvr|couvr|offr|souffr|decouvr|consider|esper|prepar|compar|separ|declar|ignor|explor|amelior|integr|oper|inspir|desir|admir|tir|retir|attir|dir|mont|cour|recour|encour|parcour|concour|secour|mour|cr)(?:r?ait|r?aient)\\b)\\w{2,}r(?:ait|aient|ions|iez|ais)\\b");

    /** How all of them end: few clauses have such a word. */
    private static final Sought CONDITIONAL_ENDS = Sought.of("r(?:ait|aient|ions|iez|ais)\\b");

    private Scope() {}

    /** How the words from {@code start} to {@code end} of a clause stand. */
    static Polarity polarity(String clause, int start, int end) {
        String before = clause.substring(Math.max(0, start - 70), start);
        int ne = lastNe(clause, Math.max(0, start - 45), end);
        if (ne >= 0) {
            String reach = clause.substring(ne, Math.min(clause.length(), end + 28));
            int stop = boundary(reach, end - ne);
            String scoped = reach.substring(0, stop);
            if (NO_MORE.matcher(scoped).find() && !NOT.matcher(scoped).find()) {
                return Polarity.NO_LONGER;
            }
            if (NOT.matcher(scoped).find()
                    || SUBJECT_NONE.matcher(clause.substring(0, ne)).find()) {
                return Polarity.NEGATED;
            }
        }
        return WITHOUT.matcher(before).find() ? Polarity.NEGATED : Polarity.PLAIN;
    }

    /** Where the negation particle stands that may govern the words before {@code end}, or -1. */
    private static int lastNe(String clause, int from, int end) {
        Matcher ne = NE.matcher(clause);
        ne.region(from, end);
        int last = -1;
        while (ne.find()) {
            last = ne.start();
        }
        if (last < 0) {
            return -1;
        }
        String between = clause.substring(last, end);
        int comma = between.lastIndexOf(", ");
        if (comma > 0
                && (NOT.matcher(between.substring(0, comma)).find()
                        || NO_MORE.matcher(between.substring(0, comma)).find())) {
            return -1;
        }
        return between.matches(".*(?:[;:]| mais | et que | qui | dont ).*") && between.length() > 30 ? -1 : last;
    }

    /** Where the clause that begins {@code reach} ends: punctuation after the words themselves stops the search. */
    private static int boundary(String reach, int least) {
        for (int i = Math.max(0, least); i < reach.length(); i++) {
            if (",;:.".indexOf(reach.charAt(i)) >= 0) {
                return i;
            }
        }
        return reach.length();
    }

    /** Whether the thing at {@code anchor} is what the words that end at {@code end} are said to go without. */
    static boolean without(String clause, int end, int anchor) {
        String between =
                anchor > end ? clause.substring(end, anchor) : clause.substring(Math.max(0, anchor - 25), anchor);
        return LACKING.matcher(between).find();
    }

    /** Whether something conditional governs the words at {@code at}. */
    static boolean conditional(String clause, int at) {
        return CONDITION.in(clause) || nearConditional(clause, at);
    }

    private static boolean nearConditional(String clause, int at) {
        if (!CONDITIONAL_ENDS.in(clause)) {
            return false;
        }
        Matcher m = CONDITIONAL.matcher(clause);
        while (m.find()) {
            if (m.start() - 60 <= at && at <= m.end() + 80) {
                return true;
            }
        }
        return false;
    }
}
