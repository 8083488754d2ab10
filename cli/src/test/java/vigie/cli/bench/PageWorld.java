package vigie.cli.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import vigie.cli.demo.WorldServer;
import vigie.model.id.Digest;

/**
 * Sites of made-up pages on loopback: a home page, lists of fifty pages each, pages of about 20 kB with a menu of forty
 * links; thread-safe. One page in ten names a system of analysis, so that there is something to extract.
 */
final class PageWorld implements AutoCloseable {

    private static final int LIST = 50;
    private static final int MENU = 40;
    private static final int PARAGRAPHS = 24;
    private static final String[] WORDS = """
            commune conseil séance maire délibération voirie école budget travaux subvention association marché crédit
            terrain parcelle éclairage cantine bibliothèque quartier circulation stationnement habitants service public
            projet convention avenant tarif recette dépense exercice commission rapport rapporteur vote unanimité
            présents absents pouvoir ordre jour procès-verbal approbation lecture programme équipement sportif gymnase
            piscine tramway forêt rivière chemin pont place square jardin arbre déchet tri collecte assainissement eau
            potable réseau énergie chauffage rénovation logement bailleur permis urbanisme enquête avis préfet
            département région intercommunalité compétence transfert personnel poste emploi agent formation concours
            culture musique théâtre patrimoine église mairie archives élection jumelage fête cérémonie commémoration
            """.strip().split("\\s+", -1);

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(16);
    private final int hosts;
    private final int pages;
    private final boolean hasValidators;
    private final Map<String, Integer> revisions = new ConcurrentHashMap<>();
    private final Map<String, Queue<Long>> asked = new ConcurrentHashMap<>();
    private final AtomicLong served = new AtomicLong();

    /**
     * @param pages of each host, all in all
     * @param hasValidators whether answers carry an ETag and honour it
     */
    PageWorld(int hosts, int pages, boolean hasValidators) throws IOException {
        this.hosts = hosts;
        this.pages = pages;
        this.hasValidators = hasValidators;
        // As servers do: or else each page waits 40 ms for the client's word that its headers came.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<String> starts() {
        List<String> starts = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            starts.add("http://" + host(host) + ":" + port() + "/");
        }
        return starts;
    }

    /** Requests for pages so far. */
    long served() {
        return served.get();
    }

    /** When each host was asked, {@code robots.txt} included, in nanoseconds, in order. */
    Map<String, Queue<Long>> asked() {
        return asked;
    }

    /** Other words in so many pages from now on, spread over the hosts. */
    void change(int count) {
        for (int i = 0; i < count; i++) {
            String page = host(i % hosts) + "/page/" + (1 + i / hosts);
            revisions.merge(page, 1, Integer::sum);
        }
    }

    /** Seeds for all hosts, in the invented communes of the sample world. */
    Path seeds(Path folder, String gap) throws IOException {
        try (WorldServer world = new WorldServer()) {
            world.seeds(folder);
            Files.delete(folder.resolve("world.yml"));
            List<String> communes = world.communes();
            StringBuilder yaml = new StringBuilder("sources:\n");
            for (int host = 0; host < hosts; host++) {
                yaml.append("""
                        - id: %s
                          name: "Site %d"
                          kind: site
                          url: %s
                          commune: "%s"
                          allow-address: [%s]
                          gap: %s
                          origin: generated
                        """.formatted(
                        name(host), host, starts().get(host), communes.get(host % communes.size()), host(host), gap));
            }
            Files.writeString(folder.resolve("pages.yml"), yaml);
        }
        return folder;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private static String name(int host) {
        return "site-" + host;
    }

    private static String host(int host) {
        return name(host) + ".localhost";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = exchange.getRequestHeaders().getFirst("Host").replaceAll(":.*", "");
            asked.computeIfAbsent(host, name -> new ConcurrentLinkedQueue<>()).add(System.nanoTime());
            String path = exchange.getRequestURI().getPath();
            String html = path.equals("/robots.txt") ? "" : html(host, path);
            if (html.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            served.incrementAndGet();
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            String etag = "\"" + Digest.sha256(body).substring(0, 20) + "\"";
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            if (hasValidators) {
                exchange.getResponseHeaders().set("ETag", etag);
                if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                    return;
                }
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String html(String host, String path) {
        int lists = (pages - 2) / (LIST + 1) + 1;
        int leaves = pages - 1 - lists;
        StringBuilder body = new StringBuilder();
        if (path.equals("/")) {
            for (int list = 1; list <= lists; list++) {
                link(body, "/conseil/liste-" + list, "Délibérations, page " + list);
            }
        } else if (path.startsWith("/conseil/liste-")) {
            int list = Integer.parseInt(path.substring(15));
            for (int page = (list - 1) * LIST + 1; page <= Math.min(leaves, list * LIST); page++) {
                link(body, "/page/" + page, "Délibération n° " + page);
            }
        } else if (path.startsWith("/page/")) {
            text(body, host, path, Integer.parseInt(path.substring(6)));
        }
        if (body.isEmpty()) {
            return "";
        }
        StringBuilder menu = new StringBuilder();
        for (int i = 0; i < MENU; i++) {
            int page = 1 + i * Math.max(1, leaves / MENU);
            link(menu, page <= leaves ? "/page/" + page : "/", "Rubrique " + i);
        }
        return "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + host + path
                + "</title></head><body><nav><ul>" + menu + "</ul></nav><main><h1>Commune</h1>" + body
                + "</main><footer><p>Mentions légales</p></footer></body></html>\n";
    }

    private void text(StringBuilder body, String host, String path, int page) {
        int revision = revisions.getOrDefault(host + path, 0);
        Random random = new Random((host + path + revision).hashCode());
        for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
            body.append("<p class=\"texte\">");
            for (int word = 0; word < 90; word++) {
                body.append(WORDS[random.nextInt(WORDS.length)]).append(word % 15 == 14 ? ". " : " ");
            }
            body.append("</p>\n");
        }
        if (page % 10 == 0) {
            body.append("<p>Le conseil municipal autorise le maire à signer avec la société BriefCam un marché de ")
                    .append(10_000 + random.nextInt(90_000))
                    .append(" euros pour un logiciel de vidéosurveillance algorithmique.</p>\n");
        }
    }

    private static void link(StringBuilder to, String address, String text) {
        to.append("<li><a href=\"").append(address).append("\">").append(text).append("</a></li>\n");
    }
}
