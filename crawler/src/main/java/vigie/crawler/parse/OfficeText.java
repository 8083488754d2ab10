package vigie.crawler.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;
import vigie.model.Link;

/** Turns the XHTML events of Tika into text, and collects web links. */
final class OfficeText extends DefaultHandler {

    private final BlockText out = new BlockText(ReadLimits.MAX_TEXT);
    private final Map<String, String> links = new LinkedHashMap<>();
    private final StringBuilder anchor = new StringBuilder();
    private @Nullable String target;
    private boolean inBody;
    private boolean firstCell;
    private int lists;

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        switch (localName) {
            case "body" -> inBody = true;
            case "ul", "ol" -> lists++;
            case "li" -> out.item(Math.max(1, lists));
            case "table" -> out.paragraph();
            case "tr" -> {
                out.row();
                firstCell = true;
            }
            case "td", "th" -> {
                out.cell(firstCell);
                firstCell = false;
            }
            case "a" -> open(attributes.getValue("href"));
            default -> edge(localName);
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        switch (localName) {
            case "ul", "ol" -> lists--;
            case "li" -> out.endItem();
            case "td", "th" -> out.endCell();
            case "tr" -> out.line();
            case "table" -> out.paragraph();
            case "a" -> close();
            default -> edge(localName);
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (inBody) {
            String text = new String(chars, start, length);
            out.text(text);
            if (target != null && anchor.length() < 300) {
                anchor.append(text);
            }
        }
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        characters(chars, start, length);
    }

    String text() {
        return out.toString();
    }

    List<Link> links() {
        List<Link> all = new ArrayList<>();
        links.forEach((url, text) -> all.add(new Link(url, text)));
        return all;
    }

    private void edge(String name) {
        switch (name) {
            case "p" -> {
                if (lists > 0) {
                    out.line();
                } else {
                    out.paragraph();
                }
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> out.paragraph();
            case "div", "br" -> out.line();
            default -> {
                // inline: no edge
            }
        }
    }

    private void open(@Nullable String href) {
        HttpUrl url = href == null ? null : HttpUrl.parse(href.strip());
        target = url == null ? null : url.newBuilder().fragment(null).build().toString();
        anchor.setLength(0);
    }

    private void close() {
        if (target != null) {
            links.putIfAbsent(target, CleanText.of(anchor).strip());
        }
        target = null;
    }
}
