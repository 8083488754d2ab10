package vigie.crawler.feed;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.SourceDocument;

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

    /**
     * The document of the file with what the record says of it, which goes before what the file says itself. A date goes
     * that neither gives: an earlier reading of the record gave it.
     */
    public SourceDocument of(SourceDocument file) {
        Map<String, String> all = new HashMap<>(file.metadata());
        boolean isDatedByItself = date == null && all.containsKey(SourceDocument.PUBLISHED_FROM);
        if (!isDatedByItself) {
            all.remove(SourceDocument.PUBLISHED_FROM);
        }
        all.putAll(metadata);
        if (!url.toString().equals(file.capture().url())) {
            all.put(SourceDocument.REQUESTED, url.toString());
        }
        return new SourceDocument(
                file.id(),
                file.source(),
                file.capture(),
                file.locator(),
                kind,
                title == null ? file.title() : title,
                isDatedByItself ? file.date() : date,
                publisher,
                file.outcome(),
                file.cause(),
                file.text(),
                file.pageStarts(),
                file.links(),
                all);
    }
}
