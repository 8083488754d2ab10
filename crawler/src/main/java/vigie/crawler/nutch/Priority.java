package vigie.crawler.nutch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How much an address promises: what smells of council minutes and of decisions on surveillance comes first. */
final class Priority {

    /** Of the addresses that a seed names itself. */
    static final float SEED = 100;

    private static final Pattern ACTS = Pattern.compile(
            "deliberation|proces.?verba|compte.?rendu|conseil.{0,3}municipa|conseils"
                    + "|seance|recueil|actes.?administratifs|\\braa\\b|arrete|decision|\\bpv\\b|registre|bureau.{0,3}communautaire");
    private static final Pattern SUBJECT =
            Pattern.compile("video|camera|surveillance|algorithm|intelligence.?artificielle"
                    + "|securite|tranquillite|police.?municipale|reconnaissance.?faciale|drone|\\blapi\\b");
    private static final Pattern PURCHASE =
            Pattern.compile("marche.{0,3}public|commande.?publique|appel.{0,3}offre|budget|subvention");
    private static final Pattern NEWS = Pattern.compile("magazine|bulletin|journal|gazette|actualite");
    private static final Pattern DOCUMENT =
            Pattern.compile("\\.(?:pdf|odt|docx?|rtf)(?:$|\\?)|telecharge|download|document");
    private static final Pattern DIACRITICS = Pattern.compile("\\p{Mn}+");

    private Priority() {}

    /** From 1 up; more is sooner. */
    static float of(String url, String anchor) {
        String text = folded(url + " " + anchor);
        float score = 1;
        score += ACTS.matcher(text).find() ? 10 : 0;
        score += SUBJECT.matcher(text).find() ? 8 : 0;
        score += PURCHASE.matcher(text).find() ? 4 : 0;
        score += NEWS.matcher(text).find() ? 2 : 0;
        score += DOCUMENT.matcher(text).find() ? 5 : 0;
        return score;
    }

    private static String folded(String text) {
        String plain = DIACRITICS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("");
        return plain.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
