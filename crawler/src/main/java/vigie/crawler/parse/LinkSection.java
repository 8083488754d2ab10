package vigie.crawler.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Follows a walk through a page and knows at each step under which headings of the content it is. Not thread-safe.
 */
final class LinkSection {

    /** Titles of panels, tables and items stand below all headings. */
    private static final int PANEL = 7;

    private static final int MAX_LEVELS = 6;
    private static final Set<String> PANEL_TITLES = Set.of("summary", "caption", "legend", "dt");
    private static final Set<String> ITEMS = Set.of("tr", "li", "dd", "p", "article", "figure");

    private final HtmlContent.Parts content;
    private final @Nullable String[] titles = new String[PANEL + 1];
    private int inside;
    private int skipped;

    LinkSection(HtmlContent.Parts content) {
        this.content = content;
    }

    void enter(Element e) {
        inside += content.elements().contains(e) ? 1 : 0;
        skipped += content.skipped().contains(e) ? 1 : 0;
        int level = isContent() ? level(e) : 0;
        if (level > 0) {
            titles[level] = LinkAnchor.of(e);
            for (int below = level + 1; below <= PANEL; below++) {
                titles[below] = null;
            }
        }
    }

    void leave(Element e) {
        inside -= content.elements().contains(e) ? 1 : 0;
        skipped -= content.skipped().contains(e) ? 1 : 0;
    }

    private boolean isContent() {
        return inside > 0 && skipped == 0;
    }

    private static int level(Element e) {
        String name = e.normalName();
        if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
            return name.charAt(1) - '0';
        }
        boolean opens = name.equals("button") && e.hasAttr("aria-expanded");
        return opens || PANEL_TITLES.contains(name) ? PANEL : 0;
    }

    /** The section of a link with this anchor; the page's own title is left out. Null outside the content. */
    @Nullable
    String of(Element link, String anchor) {
        if (!isContent()) {
            return null;
        }
        List<String> all = new ArrayList<>();
        for (int level = 2; level <= PANEL; level++) {
            if (titles[level] != null && !titles[level].isEmpty()) {
                all.add(titles[level]);
            }
        }
        if (LinkAnchor.isPoor(anchor)) {
            item(link, all);
        }
        return LinkAnchor.cut(String.join(" / ", all));
    }

    private static void item(Element link, List<String> into) {
        Element e = link.parent();
        for (int levels = 0; e != null && levels < MAX_LEVELS; levels++) {
            if (ITEMS.contains(e.normalName())) {
                into.add(LinkAnchor.of(e));
                return;
            }
            e = e.parent();
        }
    }
}
