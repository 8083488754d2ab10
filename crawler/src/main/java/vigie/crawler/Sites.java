package vigie.crawler;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import vigie.crawler.fetch.Fetcher;
import vigie.crawler.nutch.SiteCrawl;
import vigie.crawler.nutch.SiteTask;
import vigie.crawler.parse.DocumentParser;
import vigie.model.Source;

/** Makes the site crawl of a run. */
final class Sites {

    private Sites() {}

    static SiteCrawl crawl(CrawlRun run, CrawlOptions options, Instant start, Fetcher fetcher, DocumentParser parser)
            throws IOException {
        Set<String> ids = run.selected(options).stream().map(Source::id).collect(Collectors.toSet());
        int rounds = options.maxRounds() == 0 ? run.project().crawl().maxRounds() : options.maxRounds();
        SiteTask task = new SiteTask(
                run.project().sources(),
                ids,
                run.project().crawl(),
                run.version(),
                start,
                rounds,
                options.mostPages(),
                options.recheckAll(),
                run.secret());
        return new SiteCrawl(
                run.data().crawl(),
                options.nutchSite(),
                task,
                fetcher,
                parser,
                run.archive(),
                run.clock(),
                run.stop(),
                run.progress(),
                run.issues());
    }
}
