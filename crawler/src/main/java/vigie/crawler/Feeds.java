package vigie.crawler;

import java.io.IOException;
import java.nio.file.Path;
import vigie.crawler.feed.BoampFeed;
import vigie.crawler.feed.FeedReport;
import vigie.crawler.fetch.Fetcher;
import vigie.model.Source;

/** Finds the reader of a feed by the adapter that its seed names: one line each. */
final class Feeds {

    private final BoampFeed boamp;
    private final CrawlRun run;

    private Feeds(BoampFeed boamp, CrawlRun run) {
        this.boamp = boamp;
        this.run = run;
    }

    static Feeds of(CrawlRun run, Fetcher fetcher) {
        return new Feeds(new BoampFeed(fetcher, run.project().communes(), run.clock(), run.issues()), run);
    }

    /** Makes what the readers remember anew from the archive; nothing is fetched. */
    void remember() throws IOException {
        for (Source source : run.project().sources()) {
            if ("boamp".equals(source.adapter())) {
                boamp.remember(source, run.archive(), state(source));
            }
        }
    }

    private Path state(Source source) {
        return run.data().crawl().resolve("feeds").resolve(source.id() + ".json");
    }

    /** Collects into a segment of its own; what the reader remembers lies beside the crawl's state. */
    FeedReport collect(Source source) throws IOException {
        Path state = state(source);
        String adapter = String.valueOf(source.adapter());
        return switch (adapter) {
            case "boamp" -> boamp.collect(source, run.archive(), state, run.stop());
            default -> throw new IllegalArgumentException("there is no adapter '" + adapter + "'");
        };
    }
}
