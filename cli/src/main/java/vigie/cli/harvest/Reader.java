package vigie.cli.harvest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigie.crawler.fetch.Sitemap;
import vigie.crawler.fetch.Sitemaps;
import vigie.crawler.fetch.UrlNormalizer;
import vigie.crawler.focus.Traps;
import vigie.crawler.parse.DocumentParser;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.Link;
import vigie.model.TextOutcome;

/** Reads the pages of one made-up site as a crawl reads those of a real one, each once. */
final class Reader {

    private static final ParsedDocument MISSING =
            new ParsedDocument(TextOutcome.FAILED, "404", "text/html", "", List.of(), null, null, List.of(), Map.of());

    private final DocumentParser parser;
    private final UrlNormalizer normalizer = new UrlNormalizer();
    private final Map<String, Page> pages = new HashMap<>();
    private final Map<String, ParsedDocument> read = new HashMap<>();
    private final Map<String, Optional<String>> addresses = new HashMap<>();
    private final String root;

    Reader(Site site, DocumentParser parser) {
        this.parser = parser;
        this.root = site.start();
        site.pages().forEach((url, page) -> normal(url).ifPresent(to -> pages.put(to, page)));
    }

    /** Where a crawl of the site begins: its home page and where a sitemap is by custom. */
    List<String> starts() {
        return List.of(root, root + "sitemap.xml");
    }

    boolean isAct(String url) {
        Page page = pages.get(url);
        return page != null && page.isAct();
    }

    /** The normal form of an address that a crawl may ask for. */
    Optional<String> address(String url) {
        return addresses.computeIfAbsent(
                url, found -> normal(found).filter(to -> to.startsWith(root) && !Traps.is(to)));
    }

    private Optional<String> normal(String url) {
        return normalizer.normalize(url).map(URI::toString);
    }

    ParsedDocument read(String url) {
        return read.computeIfAbsent(url, this::parse);
    }

    private ParsedDocument parse(String url) {
        Page page = pages.get(url);
        if (page == null) {
            return MISSING;
        }
        if (page.html() == null) {
            TextOutcome outcome = page.text().isEmpty() ? TextOutcome.NO_TEXT : TextOutcome.TEXT;
            return new ParsedDocument(
                    outcome, null, "application/pdf", page.text(), List.of(), null, null, List.of(), Map.of());
        }
        byte[] body = page.html().getBytes(StandardCharsets.UTF_8);
        return url.endsWith("/sitemap.xml")
                ? sitemap(url, body)
                : parser.parse(URI.create(url), "text/html; charset=utf-8", body);
    }

    private static ParsedDocument sitemap(String url, byte[] body) {
        List<Link> links = new ArrayList<>();
        new Sitemaps()
                .read(URI.create(url), body)
                .map(Sitemap::pages)
                .orElse(List.of())
                .forEach(page -> links.add(new Link(page.toString(), "")));
        return new ParsedDocument(
                TextOutcome.TEXT, null, "application/xml", "", List.of(), null, null, links, Map.of());
    }
}
