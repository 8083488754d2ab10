package vigie.crawler.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sitemap lists.
 *
 * @param pages in the order of the file, each once
 * @param sitemaps further sitemaps, where it is an index
 */
public record Sitemap(List<Page> pages, List<URI> sitemaps) {

    public Sitemap {
        pages = List.copyOf(pages);
        sitemaps = List.copyOf(sitemaps);
    }

    /**
     * A page that a sitemap names.
     *
     * @param lastModified as the site says, or null where it does not; a hint, often wrong
     */
    public record Page(URI url, @Nullable Instant lastModified) {}
}
