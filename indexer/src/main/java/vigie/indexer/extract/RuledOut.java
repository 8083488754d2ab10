package vigie.indexer.extract;

import java.util.regex.Pattern;
import vigie.model.Modality;
import vigie.model.Stage;

/** What a text names only to say that it is not there, not asked for, no part of it. */
final class RuledOut {

    private static final int REACH = 60;

    private static final Pattern BEFORE = Pattern.compile(
            "\\b(?:sans|hors|ni|aucune?|excluant|exclut|hormis|pas (?:de|d'|la|le|les|l')|plutot que|interdi\\w+|refus\\w+)(?:\\b|(?<='))[^,;.:]{0,40}$");
    private static final Pattern BEHIND = Pattern.compile(
            "^[^,;.:]{0,45}?(?:\\bn'(?:est|sont|a|ont|etait|etaient|y)\\b|\\bne (?:sera|seront|fait|font|sont)\\b|\\bdesactiv|\\bexclue?s?\\b|\\binterdite?s?\\b|\\bnon (?:activ|reten|lev)|\\bpas (?:activ|reten|utilis|lev))");
    private static final Pattern NONE_BEFORE = Pattern.compile(
            "(?:\\b(?:sans(?! attendre)|aucune?s?|zero|nulle?|ni|hors|hormis|excluant|exclut|exclusion d[eu]s?|a l'exception d[eu]s?|n'\\w+ pas (?:d[eu]|les?|la)|ne \\w+ pas (?:d[eu]|les?|la))\\b|(?<!\\bn'est )\\bpas d(?:'|e\\b))[^,;.:]{0,40}$");
    private static final Pattern NONE_BEHIND = Pattern.compile(
            "^[^,;.:]{0,50}?\\b(?:n(?:e |')(?:\\w+ |')?(?:\\w+ )?(?:pas (?!seulement|remis|moins)|point |nulle |aucune?\\b|nullement)|(?:est|sont|restent?|demeurent?) (?:hors\\b|exclu|etrang|proscri|prohib|banni))");

    private static final Pattern EXCLUDING =
            Pattern.compile("\\b(?:exclu(?:e|es|s|t|ent|ant)?|a l'exclusion d[eu]s?)\\b(?! par)(?: ?:)?[^;.:]*$");
    private static final Pattern EXCLUDED = Pattern.compile(
            "^[^,;.:]*\\b(?:est|sont|reste|restent|demeure|demeurent)\\b[^,;.:]{0,20}\\b(?:exclu|proscrit|prohibe|banni)e?s?\\b");

    private static final Pattern NO = Pattern.compile("\\baucune? (?:\\w+ (?:de |d'|des ))?$");
    private static final Pattern IS_NOT = Pattern.compile("^[^,;.:]{0,40}?\\b(?:n'|ne )");

    private RuledOut() {}

    /** Whether the words beside rule out what stands between them: no function of what is told of. */
    static boolean beside(String before, String behind) {
        return BEFORE.matcher(before).find() || BEHIND.matcher(behind).find();
    }

    /** Whether the sentence {@code words} says of what stands at {@code [start, end)} that there is none, or that it is not meant. */
    static boolean in(String words, int start, int end) {
        String before = words.substring(Math.max(0, start - REACH), start);
        String behind = words.substring(end, Math.min(words.length(), end + 2 * REACH));
        return NONE_BEFORE.matcher(before).find() || NONE_BEHIND.matcher(behind).find();
    }

    /** Whether the sentence {@code words} excludes what stands at {@code [start, end)}: from a permission, a contract, a call. */
    static boolean excludes(String words, int start, int end) {
        return EXCLUDING
                        .matcher(words.substring(Math.max(0, start - 2 * REACH), start))
                        .find()
                || EXCLUDED.matcher(words.substring(end, Math.min(words.length(), end + REACH)))
                        .find();
    }

    /** Whether the sentence {@code words} says that there is nothing of what stands at {@code [start, end)}: "no analysis is done". */
    static boolean isNone(String words, int start, int end) {
        return NO.matcher(words.substring(Math.max(0, start - REACH), start)).find()
                && IS_NOT.matcher(words.substring(end, Math.min(words.length(), end + REACH)))
                        .find();
    }

    /** Whether a judgement tells that something is there or comes; that it is turned down or over may well be said of what is ruled out. */
    static boolean contradicts(Judgement judgement) {
        Stage stage = judgement.stage();
        return judgement.modality() == Modality.ASSERTED
                && stage != Stage.REJECTED
                && stage != Stage.ENDED
                && stage != Stage.SUSPENDED;
    }
}
