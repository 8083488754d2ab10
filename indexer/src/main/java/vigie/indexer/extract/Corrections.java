package vigie.indexer.extract;

import java.util.regex.Pattern;

/** What a correction puts right, as "instead of A read B" or "read B and not A": A is not so. */
final class Corrections {

    /** Words by which a notice says that it corrects an earlier one. */
    static final String NOTICE =
            "avis (?:de )?(?:rectificatif|modificatif|rectification)|avis n\\W{0,2}\\S+ rectificatif|rectificatif (?:a |de |d'|n\\W|d[eu] )|corrigendum|(?:modification|rectification|correction|erratum)s? (?:a |de |d'|du |relative a |concernant )*(?:l'avis|l'annonce|avis|annonce|publicite)|erratum.{0,80}\\b(?:l'avis|annonce|consultation)|\\bl'avis .{0,120}\\best (?:ainsi )?(?:modifie|rectifie|corrige|complete)";

    private static final Pattern WRONG_BEFORE = Pattern.compile(
            "\\bau lieu (?:de|du|d'|des)(?:(?!\\b(?:lire|il faut|il convient|mettre|remplac\\w+)\\b).){0,90}$|\\b(?:et|,) non (?:pas )?[^.;,]{0,25}$");
    private static final Pattern WRONG_BEHIND =
            Pattern.compile("^[^.;,]{0,25}\\b(?:(?:est|sont|etant) )?remplacee?s? par\\b");

    private static final int REACH = 110;

    private Corrections() {}

    /** Whether {@code words} correct what stands at {@code [start, end)}: something else holds instead. */
    static boolean isWrong(String words, int start, int end) {
        return WRONG_BEFORE
                        .matcher(words.substring(Math.max(0, start - REACH), start))
                        .find()
                || WRONG_BEHIND
                        .matcher(words.substring(end, Math.min(words.length(), end + REACH)))
                        .find();
    }
}
