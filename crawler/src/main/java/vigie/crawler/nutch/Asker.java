package vigie.crawler.nutch;

import com.google.common.hash.HashFunction;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.nutch.crawl.CrawlDatum;
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

/** Asks for pages by our {@link vigie.crawler.fetch.Fetcher}; notes validators and time in their records. Thread-safe. */
final class Asker {

    private final CrawlParts parts;
    private final Payloads payloads;
    private final HashFunction sum;

    Asker(CrawlParts parts, Payloads payloads) {
        this.parts = parts;
        this.payloads = payloads;
        this.sum = Print.sum(parts.task().secret());
    }

    /**
     * Asks for a page; empty where the run was stopped meanwhile.
     *
     * @throws IOException if a large body cannot be put aside
     */
    Optional<Asked> ask(Source source, String url, CrawlDatum datum) throws IOException {
        Print print = new Print(sum, Fields.get(datum, Fields.PRINT));
        FetchOutcome outcome = inScope(source, parts.fetcher().fetch(request(source, url, datum, print)));
        parts.fetched().incrementAndGet();
        if (outcome instanceof Failed && parts.stop().getAsBoolean()) {
            return Optional.empty();
        }
        Fields.putAttempted(datum, outcome.time().toEpochMilli());
        if (print.seen() != null && (outcome instanceof Fetched || outcome instanceof NotModified)) {
            Fields.put(datum, Fields.PRINT, print.seen());
        }
        return Optional.of(asked(source, datum, outcome));
    }

    private static FetchRequest request(Source source, String url, CrawlDatum datum, Print print) {
        FetchRequest plain = FetchRequest.get(source, URI.create(url));
        return new FetchRequest(
                source,
                plain.url(),
                plain.body(),
                plain.headers(),
                Fields.get(datum, Fields.ETAG),
                Fields.get(datum, Fields.LAST_MODIFIED),
                Fields.get(datum, Fields.SHA256),
                print);
    }

    /** What another publisher's site answers must not be taken for this one's. */
    private FetchOutcome inScope(Source source, FetchOutcome outcome) {
        if (!(outcome instanceof Fetched fetched)) {
            return outcome;
        }
        if (!parts.scope().contains(source, fetched.answered().toString())) {
            String detail = "redirected out of the site, to " + fetched.answered();
            return new Refused(fetched.url(), fetched.time(), Refusal.REDIRECTS, detail);
        }
        return fetched;
    }

    private Asked asked(Source source, CrawlDatum datum, FetchOutcome outcome) throws IOException {
        if (outcome instanceof Fetched fetched) {
            String spool = payloads.putAside(fetched.sha256(), fetched.body());
            Response response = Response.of(fetched, spool);
            Fields.put(datum, Fields.ETAG, response.header("etag"));
            Fields.put(datum, Fields.LAST_MODIFIED, response.header("last-modified"));
            Fields.put(datum, Fields.SHA256, response.sha256());
            Attempt attempt = attempt(source, outcome, AttemptOutcome.FETCHED, fetched.status(), null);
            byte[] body = spool == null ? fetched.body() : new byte[0];
            return new Asked(attempt, ProtocolStatus.STATUS_SUCCESS, response, body);
        }
        if (outcome instanceof NotModified same) {
            keepValidators(datum, same);
            return Asked.without(
                    attempt(source, outcome, AttemptOutcome.NOT_MODIFIED, same.status(), null),
                    ProtocolStatus.STATUS_NOTMODIFIED);
        }
        if (outcome instanceof Refused refused) {
            String reason = refused.reason().id() + ": " + refused.detail();
            return Asked.without(attempt(source, outcome, AttemptOutcome.REFUSED, 0, reason), Statuses.of(refused));
        }
        Failed failed = (Failed) outcome;
        String reason = failed.kind().id() + ": " + failed.cause();
        return Asked.without(
                attempt(source, outcome, AttemptOutcome.FAILED, failed.status(), reason), Statuses.of(failed));
    }

    private static void keepValidators(CrawlDatum datum, NotModified same) {
        if (same.etag() != null) {
            Fields.put(datum, Fields.ETAG, same.etag());
        }
        if (same.lastModified() != null) {
            Fields.put(datum, Fields.LAST_MODIFIED, same.lastModified());
        }
    }

    private static Attempt attempt(
            Source source, FetchOutcome outcome, AttemptOutcome kind, int status, @Nullable String reason) {
        return new Attempt(source.id(), outcome.url().toString(), outcome.time(), kind, status, reason);
    }
}
