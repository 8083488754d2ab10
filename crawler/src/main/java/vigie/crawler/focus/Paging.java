package vigie.crawler.focus;

import java.util.regex.Pattern;

/** Tells the further pages of a list, and gives all of its pages one key. */
final class Paging {

    private static final String NUMBER =
            "(?:page|pages|p|pg|paged|cur|start|limitstart|debut|offset|pageid|currentpage|num_page|npage|(?:\\w|%5b|\\[)+(?:page|cur|start)(?:%5d|\\])?)";
    private static final Pattern IN_QUERY =
            Pattern.compile("(?i)(?<=[?&])" + NUMBER + "=\\d+(?:&|$)|(?<=[?&])\\w*debut_\\w+=\\d+(?:&|$)");
    private static final Pattern IN_PATH = Pattern.compile("(?i)/(?:page[-_/]?\\d+|\\(offset\\)/\\d+)(?=/|$|\\?|\\.)");
    private static final Pattern REST = Pattern.compile("[?&/]+$");
    private static final Pattern ANCHOR = Pattern.compile(
            "\\d{1,3}|(?:page )?(?:suivante?s?|precedente?s?|next|previous|plus ancien(?:ne)?s?)(?: page)?|page \\d+"
                    + "|(?:voir|charger|afficher) plus(?: \\w+){0,2}|derniere page|articles plus anciens");

    private Paging() {}

    /** Whether {@code link} is another page of the list that {@code from} is a page of. */
    static boolean is(Place from, String link, String anchor) {
        String list = from.list();
        int query = list.indexOf('?');
        // Most links are elsewhere, which is cheaper to see.
        boolean elsewhere = !link.regionMatches(0, list, 0, query < 0 ? list.length() : query);
        if (elsewhere || from.url().equals(link) || !key(link).equals(list)) {
            return false;
        }
        return !link.equals(key(link)) || ANCHOR.matcher(FoldedWords.of(anchor)).matches();
    }

    /** The address without what says which page of the list it is. */
    static String key(String url) {
        String plain = IN_PATH.matcher(IN_QUERY.matcher(url).replaceAll("")).replaceAll("");
        return REST.matcher(plain).replaceAll("");
    }
}
