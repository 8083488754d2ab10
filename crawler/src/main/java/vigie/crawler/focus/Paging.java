package vigie.crawler.focus;

import java.util.regex.Pattern;

/** Tells the further pages of a list, and gives all of its pages one key. */
final class Paging {

    private static final String NUMBER =
            "(?:page|pages|p|pg|pn|cp|paged|cur|start|limitstart|debut|offset|pageid|page_?(?:no|num|number|index)|currentpage|num_page|npage"
                    + "|(?:\\w|%5b|\\[)+(?:page|paged|cur|start)(?:%5d|\\])?)";
    private static final Pattern IN_QUERY =
            Pattern.compile("(?i)(?<=[?&])" + NUMBER + "=\\d+(?:&|$)|(?<=[?&])\\w*debut_\\w+=\\d+(?:&|$)");
    private static final Pattern IN_PATH = Pattern.compile("(?i)/(?:page[-_/]?\\d+|\\(offset\\)/\\d+)(?=/|$|\\?|\\.)");
    private static final Pattern REST = Pattern.compile("[?&/]+$");
    private static final Pattern ANCHOR = Pattern.compile(
            "\\d{1,3}|(?:page )?(?:suivante?s?|precedente?s?|next|previous|plus ancien(?:ne)?s?)(?: page)?|page \\d+"
                    + "|(?:voir|charger|afficher) plus(?: \\w+){0,2}|derniere page|articles plus anciens");

    private static final Pattern WORDS = Pattern.compile(".*\\p{L}.*");

    /** What is added to the address of a list for its further pages, whatever a CMS calls it: a parameter or a name with a number. */
    private static final Pattern STEP =
            Pattern.compile("[?&][\\w%.\\[\\]-]{1,40}=\\d{1,4}|/?[a-z]{0,12}[-_]?\\d{1,4}/?");

    private static final Pattern DIGITS = Pattern.compile("\\d{1,4}(?!\\d)");
    private static final int LONGEST_ANCHOR = 40;

    private Paging() {}

    /** Whether {@code link} is another page of the list that {@code from} is a page of. */
    static boolean is(Place from, String link, String anchor) {
        return isKnown(from, link, anchor) || isStep(from.url(), link, anchor);
    }

    private static boolean isKnown(Place from, String link, String anchor) {
        String list = from.list();
        int query = list.indexOf('?');
        // Most links are elsewhere, which is cheaper to see.
        boolean elsewhere = !link.regionMatches(0, list, 0, query < 0 ? list.length() : query);
        if (elsewhere || from.url().equals(link) || !key(link).equals(list)) {
            return false;
        }
        return !link.equals(key(link)) || isAnchor(anchor);
    }

    private static boolean isAnchor(String anchor) {
        return anchor.length() <= LONGEST_ANCHOR
                && ANCHOR.matcher(FoldedWords.of(anchor)).matches();
    }

    /** Whether the link adds a number to the address of its page, or is "next" and differs from it in one; what is cheap is looked at first. */
    private static boolean isStep(String from, String link, String anchor) {
        int same = 0;
        int shorter = Math.min(from.length(), link.length());
        while (same < shorter && from.charAt(same) == link.charAt(same)) {
            same++;
        }
        if (same == link.length()) {
            return false;
        }
        if (same == from.length()) {
            return STEP.matcher(link).region(same, link.length()).matches() && isAnchor(anchor);
        }
        return Character.isDigit(from.charAt(same))
                && Character.isDigit(link.charAt(same))
                && DIGITS.matcher(from.substring(same))
                        .replaceFirst("")
                        .equals(DIGITS.matcher(link.substring(same)).replaceFirst(""))
                && WORDS.matcher(anchor).matches()
                && isAnchor(anchor);
    }

    /** The address without what says which page of the list it is. */
    static String key(String url) {
        String plain = IN_PATH.matcher(IN_QUERY.matcher(url).replaceAll("")).replaceAll("");
        return REST.matcher(plain).replaceAll("");
    }
}
