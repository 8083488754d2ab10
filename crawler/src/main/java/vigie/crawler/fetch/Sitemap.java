package vigie.crawler.fetch;

import java.net.URI;
import java.util.List;

/**
 * What a sitemap lists. Days of change are not read: sites set them all anew when they are moved, and whether a page is still
 * online is only known by asking.
 *
 * @param pages in the order of the file, each once
 * @param sitemaps further sitemaps, where it is an index
 */
public record Sitemap(List<URI> pages, List<URI> sitemaps) {

    public Sitemap {
        pages = List.copyOf(pages);
        sitemaps = List.copyOf(sitemaps);
    }
}
