package vigie.indexer.extract;

import java.util.regex.Pattern;

/** What a correction puts right, as "instead of A read B" or "read B and not A": A is not so. */
final class Corrections {

    /** Words by which a notice says, where it begins, that it corrects an earlier one. */
    private static final Pattern TITLE = Pattern.compile(
            "^[^a-z]{0,8}rectificatif\\b|\\b(?:avis|annonce|consultation|publicite)\\b[^.;]{0,40}\\b(?:rectificati|rectifie|corrige)|\\b(?:rectifi|corrige|correction|erratum|modificati(?:f|on) (?:a |de |d'|d[eu] ))[^.;]{0,40}\\b(?:avis|annonce|publicite)\\b|\\bavis modificatif|\\bcorrigendum\\b|\\berratum\\b.{0,150}\\b(?:avis|annonce|consultation)\\b|\\bl'(?:avis|annonce) .{0,120}\\best (?:ainsi )?(?:modifie|complete)");

    private static final Pattern WRONG_BEFORE = Pattern.compile(
            "\\bau lieu (?:de|du|d'|des)(?:(?!\\b(?:lire|il faut|il convient|mettre|remplac\\w+)\\b).){0,90}$|\\b(?:supprimer|rayer|biffer)\\b(?:(?!\\b(?:lire|ecrire|inserer|ajouter|mettre|remplac\\w+)\\b).){0,60}$|\\bet non (?!retenu|attribu|leve|affermi|classe)(?:pas )?[^.;,|]{0,20}$");
    private static final Pattern WRONG_BEHIND =
            Pattern.compile("^[^.;,]{0,25}\\b(?:(?:est|sont|etant) )?remplacee?s? par\\b");

    private static final int REACH = 110;

    private static final int BEGINNING = 400;

    private Corrections() {}

    /** Whether a notice with these {@code words} corrects another. */
    static boolean isOne(String words) {
        return TITLE.matcher(words.substring(0, Math.min(words.length(), BEGINNING)))
                .find();
    }

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
