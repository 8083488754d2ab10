package vigie.crawler;

import java.net.URI;
import java.util.List;
import vigie.crawler.feed.Linked;
import vigie.crawler.parse.DocumentParser;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.Capture;
import vigie.model.Link;
import vigie.model.Source;
import vigie.model.SourceDocument;

/** Makes the document of a file that a feed points to: what the feed says about it goes before what it says itself. */
final class LinkedDocuments {

    private LinkedDocuments() {}

    static SourceDocument of(Source source, Linked linked, Capture capture, byte[] payload, DocumentParser parser) {
        ParsedDocument parsed = parser.parse(URI.create(capture.url()), capture.mediaType(), payload);
        return linked.of(new SourceDocument(
                SourceDocument.idOf(capture.url(), ""),
                source.id(),
                capture,
                "",
                linked.kind(),
                parsed.title(),
                parsed.published(),
                linked.publisher(),
                parsed.outcome(),
                parsed.cause(),
                parsed.text(),
                parsed.pageStarts(),
                parsed.links(),
                parsed.metadata()));
    }

    /** The links of a page. */
    static List<Link> links(Capture capture, byte[] payload, DocumentParser parser) {
        return parser.parse(URI.create(capture.url()), capture.mediaType(), payload)
                .links();
    }
}
