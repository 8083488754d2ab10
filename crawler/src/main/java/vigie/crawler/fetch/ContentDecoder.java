package vigie.crawler.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import okhttp3.Response;
import okio.Buffer;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Refusal;

/** Undoes the content encodings of a body that has arrived, wary of bodies made to burst. */
final class ContentDecoder {

    /** Below this, growth is harmless whatever the ratio. */
    private static final long HARMLESS = 64 * 1024;

    private static final int MOST_ENCODINGS = 3;
    private static final int STEP = 16 * 1024;

    private final BodyLimits limits;

    ContentDecoder(BodyLimits limits) {
        this.limits = limits;
    }

    byte[] decode(Response response, byte[] wire) throws IOException {
        List<String> encodings = encodings(response);
        if (encodings.size() > MOST_ENCODINGS) {
            throw StopException.failed(Failure.BROKEN, response.code(), "encoded as " + encodings);
        }
        byte[] body = wire;
        for (int last = encodings.size() - 1; last >= 0 && body.length > 0; last--) {
            body = inflate(open(encodings.get(last), body, response.code()), wire.length);
        }
        return body;
    }

    /** A file that is gzip by itself, whatever its response says. */
    byte[] gunzip(byte[] file) throws IOException {
        return inflate(open("gzip", file, 0), file.length);
    }

    private static List<String> encodings(Response response) {
        List<String> encodings = new ArrayList<>();
        for (String header : response.headers("Content-Encoding")) {
            for (String encoding : header.toLowerCase(Locale.ROOT).split(",", -1)) {
                if (!isNone(encoding.strip())) {
                    encodings.add(encoding.strip());
                }
            }
        }
        return encodings;
    }

    /** Servers that mistake this header for the character encoding are common, and harmless. */
    private static boolean isNone(String encoding) {
        return encoding.isEmpty()
                || encoding.equals("identity")
                || encoding.equals("none")
                || encoding.equals("utf-8")
                || encoding.equals("iso-8859-1");
    }

    private static InputStream open(String encoding, byte[] body, int status) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in, STEP);
            case "deflate" -> new Inflating(in, new Inflater(!hasZlibHeader(body)));
            default -> throw StopException.failed(Failure.BROKEN, status, "encoded as " + encoding + ", unasked");
        };
    }

    /** Half of the world sends {@code deflate} without the header that the standard wants. */
    private static boolean hasZlibHeader(byte[] body) {
        return body.length >= 2 && (body[0] & 0x0f) == 8 && (((body[0] & 0xff) << 8) | (body[1] & 0xff)) % 31 == 0;
    }

    private byte[] inflate(InputStream encoded, int wireLength) throws IOException {
        Buffer out = new Buffer();
        byte[] step = new byte[STEP];
        try (encoded) {
            for (int read = encoded.read(step); read != -1; read = encoded.read(step)) {
                out.write(step, 0, read);
                if (out.size() >= limits.maxBytes() && limits.cut()) {
                    return out.readByteArray(limits.maxBytes());
                }
                check(out.size(), wireLength);
            }
        }
        return out.readByteArray();
    }

    private void check(long grown, int wireLength) throws StopException {
        if (grown > limits.maxBytes()) {
            throw StopException.refused(
                    Refusal.TOO_LARGE, wireLength + " bytes grow beyond the " + limits.maxBytes() + " allowed");
        }
        if (grown > HARMLESS && grown > limits.maxRatio() * wireLength) {
            throw StopException.refused(
                    Refusal.RATIO, wireLength + " bytes grow more than " + limits.maxRatio() + " times");
        }
    }

    /** Gives the memory of its inflater back at once, which the plain stream leaves to the collector. */
    private static final class Inflating extends InflaterInputStream {

        Inflating(InputStream in, Inflater inflater) {
            super(in, inflater, STEP);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
