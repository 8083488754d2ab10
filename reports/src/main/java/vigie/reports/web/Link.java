package vigie.reports.web;

import org.jspecify.annotations.Nullable;
import vigie.reports.render.WebAddress;

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
        return WebAddress.of(url);
    }
}
