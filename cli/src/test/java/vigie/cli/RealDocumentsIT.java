package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vigie.indexer.Extraction;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.id.InseeCode;

/**
 * Real minutes, deliberations and prefectural acts, where they are at hand, served over loopback as the sites of two
 * towns and a prefecture: crawl, index, search, report. Figures go to {@code target/measurements/real-documents.txt}.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealDocumentsIT {

    private static final String MONTPELLIER = "34172";
    private static final String AUDIERNE = "29003";
    private static final String PREFECTURE = "finistere";

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final Map<String, Path> served = new TreeMap<>();
    private Path corpus;
    private HttpServer server;
    private ExecutorService workers;
    private Collection collection;
    private JsonNode run;
    private Map<String, SourceDocument> documents;

    // ---- one crawl ----------------------------------------------------------------------------------------------

    @BeforeAll
    void crawlAndIndex(@TempDir Path folder) throws IOException {
        corpus = Needed.corpus();
        list("council", "montpellier_", "montpellier");
        list("council", "audierne_", "audierne");
        list("raa", "", PREFECTURE);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        workers = Executors.newFixedThreadPool(4);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
        collection = new Collection(folder.resolve("data"), seeds(folder.resolve("seeds")));
        Ran ran = collection.vigie(withoutOcr(folder.resolve("config")), "run");
        assertThat(ran.exit()).as(ran.err()).isZero();
        run = collection.lastRun();
        documents = new TreeMap<>();
        collection.documents().forEach((url, document) -> {
            if (served.containsKey(url.replaceFirst("^http://", "").replaceFirst(":\\d+", ""))) {
                documents.put(name(url), document);
            }
        });
    }

    @AfterAll
    void close() {
        if (server != null) {
            server.stop(0);
            workers.shutdownNow();
        }
    }

    private void list(String folder, String beginning, String site) throws IOException {
        try (Stream<Path> files = Files.list(corpus.resolve(folder))) {
            files.filter(Files::isRegularFile)
                    .filter(file -> name(file.toString()).startsWith(beginning))
                    .forEach(file -> served.put(site + ".localhost/" + name(file.toString()), file));
        }
    }

    /** The project's configuration; recognising all scans would take minutes, and the parser's own tests do. */
    private static Path withoutOcr(Path folder) throws IOException {
        Collection.copyConfiguration(folder);
        Path crawl = folder.resolve("crawl.yml");
        Files.writeString(crawl, Files.readString(crawl).replaceFirst("(?m)^ocr: .*$", "ocr: off"));
        return folder;
    }

    private Path seeds(Path folder) throws IOException {
        Files.createDirectories(folder);
        String sources = "sources:\n" + site("montpellier", "commune: \"" + MONTPELLIER + "\"")
                + site("audierne", "commune: \"" + AUDIERNE + "\"")
                + site(PREFECTURE, "publisher: {name: Préfecture du Finistère, departement: \"29\"}");
        Files.writeString(folder.resolve("towns.yml"), sources);
        return folder;
    }

    private String site(String id, String publisher) {
        return """
                  - id: %s
                    name: %s
                    kind: site
                    url: http://%s.localhost:%d/
                    %s
                    allow-address: [%s.localhost]
                    gap: 5ms
                    origin: real documents for tests
                """.formatted(id, id, id, server.getAddress().getPort(), publisher, id);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"))
                    .replaceFirst(":\\d+$", "");
            String path = exchange.getRequestURI().getPath();
            Path file = served.get(host + path);
            byte[] body = file != null ? Files.readAllBytes(file) : path.equals("/") ? home(host) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", file == null ? "text/html; charset=utf-8" : type(path));
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private byte[] home(String host) {
        String links = served.keySet().stream()
                .filter(address -> address.startsWith(host + "/"))
                .map(address -> "<li><a href=\"/" + name(address) + "\">" + name(address) + "</a></li>")
                .collect(Collectors.joining("\n"));
        return ("<!DOCTYPE html><html lang=\"fr\"><title>Actes</title><main><h1>Actes</h1><ul>" + links
                        + "</ul></main></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String path) {
        return switch (path.replaceFirst(".*\\.", "")) {
            case "pdf" -> "application/pdf";
            case "doc" -> "application/msword";
            case "csv" -> "text/csv";
            default -> "text/plain";
        };
    }

    private static String name(String path) {
        return path.replaceFirst(".*/", "");
    }

    // ---- checks -------------------------------------------------------------------------------------------------

    @Test
    void everyDocumentArrivesAsTextOrIsTold() {
        assertThat(documents.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        served.keySet().stream().map(RealDocumentsIT::name).toList());
        documents.forEach((name, document) -> {
            assertThat(document.outcome())
                    .as(name + " " + document.cause())
                    .isEqualTo(isScan(name) ? TextOutcome.NO_TEXT : TextOutcome.TEXT);
        });
    }

    /** The prefect's bulletin is an image too, and of one deliberation only the stamp of receipt is text. */
    private static boolean isScan(String name) {
        return name.endsWith("_scan.pdf")
                || name.startsWith("RAA_29-2024-01-30")
                || name.equals("audierne_DE2024-111.pdf");
    }

    @Test
    void publishersAreThoseOfTheSeeds() {
        documents.forEach((name, document) -> assertThat(document.publisher().insee())
                .as(name)
                .isEqualTo(
                        name.startsWith("montpellier")
                                ? new InseeCode(MONTPELLIER)
                                : name.startsWith("audierne") ? new InseeCode(AUDIERNE) : null));
    }

    @Test
    void everyAnnotatedFactIsFoundAndAttributedToItsCommune() throws IOException {
        Figures figures = new Figures();
        List<String> lost = new ArrayList<>();
        for (JsonNode fact : facts()) {
            String file = name(fact.path("file").asText());
            SourceDocument document = documents.get(file);
            if (document == null || document.outcome() != TextOutcome.TEXT) {
                figures.scanned++;
                continue;
            }
            int rank = rank(fact, document);
            figures.found(rank);
            if (rank == 0) {
                lost.add(file + ": " + fact.path("evidence").asText());
            }
        }
        write(figures);
        assertThat(figures.facts).isGreaterThan(10);
        assertThat(lost).isEmpty();
    }

    /** The CPU time that claims of a megabyte of real minutes take, warm, in one thread; told, and bounded for machines differ. */
    @Test
    void aMegabyteOfMinutesIsReadInSeconds() throws ProjectException {
        Path root = Collection.root();
        Extraction extraction = Extraction.of(Project.load(root.resolve("quality/seeds"), root.resolve("config")));
        List<SourceDocument> minutes = documents.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("montpellier_PV"))
                .map(Map.Entry::getValue)
                .toList();
        minutes.forEach(extraction::claims);
        long cpu = CPU.getCurrentThreadCpuTime();
        int claims = minutes.stream()
                .mapToInt(document -> extraction.claims(document).size())
                .sum();
        double seconds = (CPU.getCurrentThreadCpuTime() - cpu) / 1e9;
        double megabytes =
                minutes.stream().mapToInt(document -> document.text().length()).sum() / 1e6;
        System.err.printf(
                Locale.ROOT, "minutes: %.2f million characters, %.2f s CPU, %d claims%n", megabytes, seconds, claims);
        assertThat(megabytes).isGreaterThan(1);
        assertThat(seconds / megabytes).isLessThan(15);
    }

    @Test
    void noClaimIsAboutAnyOtherCommune() {
        assertThat(list(collection.vigie("deployments", "--format", "json").json()))
                .extracting(found -> found.at("/commune/insee").asText())
                .isSubsetOf(MONTPELLIER, AUDIERNE);
    }

    @Test
    void reportsNameTheScansThatWereNotRead(@TempDir Path out) throws IOException {
        for (String commune : List.of(MONTPELLIER, AUDIERNE)) {
            Ran report = collection.vigie("report", "city", commune, "--format", "html,json", "--out", out.toString());
            assertThat(report.exit()).as(report.err()).isZero();
        }
        JsonNode audierne = new JsonMapper().readTree(Files.readString(out.resolve("audierne-29003.json")));
        long scans = documents.values().stream()
                .filter(document -> document.source().equals("audierne"))
                .filter(document -> document.outcome() == TextOutcome.NO_TEXT)
                .count();
        assertThat(scans).isPositive();
        int told = list(audierne.path("coverage")).stream()
                .mapToInt(coverage -> coverage.path("noText").asInt())
                .sum();
        assertThat(told).isEqualTo((int) scans);
        assertThat(Files.readString(out.resolve("audierne-29003.html")))
                .contains(scans + " documents sont des images sans texte");
    }

    /** The place of the fact's document among the hits for the words of its evidence; 0 if it is not there. */
    private int rank(JsonNode fact, SourceDocument document) {
        List<String> arguments = new ArrayList<>(List.of("search"));
        arguments.addAll(words(fact.path("evidence").asText()));
        arguments.addAll(List.of("--commune", fact.path("insee").asText(), "--limit", "50", "--format", "json"));
        Ran ran = collection.vigie(arguments.toArray(new String[0]));
        assertThat(ran.exit()).as(ran.err()).isZero();
        List<JsonNode> hits = list(ran.json().path("hits"));
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).path("document").asText().equals(document.id())) {
                assertThat(hits.get(i).at("/commune/insee")).isEqualTo(fact.path("insee"));
                return i + 1;
            }
        }
        return 0;
    }

    /** What somebody would type who remembers the sentence: its eight longest words. */
    private static List<String> words(String evidence) {
        return Arrays.stream(evidence.split("[^\\p{L}\\d’'-]+"))
                .filter(word -> word.length() > 3)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(8)
                .toList();
    }

    private List<JsonNode> facts() throws IOException {
        List<JsonNode> facts = new ArrayList<>();
        for (String line : Files.readAllLines(corpus.resolve("gold-dev.jsonl"))) {
            JsonNode fact = new JsonMapper().readTree(line);
            if (fact.path("file").asText().matches("(council|raa)/[^/]+")) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    // ---- figures ------------------------------------------------------------------------------------------------

    /** Counts of facts whose document a search brings. */
    private static final class Figures {
        private int facts;
        private int scanned;
        private int first;
        private int firstTen;
        private int anywhere;

        void found(int rank) {
            facts++;
            first += rank == 1 ? 1 : 0;
            firstTen += rank >= 1 && rank <= 10 ? 1 : 0;
            anywhere += rank >= 1 ? 1 : 0;
        }
    }

    private void write(Figures figures) throws IOException {
        Map<TextOutcome, Long> outcomes = documents.values().stream()
                .collect(Collectors.groupingBy(SourceDocument::outcome, TreeMap::new, Collectors.counting()));
        long characters = documents.values().stream()
                .mapToLong(document -> document.text().length())
                .sum();
        String text = """
                documents served and archived: %d %s
                characters of text: %d
                claims: %d, deployments: %d
                annotated facts in readable documents: %d (in scans, which need character recognition: %d)
                  document found by search: %d, among the first ten: %d, first: %d
                crawl: %.1f s, index: %.1f s
                """.formatted(
                        documents.size(),
                        outcomes,
                        characters,
                        run.at("/index/claims").asInt(),
                        run.at("/index/deployments").asInt(),
                        figures.facts,
                        figures.scanned,
                        figures.anywhere,
                        figures.firstTen,
                        figures.first,
                        java.time.Duration.parse(run.at("/crawl/time").asText()).toMillis() / 1000.0,
                        run.at("/index/seconds").asDouble());
        System.err.printf(Locale.ROOT, "%s", text);
        Path folder = Files.createDirectories(Collection.root().resolve("cli/target/measurements"));
        Files.writeString(folder.resolve("real-documents.txt"), text);
    }
}
