package vigie.crawler.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web server on loopback that answers exactly the bytes its routes write, however wrong. Every request is one
 * connection and is remembered. What has no route is 404, robots.txt included.
 */
public final class TestOrigin implements AutoCloseable {

    /** Answers one request by writing status line, headers and body, or whatever it likes instead. */
    @FunctionalInterface
    public interface Route {
        void answer(Seen request, OutputStream out) throws IOException, InterruptedException;
    }

    /** A request as it arrived; header names in lower case. */
    public record Seen(String method, String target, Map<String, String> headers, String body, long nanos) {}

    /** Does to a connection whatever it likes, before a request was read. */
    @FunctionalInterface
    public interface Greeting {
        void meet(Socket connection) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile Greeting greeting = this::converse;
    private volatile Route otherwise = Routes.status(404);

    public TestOrigin() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public TestOrigin route(String path, Route route) {
        routes.put(path, route);
        return this;
    }

    /** Answers what has no route. */
    public TestOrigin otherwise(Route route) {
        otherwise = route;
        return this;
    }

    /** Reads no request any more. */
    public TestOrigin greet(Greeting other) {
        greeting = other;
        return this;
    }

    /** The address of {@code path} on this server, by a name under {@code .localhost}. */
    URI at(String path) {
        return at("town.localhost", path);
    }

    public URI at(String host, String path) {
        return URI.create("http://" + host + ":" + port() + path);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<Seen> seen() {
        return seen;
    }

    public List<String> targets() {
        return seen.stream().map(Seen::target).toList();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            greeting.meet(connection);
        } catch (IOException e) {
            // The client hung up, as many tests want it to.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void converse(Socket connection) throws IOException, InterruptedException {
        Seen request = read(new BufferedInputStream(connection.getInputStream()));
        seen.add(request);
        String path = request.target().replaceFirst("\\?.*", "");
        routes.getOrDefault(path, otherwise).answer(request, connection.getOutputStream());
        connection.getOutputStream().flush();
    }

    private static Seen read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(":", 2);
            headers.put(header[0].toLowerCase(java.util.Locale.ROOT), header[1].strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Seen(first[0], first[1], headers, new String(body, StandardCharsets.UTF_8), System.nanoTime());
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("end of request");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
