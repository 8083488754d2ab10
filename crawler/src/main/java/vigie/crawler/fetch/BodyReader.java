package vigie.crawler.fetch;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Refusal;

/** Reads the body of a response whole or not at all, within {@link BodyLimits}. */
final class BodyReader {

    private static final int STEP = 16 * 1024;

    private final LongSupplier nanoTime;

    BodyReader(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The body with its content encoding undone. */
    byte[] read(Response response, BodyLimits limits) throws IOException {
        if (response.code() == 206) {
            throw broken(response, "a part was sent where the whole was asked for");
        }
        long declared = declaredLength(response);
        if (declared > limits.maxBytes() && !limits.cut()) {
            throw tooLarge(declared, limits);
        }
        Buffer wire = readWire(response, limits);
        boolean cut = limits.cut() && wire.size() >= limits.maxBytes();
        if (declared >= 0 && wire.size() != declared && !cut) {
            throw broken(response, wire.size() + " of " + declared + " bytes came");
        }
        return new ContentDecoder(limits).decode(response, wire.readByteArray());
    }

    private Buffer readWire(Response response, BodyLimits limits) throws IOException {
        Buffer wire = new Buffer();
        long start = nanoTime.getAsLong();
        BufferedSource source = response.body().source();
        while (source.read(wire, STEP) != -1) {
            checkRate(response, wire.size(), nanoTime.getAsLong() - start, limits);
            if (wire.size() >= limits.maxBytes() && limits.cut()) {
                return wire;
            }
            if (wire.size() > limits.maxBytes()) {
                throw tooLarge(wire.size(), limits);
            }
        }
        return wire;
    }

    private static void checkRate(Response response, long bytes, long nanos, BodyLimits limits) throws StopException {
        double seconds = nanos / 1e9;
        if (nanos > limits.grace().toNanos() && bytes < limits.minRate() * seconds) {
            String told = "%d bytes in %.1f s, at least %d bytes per second are wanted"
                    .formatted(bytes, seconds, limits.minRate());
            throw StopException.failed(Failure.TOO_SLOW, response.code(), told);
        }
    }

    /** The declared length, or -1; two different ones mean that nobody knows where the body ends. */
    private static long declaredLength(Response response) throws StopException {
        Set<String> lengths = new HashSet<>(response.headers("Content-Length"));
        if (lengths.size() > 1) {
            throw broken(response, "contradictory lengths " + lengths);
        }
        boolean chunked = response.header("Transfer-Encoding") != null;
        return chunked ? -1 : response.body().contentLength();
    }

    private static StopException broken(Response response, String cause) {
        return StopException.failed(Failure.BROKEN, response.code(), cause);
    }

    private static StopException tooLarge(long bytes, BodyLimits limits) {
        return StopException.refused(
                Refusal.TOO_LARGE, bytes + " bytes or more, " + limits.maxBytes() + " are allowed");
    }
}
