package vigie.crawler.nutch;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import vigie.crawler.focus.DocumentKinds;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.Capture;
import vigie.model.PartialDate;
import vigie.model.Source;
import vigie.model.SourceDocument;

/** Makes the document of a page out of what was captured and read. */
final class Documents {

    private Documents() {}

    static SourceDocument of(Source source, String requested, Capture capture, ParsedDocument parsed) {
        Map<String, String> metadata = new HashMap<>(parsed.metadata());
        PartialDate date = DocumentDates.guess(parsed, capture.url());
        if (!Objects.equals(date, parsed.published())) {
            metadata.remove(SourceDocument.PUBLISHED_FROM);
        }
        if (!requested.equals(capture.url())) {
            metadata.put(SourceDocument.REQUESTED, requested);
        }
        return new SourceDocument(
                SourceDocument.idOf(capture.url(), ""),
                source.id(),
                capture,
                "",
                DocumentKinds.guess(capture.url(), parsed.mediaType(), parsed.title(), parsed.text()),
                parsed.title(),
                date,
                source.publisher(),
                parsed.outcome(),
                parsed.cause(),
                parsed.text(),
                parsed.pageStarts(),
                parsed.links(),
                metadata);
    }
}
