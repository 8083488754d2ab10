package vigie.crawler.nutch;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.metadata.Metadata;
import org.apache.nutch.parse.Outlink;
import org.apache.nutch.parse.ParseData;
import org.apache.nutch.parse.ParseImpl;
import org.apache.nutch.parse.ParseResult;
import org.apache.nutch.parse.ParseStatus;
import org.apache.nutch.parse.Parser;
import org.apache.nutch.protocol.Content;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.Sitemap;
import vigie.crawler.fetch.Sitemaps;
import vigie.crawler.focus.Promise;
import vigie.crawler.focus.Traps;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.Link;
import vigie.model.id.Digest;

/**
 * Nutch's way to text and links, over our {@link vigie.crawler.parse.DocumentParser}, for every media type. What was
 * read travels as JSON in the parse's metadata; a document that cannot be read is no failure, its outcome says so.
 */
public final class PageParser implements Parser {

    private Configuration conf = new Configuration(false);
    private @Nullable CrawlParts parts;
    private @Nullable Payloads payloads;

    @Override
    public void setConf(Configuration conf) {
        this.conf = conf;
        this.parts = CrawlParts.of(conf);
        this.payloads = new Payloads(conf);
    }

    @Override
    public Configuration getConf() {
        return conf;
    }

    @Override
    public ParseResult getParse(Content content) {
        CrawlParts known = parts;
        Payloads bodies = payloads;
        if (known == null || bodies == null) {
            throw new IllegalStateException("no configuration was set");
        }
        try {
            Response response = known.json().readValue(content.getMetadata().get(Fields.RESPONSE), Response.class);
            byte[] body = bodies.body(content.getContent(), response);
            return result(content, read(known, content.getUrl(), content.getMetadata()::get, response, body), known);
        } catch (IOException e) {
            return new ParseStatus(e).getEmptyParseResult(content.getUrl(), conf);
        }
    }

    /**
     * What a page says and leads to.
     *
     * @param parsed null of a sitemap, which is read for its links only
     * @param promises by normalised address
     * @param sitemaps further ones, as they are named
     * @param pages that a sitemap names, as they are named
     * @param paid as {@link PageLinks#kept} has it; null of a sitemap
     * @param platform of a seed's page, empty where it is unknown; null of others
     */
    record Page(
            @Nullable ParsedDocument parsed,
            Map<String, Promise> promises,
            List<String> sitemaps,
            List<String> pages,
            @Nullable String paid,
            @Nullable String platform) {}

    /**
     * Reads a page, and learns what it was worth.
     *
     * @param known what its record knows, by the names of {@link Fields}
     */
    static Page read(
            CrawlParts parts, String url, Function<String, @Nullable String> known, Response response, byte[] body) {
        return known.apply(Fields.SITEMAP) == null ? page(parts, url, known, response, body) : sitemap(response, body);
    }

    private static Page sitemap(Response response, byte[] body) {
        Optional<Sitemap> sitemap = new Sitemaps().read(URI.create(response.answered()), body);
        return new Page(
                null,
                Map.of(),
                sitemap.stream()
                        .flatMap(read -> read.sitemaps().stream())
                        .map(URI::toString)
                        .toList(),
                sitemap.stream()
                        .flatMap(read -> read.pages().stream())
                        .map(URI::toString)
                        .filter(page -> !Traps.isImage(page) && !Traps.isArchive(page))
                        .toList(),
                null,
                null);
    }

    private static Page page(
            CrawlParts parts, String url, Function<String, @Nullable String> known, Response response, byte[] body) {
        ParsedDocument parsed = parts.parser().parse(URI.create(response.answered()), response.contentType(), body);
        PageLinks.Found found = new PageLinks(parts).learnt(url, known, parsed);
        parts.traps().learn(url, digest(response, parsed), parsed.metadata().containsKey("soft-404"));
        boolean isSeed = known.apply(Fields.SEED) != null;
        return new Page(
                parsed,
                found.promises(),
                isSeed ? announcedSitemaps(parts, url, known.apply(Fields.SOURCE), response) : List.of(),
                List.of(),
                PageLinks.kept(found.paid()),
                isSeed ? platform(parts, parsed) : null);
    }

    /** Of the text, because pages show the time of day around it; of the bytes where there is none. */
    private static String digest(Response response, ParsedDocument parsed) {
        return parsed.text().isBlank()
                ? response.sha256()
                : Digest.sha256(parsed.text().getBytes(StandardCharsets.UTF_8));
    }

    private static String platform(CrawlParts parts, ParsedDocument parsed) {
        List<String> links = parsed.links().stream().map(Link::url).toList();
        return parts.platforms().of(parsed.metadata().get("generator"), links).orElse("");
    }

    /** What the robots.txt of a seed's host names; it was read when the seed was fetched. */
    private static List<String> announcedSitemaps(
            CrawlParts parts, String url, @Nullable String id, Response response) {
        return parts.scope()
                .sourceOf(url, id)
                .map(source -> parts.fetcher()
                        .robots(source, URI.create(response.answered()))
                        .getSitemaps())
                .orElse(List.of());
    }

    /** What the CrawlDb is to keep of a page. */
    static Map<String, String> learnt(Page page) {
        Map<String, String> learnt = new HashMap<>();
        if (page.paid() != null) {
            learnt.put(Fields.PAID, page.paid());
        }
        if (page.platform() != null) {
            learnt.put(Fields.PLATFORM, page.platform());
        }
        return learnt;
    }

    private static ParseResult result(Content content, Page page, CrawlParts parts)
            throws JsonProcessingException, MalformedURLException {
        List<Outlink> links = PageLinks.outlinks(page.promises());
        for (String sitemap : page.sitemaps()) {
            Outlink link = new Outlink(sitemap, "");
            link.setMetadata(Fields.map(Map.of(Fields.SITEMAP, "1")));
            links.add(link);
        }
        for (String named : page.pages()) {
            links.add(new Outlink(named, ""));
        }
        Metadata metadata = new Metadata();
        ParsedDocument parsed = page.parsed();
        if (parsed != null) {
            metadata.set(Fields.PARSED, parts.json().writeValueAsString(parsed));
        }
        learnt(page).forEach(metadata::set);
        String title = parsed == null || parsed.title() == null ? "" : parsed.title();
        ParseData data = new ParseData(
                ParseStatus.STATUS_SUCCESS, title, links.toArray(new Outlink[0]), content.getMetadata(), metadata);
        return ParseResult.createParseResult(content.getUrl(), new ParseImpl("", data));
    }
}
