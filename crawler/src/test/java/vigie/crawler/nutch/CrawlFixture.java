package vigie.crawler.nutch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.crawler.fetch.Fetcher;
import vigie.crawler.parse.DocumentParser;
import vigie.model.Attempt;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.archive.Archive;
import vigie.model.config.CrawlSettings;
import vigie.model.config.RoundSettings;

/** Crawls into a folder and looks at what came of it. */
final class CrawlFixture implements AutoCloseable {

    final Path data;
    final Archive archive;
    final List<Issue> issues = new CopyOnWriteArrayList<>();
    BooleanSupplier stop = () -> false;
    String secret = "secret";
    boolean recheckAll;

    private final CrawlSettings settings;
    private final Fetcher fetcher;
    private final DocumentParser parser;

    CrawlFixture(Path data) throws IOException {
        this(data, CrawlSettings.defaults().maxPagesPerSite());
    }

    CrawlFixture(Path data, int maxPagesPerSite) throws IOException {
        this(data, maxPagesPerSite, CrawlSettings.defaults().round());
    }

    CrawlFixture(Path data, int maxPagesPerSite, RoundSettings round) throws IOException {
        this.data = data;
        this.settings = settings(maxPagesPerSite, round);
        this.fetcher = new Fetcher(settings, "test", Clock.systemUTC());
        this.parser = new DocumentParser(settings);
        this.archive = Archive.open(data.resolve("archive"), issues::add);
    }

    private static CrawlSettings settings(int maxPagesPerSite, RoundSettings round) {
        CrawlSettings usual = CrawlSettings.defaults();
        return new CrawlSettings(
                null,
                usual.siteGap(),
                usual.feedGap(),
                usual.maxCrawlDelay(),
                usual.connectTimeout(),
                usual.totalTime(),
                usual.minRate(),
                usual.maxBytes(),
                usual.maxRatio(),
                usual.maxRedirects(),
                usual.threads(),
                usual.maxRounds(),
                maxPagesPerSite,
                round,
                usual.recheck(),
                usual.parseTime(),
                usual.parseMemory(),
                usual.ocr(),
                usual.extractTime());
    }

    SiteCrawl crawl(Source... sources) throws IOException {
        Clock clock = Clock.systemUTC();
        Set<String> ids = Stream.of(sources).map(Source::id).collect(Collectors.toSet());
        SiteTask task =
                new SiteTask(List.of(sources), ids, settings, "test", clock.instant(), 10, 1_000, recheckAll, secret);
        Path work = data.resolve("crawl");
        return new SiteCrawl(
                work, null, task, fetcher, parser, archive, clock, () -> stop.getAsBoolean(), p -> {}, issues::add);
    }

    List<SourceDocument> documents() throws IOException {
        List<SourceDocument> documents = new ArrayList<>();
        for (String segment : archive.segments()) {
            archive.documents(segment, documents::add);
        }
        return documents;
    }

    SourceDocument document(URI url) throws IOException {
        return documents().stream()
                .filter(document -> document.capture().url().equals(url.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no document of " + url));
    }

    String payload(SourceDocument document) throws IOException {
        try (InputStream in =
                archive.payload(Objects.requireNonNull(document.capture().warc()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    List<Attempt> attempts() throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        for (String segment : archive.segments()) {
            archive.attempts(segment, attempts::add);
        }
        return attempts;
    }

    Attempt attempt(URI url) throws IOException {
        return attempts().stream()
                .filter(attempt -> attempt.url().equals(url.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no attempt on " + url));
    }

    @Override
    public void close() {
        fetcher.close();
        parser.close();
    }
}
