package vigie.crawler.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text that one clicks on; where it says nothing ("Télécharger"), what the page says of the link to those who
 * cannot see it. Links that hold half a page are not read through.
 */
final class LinkAnchor implements NodeFilter {

    private static final int MAX_LENGTH = 300;
    private static final int MAX_NODES = 300;
    private static final Pattern POOR = Pattern.compile(
            "(?iu)|télécharger|consulter|lire(?: la suite)?|voir|ouvrir|afficher|ici|cliquez ici|pdf|feuilleter"
                    + "|en savoir plus|document|lien|→|»");

    private final BlockText text = new BlockText(Integer.MAX_VALUE);
    private String picture = "";
    private int nodes;

    private LinkAnchor() {}

    static String of(Element link) {
        LinkAnchor anchor = new LinkAnchor();
        link.filter(anchor);
        String shown = cut(anchor.text.toString());
        if (!isPoor(shown)) {
            return shown;
        }
        for (String name : List.of("title", "aria-label", "download")) {
            if (!link.attr(name).isBlank()) {
                return cut(link.attr(name));
            }
        }
        return shown.isEmpty() ? cut(anchor.picture) : shown;
    }

    static boolean isPoor(String anchor) {
        return POOR.matcher(anchor).matches();
    }

    static String cut(String text) {
        String clean = CleanText.of(text.substring(0, Math.min(text.length(), 2 * MAX_LENGTH)))
                .strip();
        return clean.length() <= MAX_LENGTH ? clean : CleanText.of(clean.substring(0, MAX_LENGTH));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.text(words.getWholeText());
        } else if (node instanceof Element inner
                && (inner.isBlock() || inner.normalName().equals("br"))) {
            text.text(" ");
        } else if (picture.isEmpty() && node.nodeName().equals("img")) {
            picture = node.attr("alt");
        }
        return nodes++ > MAX_NODES || text.length() > MAX_LENGTH ? FilterResult.STOP : FilterResult.CONTINUE;
    }
}
