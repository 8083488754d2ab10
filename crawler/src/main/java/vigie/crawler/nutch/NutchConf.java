package vigie.crawler.nutch;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.plugin.PluginRepository;
import org.apache.nutch.plugin.PluginRuntimeException;
import org.apache.nutch.util.NutchConfiguration;
import org.jspecify.annotations.Nullable;
import vigie.crawler.focus.Focus;
import vigie.model.config.CrawlSettings;

/**
 * Makes the one Nutch configuration of a crawl: our settings in Nutch's names, local mode, and the plugin. Nutch caches
 * by configuration, so a crawl must use the same one throughout.
 */
final class NutchConf {

    /** The {@link SiteTask} as JSON. */
    static final String TASK = "vigie.task";

    /** When the run started, milliseconds. */
    static final String STARTED = "vigie.started";

    static final String RECHECK_ALL = "vigie.recheck.all";

    /** In {@code nutch-site.xml}: whether fetching and parsing are jobs of Nutch's too, as on a cluster, one round after the other. */
    static final String JOBS = "vigie.jobs";

    /** Where {@link Payloads} puts large bodies. */
    static final String PAYLOADS = "vigie.payloads";

    private static final String PLUGIN_FOLDER = "vigie-plugins";

    private NutchConf() {}

    /**
     * Makes it, with {@code parts} known to the plugin.
     *
     * @param work the folder of Nutch's state
     * @param overrides the operator's {@code nutch-site.xml}, or null
     */
    static Configuration make(Path work, CrawlParts parts, @Nullable Path overrides) throws IOException {
        Configuration conf = NutchConfiguration.create();
        if (overrides != null && Files.exists(overrides)) {
            conf.addResource(new org.apache.hadoop.fs.Path(overrides.toUri()));
        }
        local(conf, work);
        plugin(conf, work);
        fetching(conf, parts.task().settings());
        parsing(conf);
        schedule(conf, parts.task());
        task(conf, work, parts);
        register(conf, parts);
        return conf;
    }

    /** Everything in this process, without waiting where Hadoop would poll. */
    private static void local(Configuration conf, Path work) {
        conf.set("mapreduce.framework.name", "local");
        conf.set("fs.defaultFS", "file:///");
        conf.set("fs.file.impl", DirectFileSystem.class.getName());
        Path temporary = work.toAbsolutePath().resolve("tmp");
        conf.set("hadoop.tmp.dir", temporary.toString());
        conf.set(
                "mapreduce.jobtracker.staging.root.dir",
                temporary.resolve("staging").toString());
        conf.set("mapreduce.cluster.temp.dir", temporary.resolve("cluster").toString());
        conf.setInt("mapreduce.client.progressmonitor.pollinterval", 50);
        conf.setInt("mapreduce.client.completion.pollinterval", 50);
        conf.setInt("mapreduce.task.io.sort.mb", 16);
        conf.setBoolean("mapreduce.fileoutputcommitter.marksuccessfuljobs", false);
    }

    private static void plugin(Configuration conf, Path work) throws IOException {
        Path folder = work.toAbsolutePath().resolve(PLUGIN_FOLDER);
        Path own = Files.createDirectories(folder.resolve(CrawlPlugin.ID));
        try (InputStream in = NutchConf.class.getResourceAsStream("plugin.xml")) {
            if (in == null) {
                throw new IOException("plugin.xml is missing from the class path");
            }
            Files.copy(in, own.resolve("plugin.xml"), StandardCopyOption.REPLACE_EXISTING);
        }
        conf.set("plugin.folders", folder.toString());
        conf.set("plugin.includes", CrawlPlugin.ID);
        conf.set("plugin.excludes", "");
    }

    private static void fetching(Configuration conf, CrawlSettings settings) {
        conf.set("http.agent.name", "Vigie");
        conf.setInt("fetcher.threads.fetch", settings.threads());
        conf.setInt("fetcher.threads.per.queue", 1);
        conf.setInt("fetcher.threads.start.delay", 0);
        conf.setInt("fetcher.queue.depth.multiplier", 500);
        conf.setFloat("fetcher.server.delay", 0);
        conf.setFloat("fetcher.min.crawl.delay", 0);
        // The fetcher refuses what asks for too much; Nutch would take such hosts for gone.
        conf.setInt("fetcher.max.crawl.delay", 86_400);
        conf.setInt("fetcher.max.exceptions.per.queue", 25);
        conf.setInt("http.robots.503.defer.visits.retries", 0);
        // Nutch follows redirects without the crawl delay; ours are followed in the fetcher.
        conf.setInt("http.redirect.max", 0);
        conf.setBoolean("fetcher.parse", false);
        conf.setBoolean("fetcher.store.content", true);
        conf.setBoolean("fetcher.store.robotstxt", false);
        Duration longest = settings.totalTime().plus(settings.maxCrawlDelay()).plusMinutes(5);
        conf.setInt(
                "mapreduce.task.timeout",
                Math.toIntExact(longest.multipliedBy(2).toMillis()));
    }

    private static void parsing(Configuration conf) {
        conf.set("parse.plugin.file", "parse-plugins.xml");
        conf.setBoolean("mime.type.magic", false);
        // The document parser has its own limits, and bodies arrive whole or not at all.
        conf.setInt("parser.timeout", -1);
        conf.setBoolean("parser.skip.truncated", false);
        conf.setBoolean("parser.store.text", false);
        conf.setInt("db.max.outlinks.per.page", -1);
        conf.setBoolean("db.ignore.external.links", false);
        conf.setBoolean("db.ignore.internal.links", false);
        conf.setStrings("db.parsemeta.to.crawldb", Fields.PAID, Fields.PLATFORM);
        conf.set("db.signature.class", PayloadSignature.class.getName());
    }

    private static void schedule(Configuration conf, SiteTask task) {
        int recheck = Math.toIntExact(Math.max(1, task.settings().recheck().toSeconds()));
        conf.set("db.fetch.schedule.class", RecheckSchedule.class.getName());
        conf.setInt("db.fetch.interval.default", recheck);
        conf.setInt("db.fetch.interval.max", Math.multiplyExact(recheck, RecheckSchedule.LONGEST));
        conf.setInt("db.fetch.retry.max", 7);
        conf.setBoolean("generate.update.crawldb", false);
        conf.setInt("generate.max.count", task.settings().maxPagesPerSite());
        conf.set("generate.count.mode", "host");
        conf.setFloat("generate.min.score", 0);
        conf.setFloat("db.score.injected", Focus.SEED);
        conf.setLong(STARTED, task.started().toEpochMilli());
        conf.setBoolean(RECHECK_ALL, task.recheckAll());
    }

    private static void task(Configuration conf, Path work, CrawlParts parts) throws JsonProcessingException {
        conf.set(PAYLOADS, work.toAbsolutePath().resolve("payloads").toUri().toString());
        conf.set(TASK, parts.json().writeValueAsString(parts.task()));
    }

    /** Nutch makes our classes with a copy of the configuration, which only the plugin gets to see. */
    private static void register(Configuration conf, CrawlParts parts) {
        PluginRepository repository = PluginRepository.get(conf);
        try {
            CrawlPlugin plugin =
                    (CrawlPlugin) repository.getPluginInstance(repository.getPluginDescriptor(CrawlPlugin.ID));
            parts.register(plugin.conf());
        } catch (PluginRuntimeException e) {
            throw new IllegalStateException("the Nutch plugin does not start: " + e.getMessage(), e);
        }
    }
}
