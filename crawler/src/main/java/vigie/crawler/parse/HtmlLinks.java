package vigie.crawler.parse;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import vigie.model.Link;

/**
 * All links of a page: anchors, frames, embedded viewers and what they show, attributes and scripts from which pages
 * open documents. Absolute, without fragment, each once, in order. Not thread-safe.
 */
final class HtmlLinks implements NodeVisitor {

    private static final int MAX_ADDRESS = 4_000;
    private static final int MAX_LINKS = 50_000;
    private static final Set<String> ADDRESS_ATTRIBUTES = Set.of(
            "data-href",
            "data-url",
            "data-link",
            "data-file",
            "data-pdf",
            "data-download",
            "data-src",
            "data-document");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?:)?//\\S+|[./?]\\S+|[^\\s:{}<>]+\\.\\w{2,5}(?:[?#]\\S*)?");
    private static final Pattern OPENS = Pattern.compile(
            "(?:\\bopen\\s*\\(\\s*|location(?:\\.href)?\\s*=\\s*|location\\.(?:assign|replace)\\s*\\(\\s*)['\"]([^'\"]+)['\"]");
    private static final Pattern SCRIPTED = Pattern.compile(
            "[\"']((?:https?:)?[^\"'\\s<>]{1,400}\\.(?:pdf|docx?|odt|rtf)(?:\\?[^\"'\\s<>]{0,200})?)[\"']",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOCUMENT = Pattern.compile("(?i).+\\.(?:pdf|docx?|odt|rtf|ods|xlsx?)(?:[?#].*)?");
    private static final Query BASE = Query.of("base[href]");

    private static final Set<String> SHOWN = Set.of("file", "url", "src", "pdf", "document", "doc", "pdfurl");
    private static final Pattern REFRESH = Pattern.compile("(?i)\\d*\\s*[;,]?\\s*url\\s*=\\s*['\"]?([^'\"]+)");

    private final HttpUrl base;
    private final Charset charset;
    private final LinkSection section;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private @Nullable Element at;

    private HtmlLinks(HttpUrl base, Charset charset, LinkSection section) {
        this.base = base;
        this.charset = charset;
        this.section = section;
    }

    /**
     * Reads the links of {@code page}, which lies at {@code url}.
     *
     * @param content of the page, where links have a section
     */
    static List<Link> of(Document page, HttpUrl url, Charset charset, HtmlContent.Parts content) {
        HtmlLinks links = new HtmlLinks(base(page, url), charset, new LinkSection(content));
        NodeTraversor.traverse(links, page);
        return List.copyOf(links.links.values());
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element e) {
            section.enter(e);
            at = e;
            if (links.size() < MAX_LINKS) {
                read(e);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element e) {
            section.leave(e);
        }
    }

    /** Asks for what says that a page stands in a relation to another. */
    static Query relation(String rel) {
        return Query.of("link[rel~=(?i)^" + rel + "$][href], a[rel~=(?i)\\b" + rel + "\\b][href]");
    }

    /** Where a {@link #relation} of the page points to, absolute; null where it points nowhere. */
    static @Nullable String target(Document page, HttpUrl url, Query relation) {
        Element link = relation.firstIn(page);
        HttpUrl target =
                link == null ? null : base(page, url).resolve(link.attr("href").strip());
        return target == null
                ? null
                : target.newBuilder().fragment(null).build().toString();
    }

    private static HttpUrl base(Document page, HttpUrl url) {
        Element base = BASE.firstIn(page);
        HttpUrl declared = base == null ? null : url.resolve(base.attr("href").strip());
        return declared == null ? url : declared;
    }

    private void read(Element e) {
        switch (e.normalName()) {
            case "a", "area" -> {
                boolean shows = addShown(e.attr("href"), LinkAnchor.of(e));
                if (!shows || !isViewer(e.attr("href"))) {
                    addOrRun(e.attr("href"), LinkAnchor.of(e));
                }
            }
            case "iframe", "frame", "embed" -> embedded(e, e.attr("src"));
            case "object" -> embedded(e, e.attr("data"));
            case "link" -> relation(e);
            case "meta" -> refresh(e);
            case "option" -> option(e);
            case "script" -> scripted(e.data());
            default -> {
                // no address of its own
            }
        }
        attributes(e);
    }

    private void attributes(Element e) {
        for (String name : ADDRESS_ATTRIBUTES) {
            String value = e.attr(name).strip();
            if (!value.isEmpty() && isAddress(e, name, value)) {
                boolean shows = isViewer(value) && addShown(value, LinkAnchor.of(e));
                if (!shows) {
                    add(value, LinkAnchor.of(e));
                }
            }
        }
        if (e.hasAttr("onclick")) {
            opened(e.attr("onclick"), LinkAnchor.of(e));
        }
    }

    /** Pictures load lazily by the same attributes. */
    private static boolean isAddress(Element e, String name, String value) {
        boolean frame = e.normalName().equals("iframe") || e.normalName().equals("embed");
        return value.length() <= MAX_ADDRESS
                && ADDRESS.matcher(value).matches()
                && (!name.equals("data-src") || frame || DOCUMENT.matcher(value).matches());
    }

    private void embedded(Element e, String address) {
        addShown(address, LinkAnchor.of(e));
        if (!address.isBlank() && !isViewer(address)) {
            add(address, LinkAnchor.of(e));
        }
    }

    /** A page that is empty without the document that it shows. */
    private static boolean isViewer(String address) {
        return address.toLowerCase(Locale.ROOT).contains("viewer");
    }

    private void relation(Element e) {
        String rel = e.attr("rel").toLowerCase(Locale.ROOT);
        boolean feed = rel.equals("alternate") && e.attr("type").contains("rss");
        if (rel.equals("canonical") || rel.equals("next") || rel.equals("prev") || feed) {
            add(e.attr("href"), "");
        }
    }

    private void refresh(Element e) {
        Matcher m = REFRESH.matcher(LinkAnchor.cut(e.attr("content")));
        if (e.attr("http-equiv").equalsIgnoreCase("refresh") && m.find()) {
            add(m.group(1), "");
        }
    }

    private void option(Element e) {
        String value = e.attr("value").strip();
        if (value.startsWith("http")
                || (value.startsWith("/") && value.length() > 1)
                || DOCUMENT.matcher(value).matches()) {
            add(value, LinkAnchor.of(e));
        }
    }

    private void scripted(String data) {
        Matcher m = SCRIPTED.matcher(data.replace("\\/", "/"));
        while (m.find()) {
            add(m.group(1), "");
        }
    }

    private void addOrRun(String href, String anchor) {
        if (href.regionMatches(true, 0, "javascript:", 0, 11)) {
            opened(href, anchor);
        } else if (!href.isBlank() && !href.startsWith("#")) {
            add(href, anchor);
        }
    }

    private void opened(String script, String anchor) {
        Matcher m = OPENS.matcher(script);
        while (m.find()) {
            add(m.group(1), anchor);
            addShown(m.group(1), anchor);
        }
    }

    /** Viewers name the document that they show in a parameter; whether one was found. */
    private boolean addShown(String address, String anchor) {
        HttpUrl viewer = address.indexOf('?') < 0 ? null : resolve(address);
        if (viewer == null) {
            return false;
        }
        boolean found = false;
        for (String name : viewer.queryParameterNames()) {
            String shown = viewer.queryParameter(name);
            if (shown != null
                    && SHOWN.contains(name.toLowerCase(Locale.ROOT))
                    && DOCUMENT.matcher(shown).matches()) {
                add(decodedTwice(shown), anchor);
                found = true;
            }
        }
        return found;
    }

    private static String decodedTwice(String shown) {
        return shown.regionMatches(true, 0, "http%3A", 0, 7) || shown.regionMatches(true, 0, "https%3A", 0, 8)
                ? URLDecoder.decode(shown, StandardCharsets.UTF_8)
                : shown;
    }

    private void add(String address, String anchor) {
        HttpUrl url = resolve(address);
        if (url != null) {
            String key = url.newBuilder().fragment(null).build().toString();
            String under = at == null ? null : section.of(at, anchor);
            links.merge(key, new Link(key, anchor, under), HtmlLinks::better);
        }
    }

    /** Of two links to one address: the anchor that says something, the section that is one. */
    private static Link better(Link one, Link other) {
        String anchor =
                LinkAnchor.isPoor(one.anchor()) && !LinkAnchor.isPoor(other.anchor()) ? other.anchor() : one.anchor();
        return new Link(one.url(), anchor, one.section() == null ? other.section() : one.section());
    }

    private @Nullable HttpUrl resolve(String address) {
        if (address.length() > MAX_ADDRESS) {
            return null;
        }
        String plain = address.strip().replaceAll("[\\t\\r\\n]", "");
        return plain.isEmpty() ? null : base.resolve(charset.equals(StandardCharsets.UTF_8) ? plain : inCharset(plain));
    }

    /** Browsers write the query, and only it, in the charset of the page. */
    private String inCharset(String address) {
        int query = address.indexOf('?');
        if (query < 0) {
            return address;
        }
        StringBuilder out = new StringBuilder(address.substring(0, query));
        address.substring(query).codePoints().forEach(c -> {
            String s = Character.toString(c);
            out.append(c < 0x80 ? s : URLEncoder.encode(s, charset));
        });
        return out.toString();
    }
}
