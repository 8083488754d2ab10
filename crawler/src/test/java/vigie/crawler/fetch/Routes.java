package vigie.crawler.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import vigie.crawler.fetch.TestOrigin.Route;

/** The ways in which servers of {@link TestOrigin} behave and misbehave. */
public final class Routes {

    private Routes() {}

    /** 200 with the text. */
    public static Route text(String text) {
        return answer(200, text, "Content-Type: text/plain; charset=utf-8");
    }

    /** A status without a body. */
    public static Route status(int status, String... headers) {
        return answer(status, "", headers);
    }

    public static Route redirect(String location) {
        return status(302, "Location: " + location);
    }

    public static Route answer(int status, String body, String... headers) {
        return bytes(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static Route bytes(int status, byte[] body, String... headers) {
        return (request, out) -> {
            head(out, status, body.length, headers);
            out.write(body);
        };
    }

    /** Declares more than it sends. */
    public static Route truncated(String body, int missing) {
        return (request, out) -> {
            head(out, 200, body.length() + missing);
            out.write(body.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** A chunked body without its last chunk. */
    public static Route truncatedChunks() {
        return raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    }

    /** Sends a byte every {@code millis}, forever. */
    public static Route dripping(long millis) {
        return (request, out) -> {
            head(out, 200, 1_000_000);
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(millis);
            }
        };
    }

    /** Sends {@code bytes} every {@code millis}, forever. */
    public static Route steady(int bytes, long millis) {
        return (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"));
            while (true) {
                out.write(new byte[bytes]);
                out.flush();
                Thread.sleep(millis);
            }
        };
    }

    /** Thinks before it answers. */
    public static Route late(long millis, Route answer) {
        return (request, out) -> {
            Thread.sleep(millis);
            answer.answer(request, out);
        };
    }

    /** Never comes to the body. */
    public static Route endlessHeaders() {
        return (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n"));
            while (true) {
                out.write(ascii("X-More: " + "x".repeat(1000) + "\r\n"));
            }
        };
    }

    /** Sends as fast as it can, forever, without saying how much. */
    public static Route endless() {
        return (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"));
            byte[] block = new byte[8192];
            while (true) {
                out.write(block);
            }
        };
    }

    /** Accepts the request and never answers. */
    public static Route silent() {
        return (request, out) -> Thread.sleep(60_000);
    }

    /** Hangs up without a word. */
    public static Route hangsUp() {
        return (request, out) -> {};
    }

    /** Exactly these bytes. */
    public static Route raw(String bytes) {
        return (request, out) -> out.write(ascii(bytes));
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] zlib(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
            deflate.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** zlib without header and checksum. */
    public static byte[] rawDeflate(byte[] bytes) {
        byte[] zlib = zlib(bytes);
        return Arrays.copyOfRange(zlib, 2, zlib.length - 4);
    }

    private static void head(OutputStream out, int status, int length, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\nConnection: close\r\n");
        if (status != 304 && status != 204) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(ascii(head + "\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
