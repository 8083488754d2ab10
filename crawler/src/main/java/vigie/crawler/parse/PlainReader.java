package vigie.crawler.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import vigie.model.Link;
import vigie.model.TextOutcome;

/** Reads text and CSV as they are, JSON as lines of names and values, and XML (feeds above all) as one line per element with its links. */
final class PlainReader {

    private static final String JSON = "application/json";
    private static final Query TITLE = Query.of("channel > title, feed > title");

    private PlainReader() {}

    static ParsedDocument text(String mediaType, @Nullable String contentType, byte[] payload) {
        TextDecoder.Decoded decoded = TextDecoder.decode(payload, contentType, false);
        if (decoded.text().length() > ReadLimits.MAX_TEXT) {
            return ParsedDocument.failed("longer than " + ReadLimits.MAX_TEXT + " characters", mediaType);
        }
        String text = CleanText.of(decoded.text());
        return document(mediaType, decoded, mediaType.equals(JSON) ? JsonText.of(text) : text, null, List.of());
    }

    static ParsedDocument xml(URI url, @Nullable String contentType, byte[] payload) {
        TextDecoder.Decoded decoded = TextDecoder.decode(payload, contentType, true);
        Document xml = Jsoup.parse(decoded.text(), url.toString(), Parser.xmlParser());
        BlockText text = new BlockText(Integer.MAX_VALUE);
        Set<String> links = new LinkedHashSet<>();
        HttpUrl base = HttpUrl.get(url);
        for (Element e : xml.getAllElements()) {
            text.line();
            text.text(e.wholeOwnText());
            if (base != null) {
                addLink(e, base, links);
            }
        }
        Element title = TITLE.firstIn(xml);
        List<Link> found = new ArrayList<>();
        links.forEach(l -> found.add(new Link(l, "")));
        return document(
                "application/xml",
                decoded,
                text.toString(),
                title == null ? null : title.text().strip(),
                found);
    }

    private static void addLink(Element e, HttpUrl base, Set<String> links) {
        String address = switch (e.normalName()) {
            case "link" -> e.hasAttr("href") ? e.attr("href") : e.text();
            case "enclosure" -> e.attr("url");
            case "loc" -> e.text();
            default -> "";
        };
        HttpUrl link = address.isBlank() ? null : base.resolve(address.strip());
        if (link != null) {
            links.add(link.newBuilder().fragment(null).build().toString());
        }
    }

    private static ParsedDocument document(
            String mediaType, TextDecoder.Decoded decoded, String text, @Nullable String title, List<Link> links) {
        Map<String, String> metadata =
                Map.of("charset", decoded.charset().name().toLowerCase(Locale.ROOT));
        return new ParsedDocument(TextOutcome.TEXT, null, mediaType, text, List.of(), title, null, links, metadata);
    }
}
