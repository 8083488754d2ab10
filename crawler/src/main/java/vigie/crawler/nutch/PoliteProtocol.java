package vigie.crawler.nutch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.metadata.Metadata;
import org.apache.nutch.protocol.Content;
import org.apache.nutch.protocol.Protocol;
import org.apache.nutch.protocol.ProtocolOutput;
import org.apache.nutch.protocol.ProtocolStatus;
import org.apache.nutch.util.MimeUtil;
import org.jspecify.annotations.Nullable;
import vigie.model.Source;

/**
 * Nutch's way out, over our {@link vigie.crawler.fetch.Fetcher}, which alone decides what may be asked for. Redirects
 * are followed inside; validators and what became of the attempt are kept in the record's metadata.
 */
public final class PoliteProtocol implements Protocol {

    /** Shorter gaps are waited for in the fetcher: Nutch's queues look for work only twice a second. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private Configuration conf = new Configuration(false);
    private @Nullable CrawlParts parts;
    private @Nullable Payloads payloads;

    @Override
    public void setConf(Configuration conf) {
        this.conf = conf;
        this.parts = CrawlParts.of(conf);
        this.payloads = new Payloads(conf);
        // Nutch keeps it by the settings; otherwise each of its fetching threads would load all of Tika's parsers.
        new MimeUtil(conf);
    }

    @Override
    public Configuration getConf() {
        return conf;
    }

    /**
     * Nutch's queues wait as long as these rules say; whether an address may be asked for is the fetcher's business. To
     * defer the visit empties the host's queue, which leaves its addresses due.
     */
    @Override
    public BaseRobotRules getRobotRules(Text url, CrawlDatum datum, @Nullable List<Content> robotsTxt) {
        SimpleRobotRules rules = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        CrawlParts parts = parts();
        Optional<Source> source = source(parts, url.toString(), datum);
        boolean isSpent = source.map(Source::id).filter(parts.budget()::isSpent).isPresent();
        if (parts.stop().getAsBoolean() || isSpent) {
            rules.setDeferVisits(true);
            return rules;
        }
        Duration gap = source.map(known -> gap(parts, known, url)).orElse(Duration.ZERO);
        rules.setCrawlDelay(gap.compareTo(SHORT) < 0 ? 1 : gap.toMillis());
        return rules;
    }

    private static Duration gap(CrawlParts parts, Source source, Text url) {
        Duration own = source.gap() == null ? parts.task().settings().siteGap() : source.gap();
        Duration asked = Duration.ofMillis(Math.max(
                0, parts.fetcher().robots(source, URI.create(url.toString())).getCrawlDelay()));
        Duration most = parts.task().settings().maxCrawlDelay();
        Duration given = asked.compareTo(most) > 0 ? Duration.ZERO : asked;
        return own.compareTo(given) > 0 ? own : given;
    }

    @Override
    public ProtocolOutput getProtocolOutput(Text url, CrawlDatum datum) {
        CrawlParts parts = parts();
        Source source = source(parts, url.toString(), datum)
                .orElseThrow(() -> new IllegalStateException("no source has the host of " + url));
        if (!parts.budget().take(source.id(), parts.rank(url, datum), Fields.attempted(datum) == 0)) {
            return leftDue(datum, "others promise more");
        }
        try {
            Asked asked = new Asker(parts, payloads())
                    .ask(source, url.toString(), datum)
                    .orElse(null);
            return asked == null ? leftDue(datum, "the run was stopped") : output(parts, url, datum, asked);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the body of " + url + ": " + e.getMessage(), e);
        }
    }

    private ProtocolOutput output(CrawlParts parts, Text url, CrawlDatum datum, Asked asked) throws IOException {
        Fields.put(datum, Fields.ATTEMPT, parts.json().writeValueAsString(asked.attempt()));
        Response response = asked.response();
        if (response == null) {
            return new ProtocolOutput(null, asked.status());
        }
        Metadata metadata = new Metadata();
        metadata.set(Fields.RESPONSE, parts.json().writeValueAsString(response));
        String type = response.mediaType() == null ? "application/octet-stream" : response.mediaType();
        Content content = new Content(url.toString(), response.answered(), asked.body(), type, metadata, conf);
        return new ProtocolOutput(content, asked.status());
    }

    private static ProtocolOutput leftDue(CrawlDatum datum, String why) {
        Fields.put(datum, Fields.CUT, "1");
        return new ProtocolOutput(null, new ProtocolStatus(ProtocolStatus.RETRY, why));
    }

    private static Optional<Source> source(CrawlParts parts, String url, CrawlDatum datum) {
        return parts.scope().sourceOf(url, Fields.get(datum, Fields.SOURCE));
    }

    private CrawlParts parts() {
        if (parts == null) {
            throw new IllegalStateException("no configuration was set");
        }
        return parts;
    }

    private Payloads payloads() {
        if (payloads == null) {
            throw new IllegalStateException("no configuration was set");
        }
        return payloads;
    }
}
