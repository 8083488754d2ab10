package vigie.crawler;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vigie.crawler.feed.FeedReport;
import vigie.crawler.fetch.Fetcher;
import vigie.crawler.nutch.CrawlException;
import vigie.crawler.nutch.CrawlProgress;
import vigie.crawler.nutch.SiteCrawl;
import vigie.crawler.nutch.SiteReport;
import vigie.crawler.nutch.SiteTask;
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
        List<Source> sources = selected(options);
        Contact.check(project.crawl(), sources);
        try (Fetcher fetcher = new Fetcher(project.crawl(), version, clock);
                DocumentParser parser = new DocumentParser(project.crawl())) {
            Map<String, FeedReport> collected = collectFeeds(sources, fetcher);
            SiteReport crawled =
                    siteCrawl(options, sources, start, fetcher, parser).run();
            CrawlReport report =
                    CrawlReport.of(crawled, collected, Duration.between(start, clock.instant()), stop.getAsBoolean());
            report.unreachable().forEach(this::unreachable);
            return report;
        } catch (IOException e) {
            throw new CrawlException("cannot crawl into " + data.root() + ": " + e.getMessage(), "check the disk", e);
        }
    }

    /** Makes the crawl's state anew from archive and seeds; nothing is fetched. */
    public void rebuildState() throws CrawlException {
        try (Fetcher fetcher = new Fetcher(project.crawl(), version, clock);
                DocumentParser parser = new DocumentParser(project.crawl())) {
            siteCrawl(CrawlOptions.usual(), project.sources(), clock.instant(), fetcher, parser)
                    .rebuild();
        } catch (IOException e) {
            throw new CrawlException("cannot write to " + data.crawl() + ": " + e.getMessage(), "check the disk", e);
        }
    }

    private List<Source> selected(CrawlOptions options) {
        return project.sources().stream()
                .filter(source -> options.only().isEmpty() || options.only().contains(source.id()))
                .toList();
    }

    private Map<String, FeedReport> collectFeeds(List<Source> sources, Fetcher fetcher) {
        Path states = data.crawl().resolve("feeds");
        Feeds feeds = new Feeds(fetcher, project.communes(), archive, states, clock, stop, issues);
        Map<String, FeedReport> reports = new TreeMap<>();
        for (Source source : sources) {
            if (source.kind() == SourceKind.FEED && !stop.getAsBoolean()) {
                reports.put(source.id(), collect(feeds, source));
            }
        }
        return reports;
    }

    /** One bad feed must not end the run. */
    private FeedReport collect(Feeds feeds, Source source) {
        try {
            return feeds.collect(source);
        } catch (IOException | RuntimeException e) {
            issue(source.id(), "feed-failed", "the feed cannot be read: " + e, "look whether it has changed");
            return new FeedReport(0, 0, 1, 0);
        }
    }

    private SiteCrawl siteCrawl(
            CrawlOptions options, List<Source> sources, Instant start, Fetcher fetcher, DocumentParser parser)
            throws IOException {
        Set<String> ids = sources.stream().map(Source::id).collect(Collectors.toSet());
        int rounds = options.maxRounds() == 0 ? project.crawl().maxRounds() : options.maxRounds();
        long pages = options.maxPages() == 0 ? Long.MAX_VALUE : options.maxPages();
        SiteTask task = new SiteTask(
                project.sources(), ids, project.crawl(), version, start, rounds, pages, options.recheckAll());
        return new SiteCrawl(
                data.crawl(), options.nutchSite(), task, fetcher, parser, archive, clock, stop, progress, issues);
    }

    private void unreachable(String source, String reason) {
        issue(source, "source-unreachable", reason, "try the address in a browser; the next run tries again");
    }

    private void issue(String source, String kind, String message, String remedy) {
        issues.accept(new Issue(clock.instant(), "crawl", source, null, kind, message, remedy));
    }
}
