package vigie.reports.render;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses that were crawled, which may be any text. */
public final class WebAddress {

    private WebAddress() {}

    /** The address, if a page may link to it: only {@code http} and {@code https}, never a script; else null. */
    public static @Nullable String of(@Nullable String url) {
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
