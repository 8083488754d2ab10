package vigie.crawler.parse;

import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** How many characters each element of a tree shows, and how many of them are links: one walk for the whole tree. */
final class TextMass {

    private static final class Count {
        int all;
        int linked;
    }

    private final IdentityHashMap<Element, Count> counts = new IdentityHashMap<>();

    /** Counts below {@code root}, without what is below {@code skipped}. */
    TextMass(Element root, Set<Element> skipped) {
        root.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode text && node.parent() instanceof Element parent) {
                    count(parent).all += visible(text.getWholeText());
                }
                return node instanceof Element element && skipped.contains(element)
                        ? FilterResult.SKIP_ENTIRELY
                        : FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element element && depth > 0) {
                    Element parent = Objects.requireNonNull(element.parent());
                    Count own = count(element);
                    count(parent).all += own.all;
                    count(parent).linked += element.normalName().equals("a") ? own.all : own.linked;
                }
                return FilterResult.CONTINUE;
            }
        });
    }

    /** Characters that are not white space, in the element and below. */
    int of(Element element) {
        Count count = counts.get(element);
        return count == null ? 0 : count.all;
    }

    /** The share of {@link #of} that is inside links. */
    double linkShare(Element element) {
        Count count = counts.get(element);
        return count == null || count.all == 0 ? 1 : (double) count.linked / count.all;
    }

    private Count count(Element element) {
        return counts.computeIfAbsent(element, e -> new Count());
    }

    private static int visible(String text) {
        int visible = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            visible += c <= ' ' || c == '\u00a0' ? 0 : 1;
        }
        return visible;
    }
}
