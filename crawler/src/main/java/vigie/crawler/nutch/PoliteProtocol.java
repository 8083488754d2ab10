package vigie.crawler.nutch;

import com.fasterxml.jackson.core.JsonProcessingException;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.FetchOutcome;
import vigie.crawler.fetch.FetchOutcome.Failed;
import vigie.crawler.fetch.FetchOutcome.Fetched;
import vigie.crawler.fetch.FetchOutcome.NotModified;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.crawler.fetch.FetchOutcome.Refused;
import vigie.crawler.fetch.FetchRequest;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
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
        FetchOutcome outcome = inScope(parts, source, parts.fetcher().fetch(request(source, url, datum)));
        parts.fetched().incrementAndGet();
        if (outcome instanceof Failed && parts.stop().getAsBoolean()) {
            return leftDue(datum, "the run was stopped");
        }
        Fields.putAttempted(datum, outcome.time().toEpochMilli());
        try {
            return output(parts, source, url, datum, outcome);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the body of " + url + ": " + e.getMessage(), e);
        }
    }

    private static ProtocolOutput leftDue(CrawlDatum datum, String why) {
        Fields.put(datum, Fields.CUT, "1");
        return new ProtocolOutput(null, new ProtocolStatus(ProtocolStatus.RETRY, why));
    }

    private static FetchRequest request(Source source, Text url, CrawlDatum datum) {
        FetchRequest plain = FetchRequest.get(source, URI.create(url.toString()));
        return new FetchRequest(
                source,
                plain.url(),
                plain.body(),
                plain.headers(),
                Fields.get(datum, Fields.ETAG),
                Fields.get(datum, Fields.LAST_MODIFIED),
                Fields.get(datum, Fields.SHA256));
    }

    /** What another publisher's site answers must not be taken for this one's. */
    private static FetchOutcome inScope(CrawlParts parts, Source source, FetchOutcome outcome) {
        if (!(outcome instanceof Fetched fetched)) {
            return outcome;
        }
        if (!parts.scope().contains(source, fetched.answered().toString())) {
            String detail = "redirected out of the site, to " + fetched.answered();
            return new Refused(fetched.url(), fetched.time(), Refusal.REDIRECTS, detail);
        }
        return fetched;
    }

    private ProtocolOutput output(CrawlParts parts, Source source, Text url, CrawlDatum datum, FetchOutcome outcome)
            throws IOException {
        if (outcome instanceof Fetched fetched) {
            note(parts, source, datum, outcome, AttemptOutcome.FETCHED, fetched.status(), null);
            return new ProtocolOutput(content(parts, url, datum, fetched), ProtocolStatus.STATUS_SUCCESS);
        }
        if (outcome instanceof NotModified same) {
            note(parts, source, datum, outcome, AttemptOutcome.NOT_MODIFIED, same.status(), null);
            keepValidators(datum, same);
            return new ProtocolOutput(null, ProtocolStatus.STATUS_NOTMODIFIED);
        }
        if (outcome instanceof Refused refused) {
            String reason = refused.reason().id() + ": " + refused.detail();
            note(parts, source, datum, outcome, AttemptOutcome.REFUSED, 0, reason);
            return new ProtocolOutput(null, Statuses.of(refused));
        }
        Failed failed = (Failed) outcome;
        String reason = failed.kind().id() + ": " + failed.cause();
        note(parts, source, datum, outcome, AttemptOutcome.FAILED, failed.status(), reason);
        return new ProtocolOutput(null, Statuses.of(failed));
    }

    private static void keepValidators(CrawlDatum datum, NotModified same) {
        if (same.etag() != null) {
            Fields.put(datum, Fields.ETAG, same.etag());
        }
        if (same.lastModified() != null) {
            Fields.put(datum, Fields.LAST_MODIFIED, same.lastModified());
        }
    }

    private Content content(CrawlParts parts, Text url, CrawlDatum datum, Fetched fetched) throws IOException {
        String spool = payloads().putAside(fetched.sha256(), fetched.body());
        Response response = Response.of(fetched, spool);
        Fields.put(datum, Fields.ETAG, response.header("etag"));
        Fields.put(datum, Fields.LAST_MODIFIED, response.header("last-modified"));
        Fields.put(datum, Fields.SHA256, response.sha256());
        Metadata metadata = new Metadata();
        metadata.set(Fields.RESPONSE, parts.json().writeValueAsString(response));
        byte[] body = spool == null ? fetched.body() : new byte[0];
        String type = fetched.mediaType() == null ? "application/octet-stream" : fetched.mediaType();
        return new Content(url.toString(), response.answered(), body, type, metadata, conf);
    }

    private static void note(
            CrawlParts parts,
            Source source,
            CrawlDatum datum,
            FetchOutcome outcome,
            AttemptOutcome kind,
            int status,
            @Nullable String reason)
            throws JsonProcessingException {
        Instant time = outcome.time();
        Attempt attempt = new Attempt(source.id(), outcome.url().toString(), time, kind, status, reason);
        Fields.put(datum, Fields.ATTEMPT, parts.json().writeValueAsString(attempt));
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
