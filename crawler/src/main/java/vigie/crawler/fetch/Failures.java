package vigie.crawler.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.FetchOutcome.Failure;

/** Says what kind of failure an exception of the network is. */
final class Failures {

    private Failures() {}

    /** {@code thrown} itself, or what it means, with {@code status} where a response had begun. */
    static StopException of(IOException thrown, int status) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StopException stop) {
                return stop;
            }
        }
        StopException stop = StopException.failed(kindOf(thrown), status, describe(thrown));
        stop.initCause(thrown);
        return stop;
    }

    private static Failure kindOf(IOException thrown) {
        if (thrown instanceof UnknownHostException) {
            return Failure.DNS;
        }
        if (thrown instanceof SocketTimeoutException || thrown instanceof InterruptedIOException) {
            return Failure.TIMEOUT;
        }
        if (thrown instanceof ConnectException
                || thrown instanceof NoRouteToHostException
                || thrown instanceof PortUnreachableException) {
            return Failure.CONNECT;
        }
        return thrown instanceof SSLException ? Failure.TLS : Failure.BROKEN;
    }

    private static String describe(IOException thrown) {
        @Nullable String message = thrown.getMessage();
        if (thrown instanceof EOFException || thrown instanceof ZipException) {
            return "broken stream" + (message == null ? "" : ": " + message);
        }
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
