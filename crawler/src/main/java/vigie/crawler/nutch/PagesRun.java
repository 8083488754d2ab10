package vigie.crawler.nutch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.nutch.protocol.ProtocolStatus;
import org.jspecify.annotations.Nullable;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;

/**
 * One of the threads of a round: takes a host that has rested, asks for the best page that waits there, reads it, keeps it
 * and has its links followed.
 *
 * @param left how many pages may still be asked for
 */
record PagesRun(CrawlParts parts, Asker asker, Hosts hosts, PageKeeper keeper, AtomicLong left)
        implements Callable<Void> {

    /** Shorter waits are left to the fetcher. */
    private static final Duration SHORT = Duration.ofMillis(2);

    @Override
    public @Nullable Void call() throws IOException, InterruptedException {
        boolean isWhole = false;
        try {
            for (HostQueue host = hosts.next(); host != null; host = hosts.next()) {
                Optional<Waiting> page = host.take().filter(this::isWanted);
                hosts.back(host, page.isPresent() ? visit(host, page.get()) : Duration.ZERO);
            }
            isWhole = true;
        } finally {
            if (!isWhole) {
                hosts.end();
            }
        }
        return null;
    }

    private boolean isWanted(Waiting page) {
        boolean isEcho = !Fields.has(page.datum(), Fields.SEED) && parts.traps().echoes(page.url());
        return !isEcho && !parts.budget().isSpent(page.source().id());
    }

    /** Asks for a page, unless it is too early; how long the host is to rest now. */
    private Duration visit(HostQueue host, Waiting page) throws IOException {
        URI url = URI.create(page.url());
        Duration wait = host.isFresh() ? parts.fetcher().rest(page.source(), url) : Duration.ZERO;
        if (wait.compareTo(SHORT) > 0) {
            host.putBack(page);
            return wait;
        }
        if (left.decrementAndGet() < 0 || !parts.budget().take(page.source().id())) {
            return Duration.ZERO;
        }
        Optional<Asked> asked = asked(page);
        if (asked.isPresent()) {
            host.answered(asked.get().status().getCode() != ProtocolStatus.EXCEPTION);
            keeper.keep(page, asked.get(), this::read);
        }
        return parts.fetcher().rest(page.source(), url);
    }

    private Optional<Asked> asked(Waiting page) throws IOException {
        try {
            return asker.ask(page.source(), page.url(), page.datum());
        } catch (RuntimeException e) {
            Attempt attempt = new Attempt(
                    page.source().id(), page.url(), parts.clock().instant(), AttemptOutcome.FAILED, 0, "broken: " + e);
            return Optional.of(Asked.without(attempt, new ProtocolStatus(ProtocolStatus.EXCEPTION, e.toString())));
        }
    }

    /** One page that makes our parsers stumble must not end the run. */
    private PageParser.Page read(Waiting page, Response response, byte[] body) {
        try {
            return PageParser.read(parts, page.url(), name -> Fields.get(page.datum(), name), response, body);
        } catch (RuntimeException | StackOverflowError e) {
            String type = response.mediaType() == null ? "application/octet-stream" : response.mediaType();
            ParsedDocument failed = ParsedDocument.failed("not read: " + e, type);
            return new PageParser.Page(failed, Map.of(), List.of(), List.of(), null, null);
        }
    }
}
