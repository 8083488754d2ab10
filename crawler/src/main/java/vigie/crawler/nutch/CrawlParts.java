package vigie.crawler.nutch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Year;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.util.ObjectCache;
import vigie.crawler.fetch.Fetcher;
import vigie.crawler.focus.Focus;
import vigie.crawler.focus.Memory;
import vigie.crawler.focus.Platforms;
import vigie.crawler.focus.Shown;
import vigie.crawler.focus.TrapWatch;
import vigie.crawler.focus.Yields;
import vigie.crawler.parse.DocumentParser;
import vigie.model.Json;
import vigie.model.Source;

/**
 * What our plugin's classes work with. Nutch makes those by reflection and gives them only a {@link Configuration}; the
 * parts are looked up by it, or, in a task of another process, made from the task's settings.
 *
 * @param json the mapper for what travels through Nutch
 * @param passing remembers which addresses may be asked for
 * @param stop says when fetching is to end early
 * @param fetched counts what this run has asked for
 * @param due counts what Nutch has looked at and found due while it makes a segment
 */
record CrawlParts(
        SiteTask task,
        Fetcher fetcher,
        DocumentParser parser,
        Addresses addresses,
        Scope scope,
        PageBudget budget,
        Platforms platforms,
        Focus focus,
        Yields yields,
        Shown shown,
        TrapWatch traps,
        Memory<String, Boolean> passing,
        JsonMapper json,
        Clock clock,
        BooleanSupplier stop,
        AtomicLong fetched,
        AtomicLong due) {

    private static final int REMEMBERED = 20_000;

    CrawlParts(SiteTask task, Fetcher fetcher, DocumentParser parser, Clock clock, BooleanSupplier stop) {
        this(task, fetcher, parser, Platforms.shipped(), clock, stop);
    }

    private CrawlParts(
            SiteTask task,
            Fetcher fetcher,
            DocumentParser parser,
            Platforms platforms,
            Clock clock,
            BooleanSupplier stop) {
        this(
                task,
                fetcher,
                parser,
                new Addresses(),
                new Scope(task.sources()),
                new PageBudget(task.settings().maxPagesPerSite(), task.maxRounds()),
                platforms,
                new Focus(platforms, Year.now(clock)),
                new Yields(),
                new Shown(),
                new TrapWatch(),
                new Memory<>(REMEMBERED),
                Json.mapper(),
                clock,
                stop,
                new AtomicLong(),
                new AtomicLong());
    }

    /** Whether an address belongs to a source and is in no trap. */
    boolean mayAskFor(String url) {
        return passing.of(url, address -> scope.contains(address) && traps.passes(address));
    }

    /** How soon an address is due: what its links promised and what like ones led to. */
    float rank(Text url, CrawlDatum datum) {
        return yields.rank(datum.getScore(), url.toString(), Fields.get(datum, Fields.PLACE));
    }

    /** The same of one that is due; below zero where its source is not meant or has had its pages of this run, and in traps. */
    float rankOfDue(Text url, CrawlDatum datum) {
        boolean isWanted = scope.sourceOf(url.toString(), Fields.get(datum, Fields.SOURCE))
                .map(Source::id)
                .filter(source -> task.selected().contains(source) && !budget.isSpent(source))
                .isPresent();
        boolean isEcho = !Fields.has(datum, Fields.SEED) && traps.echoes(url.toString());
        return isWanted && !isEcho ? rank(url, datum) : -1;
    }

    /** Makes the parts known to everything that Nutch makes with {@code conf}. */
    void register(Configuration conf) {
        ObjectCache.get(conf).setObject(CrawlParts.class.getName(), this);
    }

    static CrawlParts of(Configuration conf) {
        ObjectCache cache = ObjectCache.get(conf);
        synchronized (cache) {
            if (cache.getObject(CrawlParts.class.getName()) instanceof CrawlParts parts) {
                return parts;
            }
            CrawlParts parts = fromSettings(conf);
            parts.register(conf);
            return parts;
        }
    }

    private static CrawlParts fromSettings(Configuration conf) {
        try {
            SiteTask task = Json.mapper().readValue(conf.get(NutchConf.TASK), SiteTask.class);
            Clock clock = Clock.systemUTC();
            Fetcher fetcher = new Fetcher(task.settings(), task.version(), clock);
            return new CrawlParts(task, fetcher, new DocumentParser(task.settings()), clock, () -> false);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the property " + NutchConf.TASK + " is not readable", e);
        }
    }
}
