package vigie.crawler.fetch;

import java.net.ProtocolException;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.FetchOutcome.Failed;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.crawler.fetch.FetchOutcome.Refused;

/**
 * Ends a fetch with a known outcome. A {@link ProtocolException} because OkHttp never repeats a request after one: what
 * our own guards stopped must not be tried again behind their backs.
 */
final class StopException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Refusal refusal;
    private final Failure failure;
    private final int status;

    private StopException(@Nullable Refusal refusal, Failure failure, int status, String message) {
        super(message);
        this.refusal = refusal;
        this.failure = failure;
        this.status = status;
    }

    static StopException refused(Refusal reason, String detail) {
        return new StopException(reason, Failure.BROKEN, 0, detail);
    }

    static StopException failed(Failure kind, int status, String cause) {
        return new StopException(null, kind, status, cause);
    }

    /** The same end, told of a request that was made on behalf of the one that stops now. */
    StopException during(String what) {
        StopException told = new StopException(refusal, failure, status, what + ": " + getMessage());
        told.initCause(this);
        return told;
    }

    boolean isFor(Refusal reason) {
        return refusal == reason;
    }

    boolean isFor(Failure kind) {
        return refusal == null && failure == kind;
    }

    FetchOutcome outcome(URI url, Instant time) {
        String message = String.valueOf(getMessage());
        return refusal == null
                ? new Failed(url, time, failure, status, message)
                : new Refused(url, time, refusal, message);
    }
}
