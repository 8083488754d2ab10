package vigie.crawler.feed;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;

/**
 * A file that a record points to, and what the record says about it.
 *
 * @param kind {@code AUTRE} where the record does not tell
 * @param metadata further fields by the feed's own names; never names of persons
 */
public record Linked(
        URI url,
        @Nullable String title,
        @Nullable PartialDate date,
        DocumentKind kind,
        Publisher publisher,
        Map<String, String> metadata) {

    public Linked {
        metadata = Map.copyOf(metadata);
    }
}
