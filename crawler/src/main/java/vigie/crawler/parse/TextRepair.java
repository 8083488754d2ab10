package vigie.crawler.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends what the making of a PDF does to words, so that the text is what a reader sees on the page. Only what the document
 * itself proves is mended; everything else stays as it stands in the file:
 *
 * <ul>
 *   <li>letters printed twice to look bold ("FFOOUURRNNIITTUURREE"): words of three pairs and more, and what is printed
 *       twice beside them on the line;
 *   <li>words parted at the end of a line, where the same document has them whole elsewhere; the line then ends behind the
 *       word;
 *   <li>apostrophes that the font lost ("larticle"), where the document has a few such words and hardly an apostrophe.
 * </ul>
 *
 * <p>Pages stay apart, so that whoever looks up a quote finds it on its page. Not thread-safe.
 */
final class TextRepair {

    private static final Pattern STRONG = Pattern.compile("(?<!\\p{L})(?:(\\p{L})\\1){3,}+(?!\\p{L})");
    private static final Pattern TWICE =
            Pattern.compile("(?<!\\S)(?:(\\S)\\1)++(?:[ \\u00a0]++(?:(\\S)\\2)++(?!\\S))*+(?!\\S)");
    private static final Pattern PAIR = Pattern.compile("(\\S)\\1");

    private static final Pattern PARTED = Pattern.compile("(?<!\\p{L})(\\p{L}{2,})[-\\u00ad]\\n(\\p{Ll}{2,})");
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");

    /** An elided article in front of words that make no other word with it. */
    private static final Pattern LOST = Pattern.compile("(?<![\\p{L}'’])([ld])("
            + "articles?|arrêtés?|assemblées?|autorisations?|acquisitions?|installations?|exploitations?|utilisations?"
            + "|équipements?|entretien|ensemble|entreprises?|exercice|unanimité|opérations?|urbanisme|intérieur"
            + "|administration|aménagements?|approuver|autoriser|adopter|attribuer|émettre|État)(?!\\p{L})");

    private static final Pattern APOSTROPHE = Pattern.compile("\\p{L}['’]\\p{L}");

    /** Fewer lost apostrophes may be slips of the author. */
    private static final int MANY = 3;

    private final List<String> pages;
    private int doubled;
    private int hyphens;
    private int apostrophes;

    TextRepair(List<String> pages) {
        this.pages = pages.stream().map(this::halved).toList();
    }

    /** The pages, mended. */
    List<String> pages() {
        return apostrophes(joined(pages));
    }

    /** How many of what were mended, such as {@code doubled:3,hyphen:12}; empty if none. */
    String told() {
        StringJoiner told = new StringJoiner(",");
        tell(told, "doubled", doubled);
        tell(told, "hyphen", hyphens);
        tell(told, "apostrophe", apostrophes);
        return told.toString();
    }

    private static void tell(StringJoiner told, String what, int count) {
        if (count > 0) {
            told.add(what + ":" + count);
        }
    }

    private String halved(String page) {
        return STRONG.matcher(page).find() ? TWICE.matcher(page).replaceAll(this::halved) : page;
    }

    private String halved(MatchResult run) {
        if (STRONG.matcher(run.group()).results().noneMatch(word -> isWord(word.group()))) {
            return Matcher.quoteReplacement(run.group());
        }
        doubled++;
        return Matcher.quoteReplacement(
                PAIR.matcher(run.group()).replaceAll("$1").replaceAll("[ \\u00a0]+", " "));
    }

    /** Not just a row of one letter. */
    private static boolean isWord(String word) {
        return word.chars().distinct().count() > 1;
    }

    private List<String> joined(List<String> parted) {
        if (parted.stream().noneMatch(page -> PARTED.matcher(page).find())) {
            return parted;
        }
        Set<String> words = new HashSet<>();
        for (String page : parted) {
            WORD.matcher(page).results().forEach(word -> words.add(lower(word.group())));
        }
        return parted.stream().map(page -> joined(page, words)).toList();
    }

    private String joined(String page, Set<String> words) {
        StringBuilder out = new StringBuilder();
        Matcher parted = PARTED.matcher(page);
        int done = 0;
        while (parted.find()) {
            String whole = parted.group(1) + parted.group(2);
            String compound = parted.group(1) + "-" + parted.group(2);
            if (words.contains(lower(whole)) && !words.contains(lower(compound))) {
                out.append(page, done, parted.start()).append(whole);
                done = afterWord(page, parted.end(), out);
                hyphens++;
            }
        }
        return out.append(page, done, page.length()).toString();
    }

    /** Takes what is written close to the word along, and moves the line's end behind it. */
    private static int afterWord(String page, int from, StringBuilder out) {
        int end = from;
        while (end < page.length() && !Character.isWhitespace(page.charAt(end))) {
            end++;
        }
        out.append(page, from, end).append('\n');
        return end < page.length() && (page.charAt(end) == ' ' || page.charAt(end) == '\n') ? end + 1 : end;
    }

    private List<String> apostrophes(List<String> all) {
        long lost = all.stream().mapToLong(page -> count(LOST, page)).sum();
        long there = all.stream().mapToLong(page -> count(APOSTROPHE, page)).sum();
        if (lost < MANY || lost < there) {
            return all;
        }
        apostrophes = (int) lost;
        List<String> mended = new ArrayList<>();
        for (String page : all) {
            mended.add(LOST.matcher(page).replaceAll("$1’$2"));
        }
        return mended;
    }

    private static long count(Pattern pattern, String page) {
        return pattern.matcher(page).results().count();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.FRENCH);
    }
}
