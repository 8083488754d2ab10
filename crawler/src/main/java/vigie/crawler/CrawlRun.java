package vigie.crawler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;
import vigie.model.archive.WholeFile;
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

    private static final int SECRET = 16;

    /**
     * Crawls what is due. A site or page that fails is counted and told as an issue; no network is no exception.
     *
     * @throws CrawlException if the crawl must not start or cannot go on
     */
    public CrawlReport run(CrawlOptions options) throws CrawlException {
        Instant start = clock.instant();
        Contact.check(project.crawl(), selected(options));
        try (Fetcher fetcher = new Fetcher(project.crawl(), version, clock);
                DocumentParser parser = new DocumentParser(project.crawl(), data.ocr());
                FeedsRun feeds = FeedsRun.begin(
                        this, selected(options), new Feeds(this, fetcher, parser), options.mostPages())) {
            SiteReport sites =
                    Sites.crawl(this, options, start, fetcher, parser).run();
            Map<String, FeedReport> collected = feeds.reports();
            Duration time = Duration.between(start, clock.instant());
            CrawlReport report =
                    CrawlReport.of(sites, collected, selected(options).size(), time, stop.getAsBoolean());
            report.unreachable().forEach((id, why) -> issue(id, "source-unreachable", why, "the next run tries again"));
            return report;
        } catch (IOException e) {
            throw new CrawlException("cannot crawl into " + data.root() + ": " + e.getMessage(), "check the disk", e);
        }
    }

    /** Makes the crawl's state anew from archive and seeds; nothing is fetched. */
    public void rebuildState(CrawlOptions options) throws CrawlException {
        try (Fetcher fetcher = new Fetcher(project.crawl(), version, clock);
                DocumentParser parser = new DocumentParser(project.crawl(), data.ocr())) {
            Sites.crawl(this, options, clock.instant(), fetcher, parser).rebuild();
            new Feeds(this, fetcher, parser).remember();
        } catch (IOException e) {
            throw new CrawlException("cannot write to " + data.crawl() + ": " + e.getMessage(), "check the disk", e);
        }
    }

    /**
     * Reads the captures of all feeds again by today's readers and archives what comes out otherwise; nothing is fetched.
     *
     * @return how many documents that are
     */
    public int rereadFeeds() throws CrawlException {
        try (Fetcher fetcher = new Fetcher(project.crawl(), version, clock);
                DocumentParser parser = new DocumentParser(project.crawl(), data.ocr())) {
            return new Feeds(this, fetcher, parser).reread();
        } catch (IOException e) {
            throw new CrawlException("cannot write to " + data.archive() + ": " + e.getMessage(), "check the disk", e);
        }
    }

    List<Source> selected(CrawlOptions options) {
        return project.sources().stream()
                .filter(source -> options.only().isEmpty() || options.only().contains(source.id()))
                .toList();
    }

    /** Nobody outside knows it; made once for each data directory, and again where it was lost. */
    String secret() throws IOException {
        Path file = Files.createDirectories(data.crawl()).resolve("secret");
        if (!Files.exists(file)) {
            byte[] secret = new byte[SECRET];
            new SecureRandom().nextBytes(secret);
            WholeFile.write(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file);
    }

    private void issue(String source, String kind, String message, String remedy) {
        issues.accept(new Issue(clock.instant(), "crawl", source, null, kind, message, remedy));
    }
}
