package vigie.reports.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Something to go to.
 *
 * @param href of ours
 */
public record Link(String label, String href) {

    /**
     * An address that was crawled, if a page may link to it: only {@code http} and {@code https}, never a script; else null.
     */
    public static @Nullable String outward(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
