package vigie.crawler.fetch;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Reads sitemaps: the XML format and its indexes, RSS, Atom and lists of lines, each also gzipped. Of a malformed file
 * it reads what stands before the fault. Whether a page may be crawled is for the crawl's scope to say: a sitemap may
 * name any host. Thread-safe.
 */
public final class Sitemaps {

    /** The format's own limit, which is also that of a gzipped file once it is unpacked. */
    private static final BodyLimits LIMITS =
            new BodyLimits(SiteMapParser.MAX_BYTES_ALLOWED, false, 1_000, 0, Duration.ZERO);

    private final UrlNormalizer normalizer = new UrlNormalizer();

    /** What {@code body}, fetched from {@code at}, lists; empty if it is not a sitemap of any kind. */
    public Optional<Sitemap> read(URI at, byte[] body) {
        Optional<URL> base = WebUrl.parse(at.toString()).map(HttpUrl::url);
        try {
            return base.isPresent() ? Optional.of(read(base.get(), unpacked(body))) : Optional.empty();
        } catch (UnknownFormatException | IOException e) {
            return Optional.empty();
        }
    }

    private Sitemap read(URL base, byte[] body) throws UnknownFormatException, IOException {
        // Not strict: sitemaps often lie in another folder than what they list, or on a www host for the bare one.
        AbstractSiteMap parsed = new SiteMapParser(false, true).parseSiteMap(body, base);
        return parsed instanceof SiteMapIndex index ? ofIndex(index) : ofPages((SiteMap) parsed);
    }

    private Sitemap ofIndex(SiteMapIndex index) {
        return new Sitemap(
                List.of(),
                index.getSitemaps().stream()
                        .flatMap(
                                sitemap -> normalizer.normalize(sitemap.getUrl().toString()).stream())
                        .distinct()
                        .toList());
    }

    private Sitemap ofPages(SiteMap sitemap) {
        return new Sitemap(
                sitemap.getSiteMapUrls().stream()
                        .flatMap(page -> normalizer.normalize(page.getUrl().toString()).stream())
                        .distinct()
                        .toList(),
                List.of());
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        boolean isGzip = body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
        return isGzip ? new ContentDecoder(LIMITS).gunzip(body) : body;
    }
}
