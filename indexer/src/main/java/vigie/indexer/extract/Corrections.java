package vigie.indexer.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Without such a word a text corrects nothing that was written before. */
    private static final Sought CORRECTS = Sought.of(
            "\\berrat(?:um|a)\\b|\\brectificati|\\bcoquille|\\b(?:il )?(?:faut|fallait|convient de|y a lieu de|convenait de) (?:lire|remplacer)\\b|\\blire ?[:\"]|[,;:] lire\\b");

    /** What stands behind the last of these is wrong, or right. */
    private static final Pattern TURN = Pattern.compile(
            "(\\bau lieu d|\\bet non\\b|\\b(?:remplacer|supprimer|rayer|biffer)\\b|\\b(?:etait|est|avait ete|a ete) (?:ecrit|indique|imprime|mentionne)\\b)|\\blire\\b|\\bpar ?:|\\bpar (?:la phrase|les mots|ce qui suit)|\\bpar (?=\")|\\becrire\\b");

    private static final int LINES = 2;

    private static final int BEGINNING = 400;

    private Corrections() {}

    /** Whether what {@code sentence} names at {@code anchor} stands in what an erratum puts right. */
    static boolean isPutRight(SectionText section, Sentence sentence, Span anchor) {
        String before = Stream.concat(
                        section.preceding(sentence, LINES).stream().map(Sentence::words),
                        Stream.of(sentence.before(anchor.start())))
                .collect(Collectors.joining(" "));
        Matcher turn = TURN.matcher(before);
        int wrong = -1;
        while (turn.find()) {
            wrong = turn.group(1) == null ? -1 : turn.end();
        }
        return wrong >= 0
                && before.substring(wrong).chars().filter(c -> c == '"').count() < 2
                && (CORRECTS.in(section.heading())
                        || section.around(sentence, LINES + 1, LINES).stream()
                                .anyMatch(near -> CORRECTS.in(near.words())));
    }

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
