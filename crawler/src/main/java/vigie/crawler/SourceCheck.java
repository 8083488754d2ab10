package vigie.crawler;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vigie.crawler.feed.FeedReport;
import vigie.crawler.fetch.Fetcher;
import vigie.crawler.parse.DocumentParser;
import vigie.model.Attempt;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;
import vigie.model.config.Project;

/**
 * A look at one feed, live and with a limit, into a data directory of its own: nothing of a collection is touched.
 *
 * @param report what came of it
 * @param documents that were read, in order
 * @param attempts every request and what came of it, in order
 */
public record SourceCheck(FeedReport report, List<SourceDocument> documents, List<Attempt> attempts) {

    public SourceCheck {
        documents = List.copyOf(documents);
        attempts = List.copyOf(attempts);
    }

    /**
     * Collects the first records of a feed.
     *
     * @param scratch an empty folder
     * @param version of Vigie, for the user agent
     * @param mostRecords after which no further page is asked for
     * @throws ContactException if the source is public and no contact is configured
     * @throws IllegalArgumentException if the source is no feed, or its seed is not understood
     */
    public static SourceCheck of(
            Project project,
            Source source,
            Path scratch,
            String version,
            int mostRecords,
            Clock clock,
            Consumer<Issue> issues)
            throws ContactException, IOException {
        if (source.kind() != SourceKind.FEED) {
            throw new IllegalArgumentException(source.id() + " is a site, no feed");
        }
        Contact.check(project.crawl(), List.of(source));
        DataDirectory data = new DataDirectory(scratch);
        Archive archive = Archive.open(data.archive(), issues);
        CrawlRun run = new CrawlRun(project, data, archive, version, clock, () -> false, progress -> {}, issues);
        try (Fetcher fetcher = new Fetcher(project.crawl(), version, clock);
                DocumentParser parser = new DocumentParser(project.crawl())) {
            FeedReport report = new Feeds(run, fetcher, parser).collect(source, mostRecords);
            List<SourceDocument> documents = new ArrayList<>();
            List<Attempt> attempts = new ArrayList<>();
            for (String segment : archive.segments()) {
                archive.documents(segment, documents::add);
                archive.attempts(segment, attempts::add);
            }
            return new SourceCheck(report, documents, attempts);
        }
    }
}
