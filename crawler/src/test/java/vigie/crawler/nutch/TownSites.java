package vigie.crawler.nutch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceKind;

/** Town sites on loopback, told apart by host name: {@code a.localhost}, {@code b.localhost}. What is not there is 404. */
final class TownSites implements AutoCloseable {

    /** One request: host without port, path with query, and whether it asked for changes only. */
    record Seen(String host, String target, boolean conditional, long nanos) {}

    private record Page(int status, Map<String, String> headers, byte[] body) {}

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    TownSites() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    TownSites html(String host, String path, String title, String body) {
        String page = "<!doctype html><html><head><meta charset=utf-8><title>" + title
                + "</title></head><body><main><h1>" + title + "</h1>" + body + "</main></body></html>";
        return page(host, path, 200, Map.of("Content-Type", "text/html; charset=utf-8", "ETag", etag(page)), page);
    }

    TownSites page(String host, String path, int status, Map<String, String> headers, String body) {
        return bytes(host, path, status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    TownSites bytes(String host, String path, int status, Map<String, String> headers, byte[] body) {
        pages.put(host + path, new Page(status, headers, body));
        return this;
    }

    /** A home page that leads to a list of minutes, and that to minutes. */
    TownSites town(String host) {
        html(host, "/", "Ville", "<p>Bienvenue</p><a href='/conseil'>Conseil municipal</a>");
        html(host, "/conseil", "Conseil municipal", "<p>Les séances</p><a href='/pv-1.html'>PV du 3 mars 2024</a>");
        return html(host, "/pv-1.html", "Procès-verbal du 3 mars 2024", "<p>Le conseil approuve.</p>");
    }

    TownSites redirect(String host, String path, String to) {
        return page(host, path, 301, Map.of("Location", to), "");
    }

    private static String etag(String page) {
        return "\"" + Integer.toHexString(page.hashCode()) + "\"";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":\\d+$", "");
            String target = exchange.getRequestURI().toString();
            String known = exchange.getRequestHeaders().getFirst("If-None-Match");
            seen.add(new Seen(host, target, known != null, System.nanoTime()));
            Page page = pages.getOrDefault(host + target, new Page(404, Map.of(), new byte[0]));
            page.headers().forEach(exchange.getResponseHeaders()::set);
            if (known != null && known.equals(page.headers().get("ETag"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(page.status(), page.body().length == 0 ? -1 : page.body().length);
            if (page.body().length > 0) {
                exchange.getResponseBody().write(page.body());
            }
        }
    }

    URI at(String host, String path) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
    }

    List<Seen> seen() {
        return seen;
    }

    /** What was asked of a host, robots.txt and the customary sitemap left out. */
    List<String> asked(String host) {
        List<String> targets = new ArrayList<>();
        for (Seen each : seen) {
            if (each.host().equals(host)
                    && !Set.of("/robots.txt", "/sitemap.xml").contains(each.target())) {
                targets.add(each.target());
            }
        }
        return targets;
    }

    void forget() {
        seen.clear();
    }

    TownSites sitemap(String host, String path, String... pages) {
        StringBuilder map = new StringBuilder("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>");
        for (String page : pages) {
            map.append("<url><loc>").append(at(host, page)).append("</loc></url>");
        }
        return page(host, path, 200, Map.of("Content-Type", "application/xml"), map + "</urlset>");
    }

    /** The source of {@code <id>.localhost}. */
    Source source(String id, Duration gap) {
        String host = id + ".localhost";
        return source(id, at(host, "/"), Set.of(host), Set.of(host), gap);
    }

    Source source(String id, Set<String> hosts, Set<String> allowed) {
        return source(id, at(id + ".localhost", "/"), hosts, allowed, Duration.ofMillis(1));
    }

    /** A source at a port where nobody listens. */
    Source unreachable(String id) {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String host = id + ".localhost";
            URI url = URI.create("http://" + host + ":" + closed.getLocalPort() + "/");
            return source(id, url, Set.of(host), Set.of(host), Duration.ofMillis(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(String id, URI url, Set<String> hosts, Set<String> allowed, Duration gap) {
        return new Source(
                id,
                "Ville de " + id,
                SourceKind.SITE,
                url,
                List.of(url),
                hosts,
                new Publisher("Ville de " + id, null, null, null),
                null,
                Map.of(),
                allowed,
                gap,
                null,
                "test",
                null);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
