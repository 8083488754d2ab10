package vigie.crawler.nutch;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vigie.crawler.parse.ParsedDocument;
import vigie.model.Link;
import vigie.model.Source;
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
            byte[] body = bodies.body(content, response);
            boolean isSitemap = content.getMetadata().get(Fields.SITEMAP) != null;
            return isSitemap ? sitemap(content, response, body) : page(known, content, response, body);
        } catch (IOException e) {
            return new ParseStatus(e).getEmptyParseResult(content.getUrl(), conf);
        }
    }

    private static ParseResult sitemap(Content content, Response response, byte[] body) throws MalformedURLException {
        List<Outlink> links = new ArrayList<>();
        Optional<Sitemap> sitemap = new Sitemaps().read(URI.create(response.answered()), body);
        if (sitemap.isPresent()) {
            for (URI part : sitemap.get().sitemaps()) {
                links.add(sitemapLink(part.toString()));
            }
            for (Sitemap.Page page : sitemap.get().pages()) {
                links.add(new Outlink(page.url().toString(), ""));
            }
        }
        return result(content, "", links, new Metadata());
    }

    private static ParseResult page(CrawlParts parts, Content content, Response response, byte[] body)
            throws JsonProcessingException, MalformedURLException {
        ParsedDocument parsed = parts.parser().parse(URI.create(response.answered()), response.contentType(), body);
        PageLinks.Found found = new PageLinks(parts).learnt(content.getUrl(), content.getMetadata(), parsed);
        parts.traps()
                .learn(
                        content.getUrl(),
                        digest(response, parsed),
                        parsed.metadata().containsKey("soft-404"));
        List<Outlink> links = PageLinks.outlinks(found.promises());
        Metadata metadata = new Metadata();
        if (content.getMetadata().get(Fields.SEED) != null) {
            links.addAll(announcedSitemaps(parts, content, response));
            metadata.set(Fields.PLATFORM, platform(parts, parsed));
        }
        metadata.set(Fields.PARSED, parts.json().writeValueAsString(parsed));
        metadata.set(Fields.PAID, PageLinks.kept(found.paid()));
        return result(content, parsed.title() == null ? "" : parsed.title(), links, metadata);
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
    private static List<Outlink> announcedSitemaps(CrawlParts parts, Content content, Response response)
            throws MalformedURLException {
        String id = content.getMetadata().get(Fields.SOURCE);
        Source source = parts.scope().sourceOf(content.getUrl(), id).orElse(null);
        List<Outlink> links = new ArrayList<>();
        if (source != null) {
            for (String url : parts.fetcher()
                    .robots(source, URI.create(response.answered()))
                    .getSitemaps()) {
                links.add(sitemapLink(url));
            }
        }
        return links;
    }

    private static Outlink sitemapLink(String url) throws MalformedURLException {
        Outlink link = new Outlink(url, "");
        link.setMetadata(Fields.map(Map.of(Fields.SITEMAP, "1")));
        return link;
    }

    private static ParseResult result(Content content, String title, List<Outlink> links, Metadata metadata) {
        ParseData data = new ParseData(
                ParseStatus.STATUS_SUCCESS, title, links.toArray(new Outlink[0]), content.getMetadata(), metadata);
        return ParseResult.createParseResult(content.getUrl(), new ParseImpl("", data));
    }
}
