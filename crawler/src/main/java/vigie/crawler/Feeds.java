package vigie.crawler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import vigie.crawler.feed.FeedCollector;
import vigie.crawler.feed.FeedReport;
import vigie.crawler.fetch.Fetcher;
import vigie.crawler.parse.DocumentParser;
import vigie.crawler.parse.Unread;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;

/** The feeds of a run, and where what they remember lies: beside the site crawl's state. */
final class Feeds {

    private final FeedCollector collector;
    private final CrawlRun run;

    Feeds(CrawlRun run, Fetcher fetcher, DocumentParser parser) {
        this.run = run;
        this.collector = new FeedCollector(
                fetcher,
                (source, linked, capture, payload) ->
                        told(LinkedDocuments.of(source, linked, capture, payload, parser)),
                (capture, payload) -> LinkedDocuments.links(capture, payload, parser),
                run.project().communes(),
                run.clock(),
                run.issues());
    }

    private SourceDocument told(SourceDocument document) {
        Unread.issue(document, run.clock().instant()).ifPresent(run.issues());
        return document;
    }

    /** Reads again what is archived of all feeds; how many documents came out otherwise. */
    int reread() throws IOException {
        int documents = 0;
        for (Source source : run.project().sources()) {
            if (source.kind() == SourceKind.FEED && !run.stop().getAsBoolean()) {
                documents += collector.reread(source, run.archive());
            }
        }
        return documents;
    }

    /** Makes what is remembered anew from the archive; nothing is fetched. */
    void remember() throws IOException {
        for (Source source : run.project().sources()) {
            if (source.kind() == SourceKind.FEED) {
                collector.remember(source, run.archive(), state(source));
            }
        }
    }

    /** Collects what is new. */
    FeedReport collect(Source source, BooleanSupplier stop) throws IOException {
        return collector.collect(source, run.archive(), state(source), stop, Integer.MAX_VALUE);
    }

    /** Collects what is new until so many records are read. */
    FeedReport collect(Source source, int mostRecords) throws IOException {
        return collector.collect(source, run.archive(), state(source), run.stop(), mostRecords);
    }

    private Path state(Source source) {
        return run.data().crawl().resolve("feeds").resolve(source.id() + ".json");
    }
}
