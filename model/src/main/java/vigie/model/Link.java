package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A link out of a document.
 *
 * @param url absolute
 * @param anchor the text that a reader clicks on
 * @param section the headings under which it stands in the content of a page, and the row or item around it where the
 *     anchor says nothing; empty before the first heading; null in what frames the page (menus, banners), in other
 *     formats, and in archives from before there was such a thing
 */
public record Link(
        String url,
        String anchor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String section) {

    /** A link of which no section is known. */
    public Link(String url, String anchor) {
        this(url, anchor, null);
    }
}
