package vigie.crawler.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Writes elements as text, keeping headings, lists, rows of data tables and paragraphs apart. */
final class HtmlText implements NodeFilter {

    private static final Query NOT_OF_DATA = Query.of("table table, h1, h2, h3");
    private static final Query SECOND_CELL = Query.of("tr > :nth-child(2)");
    private static final Query CELLS = Query.of("td, th");
    private static final Query BLOCKS = Query.of("p, div, li");

    private final BlockText out = new BlockText(Integer.MAX_VALUE);
    private final Deque<Boolean> dataTables = new ArrayDeque<>();
    private final Set<Element> skipped;
    private int lists;
    private int preformatted;

    private HtmlText(Set<Element> skipped) {
        this.skipped = skipped;
    }

    static String of(HtmlContent.Parts parts) {
        HtmlText text = new HtmlText(parts.skipped());
        for (Element part : parts.elements()) {
            part.filter(text);
            text.out.paragraph();
        }
        return text.out.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (preformatted > 0) {
                out.verbatim(text.getWholeText());
            } else {
                out.text(text.getWholeText());
            }
        } else if (node instanceof Element element) {
            if (skipped.contains(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element) {
        switch (element.normalName()) {
            case "br" -> out.line();
            case "ul", "ol" -> {
                lists++;
                edge(element);
            }
            case "li" -> out.item(Math.max(1, lists));
            case "table" -> {
                dataTables.push(isData(element));
                out.paragraph();
            }
            case "tr" -> out.row();
            case "td", "th" -> {
                if (inDataTable()) {
                    out.cell(element.previousElementSibling() == null);
                } else {
                    out.line();
                }
            }
            case "pre" -> {
                preformatted++;
                out.paragraph();
            }
            default -> edge(element);
        }
    }

    private void close(Element element) {
        switch (element.normalName()) {
            case "ul", "ol" -> {
                lists--;
                edge(element);
            }
            case "li" -> out.endItem();
            case "table" -> {
                dataTables.pop();
                out.paragraph();
            }
            case "tr" -> out.line();
            case "td", "th" -> {
                if (inDataTable()) {
                    out.endCell();
                } else {
                    out.line();
                }
            }
            case "pre" -> {
                preformatted--;
                out.paragraph();
            }
            default -> edge(element);
        }
    }

    /** Both edges of an element that is no list, table or inline element. */
    private void edge(Element element) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "figure", "dl", "hr" ->
                out.paragraph();
            case "p" -> {
                if (isLoneInItem(element)) {
                    out.line();
                } else {
                    out.paragraph();
                }
            }
            case "ul", "ol" -> {
                if (lists > 1 || element.normalName().isEmpty()) {
                    out.line();
                } else {
                    out.paragraph();
                }
            }
            case "div",
                    "dt",
                    "dd",
                    "caption",
                    "figcaption",
                    "address",
                    "fieldset",
                    "legend",
                    "summary",
                    "details",
                    "form",
                    "center",
                    "main",
                    "aside",
                    "header",
                    "footer",
                    "button",
                    "option",
                    "hgroup",
                    "body" -> out.line();
            default -> {
                // inline: no edge
            }
        }
    }

    /** A paragraph that only wraps the text of a list item starts no paragraph. */
    private static boolean isLoneInItem(Element paragraph) {
        Element parent = paragraph.parent();
        return parent != null
                && (parent.normalName().equals("li") || parent.normalName().equals("dd"));
    }

    private boolean inDataTable() {
        return Boolean.TRUE.equals(dataTables.peek());
    }

    /** Old pages lay themselves out by tables: then cells are blocks. */
    private static boolean isData(Element table) {
        String role = table.attr("role");
        boolean layout = role.equals("presentation")
                || role.equals("none")
                || NOT_OF_DATA.firstIn(table) != null
                || isWordy(table);
        return !layout && SECOND_CELL.firstIn(table) != null;
    }

    private static boolean isWordy(Element table) {
        int cells = CELLS.in(table).size();
        return cells > 0 && cells <= 4 && BLOCKS.in(table).size() > 3 * cells;
    }
}
