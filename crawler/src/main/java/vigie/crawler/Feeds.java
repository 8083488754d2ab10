package vigie.crawler;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vigie.crawler.feed.BoampFeed;
import vigie.crawler.feed.FeedReport;
import vigie.crawler.fetch.Fetcher;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.archive.Archive;
import vigie.model.config.Communes;

/** Finds the reader of a feed by the adapter that its seed names: one line each. */
final class Feeds {

    private final BoampFeed boamp;
    private final Archive archive;
    private final Path states;
    private final BooleanSupplier stop;

    /** @param states folder for what the readers remember */
    Feeds(
            Fetcher fetcher,
            Communes communes,
            Archive archive,
            Path states,
            Clock clock,
            BooleanSupplier stop,
            Consumer<Issue> issues) {
        this.boamp = new BoampFeed(fetcher, communes, clock, issues);
        this.archive = archive;
        this.states = states;
        this.stop = stop;
    }

    FeedReport collect(Source source) throws IOException {
        Path state = states.resolve(source.id() + ".json");
        String adapter = String.valueOf(source.adapter());
        return switch (adapter) {
            case "boamp" -> boamp.collect(source, archive, state, stop);
            default -> throw new IllegalArgumentException("there is no adapter '" + adapter + "'");
        };
    }
}
