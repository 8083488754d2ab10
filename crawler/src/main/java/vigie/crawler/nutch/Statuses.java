package vigie.crawler.nutch;

import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.protocol.ProtocolStatus;
import vigie.crawler.fetch.FetchOutcome.Failed;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.crawler.fetch.FetchOutcome.Refused;

/** Says in Nutch's terms what became of a request: gone for a long time, or worth another try soon. */
final class Statuses {

    private Statuses() {}

    static ProtocolStatus of(Refused refused) {
        return switch (refused.reason()) {
            case ROBOTS -> ProtocolStatus.STATUS_ROBOTS_DENIED;
            case ROBOTS_UNREACHABLE, CRAWL_DELAY, BACK_OFF ->
                new ProtocolStatus(ProtocolStatus.RETRY, refused.detail());
            case ADDRESS, SCHEME, REDIRECTS, TOO_LARGE, RATIO ->
                new ProtocolStatus(ProtocolStatus.ACCESS_DENIED, refused.detail());
        };
    }

    static ProtocolStatus of(Failed failed) {
        return switch (failed.kind()) {
            case NOT_FOUND -> ProtocolStatus.STATUS_NOTFOUND;
            case GONE -> ProtocolStatus.STATUS_GONE;
            case CLIENT_ERROR -> new ProtocolStatus(ProtocolStatus.ACCESS_DENIED, failed.cause());
            case DNS, CONNECT, TLS, TIMEOUT, TOO_SLOW, BROKEN, SERVER_ERROR ->
                new ProtocolStatus(ProtocolStatus.EXCEPTION, failed.cause());
        };
    }

    /** The status of a record after a request that ended so, as Nutch's own fetcher gives it. */
    static byte fetched(ProtocolStatus status) {
        return switch (status.getCode()) {
            case ProtocolStatus.SUCCESS -> CrawlDatum.STATUS_FETCH_SUCCESS;
            case ProtocolStatus.NOTMODIFIED -> CrawlDatum.STATUS_FETCH_NOTMODIFIED;
            case ProtocolStatus.GONE,
                    ProtocolStatus.NOTFOUND,
                    ProtocolStatus.ACCESS_DENIED,
                    ProtocolStatus.ROBOTS_DENIED -> CrawlDatum.STATUS_FETCH_GONE;
            default -> CrawlDatum.STATUS_FETCH_RETRY;
        };
    }

    /** Whether the attempt's {@code reason} says that the site itself could not be reached. */
    static boolean isUnreachable(String reason) {
        String kind = reason.substring(0, Math.max(0, reason.indexOf(':')));
        return switch (kind) {
            case "dns", "connect", "tls", "timeout", "server-error", "robots-unreachable", "back-off" -> true;
            default -> false;
        };
    }

    /** Whether what the attempt's {@code reason} says may have passed by the next run. */
    static boolean isPassing(String reason) {
        return isUnreachable(reason)
                || reason.startsWith(Failure.TOO_SLOW.id() + ":")
                || reason.startsWith(Failure.BROKEN.id() + ":")
                || isDelayed(reason);
    }

    /** Whether the attempt's {@code reason} says that robots.txt asks for longer pauses than we make. */
    static boolean isDelayed(String reason) {
        return reason.startsWith(Refusal.CRAWL_DELAY.id() + ":");
    }

    /** Whether the attempt's {@code reason} says that the page is larger than we read. */
    static boolean isBeyondLimits(String reason) {
        return reason.startsWith(Refusal.TOO_LARGE.id() + ":") || reason.startsWith(Refusal.RATIO.id() + ":");
    }

    /** Whether the attempt's {@code reason} says that robots.txt forbids the page. */
    static boolean isForbidden(String reason) {
        return reason.startsWith(Refusal.ROBOTS.id() + ":");
    }

    /** Whether the attempt's {@code reason} says that the page does not exist. */
    static boolean isMissing(String reason) {
        return reason.startsWith(Failure.NOT_FOUND.id() + ":") || reason.startsWith(Failure.GONE.id() + ":");
    }
}
