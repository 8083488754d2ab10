package vigie.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.id.Digest;

/**
 * Serves the sample world on loopback, each town under {@code <id>.localhost}; thread-safe.
 *
 * <p>Answers carry an ETag and honour {@code If-None-Match}; whatever is asked for outside the world is 404.
 */
public final class WorldServer implements AutoCloseable {

    /** The host of the notices feed. */
    public static final String FEED_HOST = "boamp.localhost";

    private static final String DEAD = "dead";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final Map<String, TownSite> sites = new LinkedHashMap<>();
    private final NoticesFeed feed;
    private final World world;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** Starts on a free port. */
    public WorldServer() throws IOException {
        world = World.load();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        feed = new NoticesFeed(world.notices());
        for (World.Town town : world.towns()) {
            if (!town.build().equals(DEAD)) {
                String host = town.id() + ".localhost";
                sites.put(host, new TownSite(town, world.acts(town), "http://" + host + ":" + port()));
            }
        }
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    /** The port that all hosts share. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Host, path and query of every request so far, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** INSEE codes of the invented communes, in the order of {@code world.yml}. */
    public List<String> communes() {
        return world.towns().stream().map(World.Town::insee).toList();
    }

    /**
     * Writes a seeds folder for this world: its communes, its sites, its feed.
     *
     * @return the folder
     */
    public Path seeds(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var communes = WorldServer.class.getResourceAsStream("/vigie/cli/demo/communes.tsv")) {
            Files.write(
                    folder.resolve("communes.tsv"),
                    Objects.requireNonNull(communes, "communes.tsv").readAllBytes());
        }
        StringBuilder yaml = new StringBuilder("# Written by the sample world.\nsources:\n");
        for (World.Town town : world.towns()) {
            // The dead town's port is one that nobody listens on: 9 is the discard service.
            String port = town.build().equals(DEAD) ? "9" : String.valueOf(port());
            String host = town.id() + ".localhost";
            yaml.append("""
                    - id: %s
                      name: "Site de %s"
                      kind: site
                      url: http://%s:%s/
                      starts: ["http://%s:%s/", "http://%s:%s/conseil"]
                      commune: "%s"
                      allow-address: [%s]
                      gap: 20ms
                      origin: sample world
                    """.formatted(town.id(), town.name(), host, port, host, port, host, port, town.insee(), host));
        }
        yaml.append("""
                - id: boamp
                  name: "BOAMP (jeu d'essai)"
                  kind: feed
                  adapter: boamp
                  url: http://%s:%d%s
                  publisher: {name: DILA}
                  allow-address: [%s]
                  gap: 20ms
                  options: {since: "2020-01-01", window: P10Y}
                  expect: {records: 0, dated: 1, published: 1}
                  origin: sample world
                """.formatted(FEED_HOST, port(), NoticesFeed.PATH, FEED_HOST));
        Files.writeString(folder.resolve("world.yml"), yaml);
        return folder;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
            TownSite.Reply reply = reply(exchange);
            String etag = "\"" + Digest.sha256(reply.body()).substring(0, 20) + "\"";
            exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
            exchange.getResponseHeaders().set("ETag", etag);
            if (reply.location() != null) {
                exchange.getResponseHeaders().set("Location", reply.location());
            }
            boolean known = reply.status() == 200
                    && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            boolean bodiless = known
                    || reply.body().length == 0
                    || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(known ? 304 : reply.status(), bodiless ? -1 : reply.body().length);
            if (!bodiless) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    private TownSite.Reply reply(HttpExchange exchange) {
        String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        Matcher name = Pattern.compile("([a-z0-9.-]+)(?::\\d+)?").matcher(host);
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        if (name.matches() && name.group(1).equals(FEED_HOST) && path.equals(NoticesFeed.PATH)) {
            return feed.reply(query == null ? "" : query);
        }
        TownSite site = name.matches() ? sites.get(name.group(1)) : null;
        return site == null
                ? new TownSite.Reply(404, "text/plain", "404\n".getBytes(StandardCharsets.US_ASCII), null)
                : site.reply(query == null ? path : path + "?" + query);
    }
}
