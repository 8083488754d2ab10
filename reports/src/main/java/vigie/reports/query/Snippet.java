package vigie.reports.query;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a document around what was looked for.
 *
 * @param page from 1, or null where there are no pages
 * @param start offset in the document's text
 * @param text verbatim, but for line ends, which are spaces
 * @param marks what was looked for, in order, without overlap
 * @param cutBefore whether text comes before
 * @param cutAfter whether text comes after
 */
public record Snippet(
        @Nullable Integer page, int start, String text, List<Mark> marks, boolean cutBefore, boolean cutAfter) {

    public Snippet {
        marks = List.copyOf(marks);
    }

    /** {@code [start, end)} in the snippet's text. */
    public record Mark(int start, int end) {}

    /** The text with {@code open} and {@code close} around each mark and an ellipsis where it is cut. */
    public String marked(String open, String close) {
        return marked(open, close, UnaryOperator.identity());
    }

    /** The same as HTML: the text escaped, marks as {@code <mark>}. */
    public String html() {
        return marked("<mark>", "</mark>", Snippet::escaped);
    }

    private String marked(String open, String close, UnaryOperator<String> escape) {
        StringBuilder out = new StringBuilder(cutBefore ? "… " : "");
        int at = 0;
        for (Mark mark : marks) {
            out.append(escape.apply(text.substring(at, mark.start()))).append(open);
            out.append(escape.apply(text.substring(mark.start(), mark.end()))).append(close);
            at = mark.end();
        }
        return out.append(escape.apply(text.substring(at)))
                .append(cutAfter ? " …" : "")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
