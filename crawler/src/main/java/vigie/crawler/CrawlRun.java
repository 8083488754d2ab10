package vigie.crawler;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vigie.crawler.feed.FeedReport;
import vigie.crawler.fetch.Fetcher;
import vigie.crawler.nutch.CrawlException;
import vigie.crawler.nutch.CrawlProgress;
import vigie.crawler.nutch.SiteReport;
import vigie.crawler.parse.DocumentParser;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;
import vigie.model.config.Project;

/**
 * Seeds to archive: the feeds by their readers, the sites by Nutch, through one fetcher.
 *
 * @param data held by this process
 * @param version of Vigie, for the user agent
 * @param stop says when to end early; what was fetched is archived, and the next run goes on
 */
public record CrawlRun(
        Project project,
        DataDirectory data,
        Archive archive,
        String version,
        Clock clock,
        BooleanSupplier stop,
        Consumer<CrawlProgress> progress,
        Consumer<Issue> issues) {

    /**
     * Crawls what is due. A site or page that fails is counted and told as an issue; no network is no exception.
     *
     * @throws CrawlException if the crawl must not start or cannot go on
     */
    public CrawlReport run(CrawlOptions options) throws CrawlException {
        Instant start = clock.instant();
        Contact.check(project.crawl(), selected(options));
        try (Fetcher fetcher = new Fetcher(project.crawl(), version, clock);
                DocumentParser parser = new DocumentParser(project.crawl(), data.ocr())) {
            Map<String, FeedReport> feeds = collect(selected(options), Feeds.of(this, fetcher));
            SiteReport sites =
                    Sites.crawl(this, options, start, fetcher, parser).run();
            Duration time = Duration.between(start, clock.instant());
            CrawlReport report = CrawlReport.of(sites, feeds, time, stop.getAsBoolean());
            report.unreachable().forEach((id, why) -> issue(id, "source-unreachable", why, "the next run tries again"));
            return report;
        } catch (IOException e) {
            throw new CrawlException("cannot crawl into " + data.root() + ": " + e.getMessage(), "check the disk", e);
        }
    }

    /** Makes the crawl's state anew from archive and seeds; nothing is fetched. */
    public void rebuildState() throws CrawlException {
        try (Fetcher fetcher = new Fetcher(project.crawl(), version, clock);
                DocumentParser parser = new DocumentParser(project.crawl(), data.ocr())) {
            Sites.crawl(this, CrawlOptions.usual(), clock.instant(), fetcher, parser)
                    .rebuild();
            Feeds.of(this, fetcher).remember();
        } catch (IOException e) {
            throw new CrawlException("cannot write to " + data.crawl() + ": " + e.getMessage(), "check the disk", e);
        }
    }

    /** One bad feed must not end the run. */
    private Map<String, FeedReport> collect(List<Source> sources, Feeds feeds) {
        Map<String, FeedReport> reports = new TreeMap<>();
        for (Source source : sources) {
            if (source.kind() == SourceKind.FEED && !stop.getAsBoolean()) {
                try {
                    reports.put(source.id(), feeds.collect(source));
                } catch (IOException | RuntimeException e) {
                    issue(source.id(), "feed-failed", "the feed cannot be read: " + e, "look whether it has changed");
                    reports.put(source.id(), new FeedReport(0, 0, 1, 0));
                }
            }
        }
        return reports;
    }

    List<Source> selected(CrawlOptions options) {
        return project.sources().stream()
                .filter(source -> options.only().isEmpty() || options.only().contains(source.id()))
                .toList();
    }

    private void issue(String source, String kind, String message, String remedy) {
        issues.accept(new Issue(clock.instant(), "crawl", source, null, kind, message, remedy));
    }
}
