package vigie.crawler.nutch;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.apache.nutch.parse.Outlink;
import org.jspecify.annotations.Nullable;

/** Reads sitemaps, indexes of sitemaps and feeds for their links; a broken one has none. */
final class Sitemaps {

    private Sitemaps() {}

    static List<Outlink> links(String url, @Nullable String mediaType, byte[] body) throws MalformedURLException {
        SiteMapParser parser = new SiteMapParser(false, true);
        try {
            AbstractSiteMap read = mediaType == null
                    ? parser.parseSiteMap(body, new URL(url))
                    : parser.parseSiteMap(mediaType, body, new URL(url));
            return links(read);
        } catch (UnknownFormatException | IOException e) {
            return List.of();
        }
    }

    private static List<Outlink> links(AbstractSiteMap read) throws MalformedURLException {
        List<Outlink> links = new ArrayList<>();
        if (read instanceof SiteMapIndex index) {
            for (AbstractSiteMap part : index.getSitemaps()) {
                links.add(PageParser.sitemapLink(part.getUrl().toString()));
            }
        } else if (read instanceof SiteMap map) {
            for (SiteMapURL page : map.getSiteMapUrls()) {
                links.add(new Outlink(page.getUrl().toString(), ""));
            }
        }
        return links;
    }
}
