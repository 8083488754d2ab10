package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.Fetcher;
import vigie.crawler.parse.DocumentParser;
import vigie.model.Attempt;
import vigie.model.Capture;
import vigie.model.Issue;
import vigie.model.Json;
import vigie.model.Link;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.TextOutcome;
import vigie.model.archive.Archive;
import vigie.model.config.Communes;
import vigie.model.config.CrawlSettings;

/** A server on loopback that answers like a feed, and all that collects from it into an archive. */
final class FeedFixture implements AutoCloseable {

    /** Read once for all tests; it does not change. */
    static final Communes COMMUNES = Communes.load();

    static final String HOST = "feed.localhost";

    /** An answer: status and body. */
    record Answer(int status, byte[] body) {

        static Answer ok(String body) {
            return new Answer(200, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final Pattern ANCHOR = Pattern.compile("<a href=\"([^\"]+)\">([^<]*)</a>");

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Issue> issues = new ArrayList<>();
    final Map<String, Function<String, Answer>> routes = new ConcurrentHashMap<>();
    final Archive archive;
    private final Path folder;
    private final HttpServer server;
    private final Fetcher fetcher;
    private final FeedCollector collector;

    FeedFixture(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            URI uri = exchange.getRequestURI();
            Function<String, Answer> route = routes.get(uri.getPath());
            Answer answer = route == null ? new Answer(404, new byte[0]) : route.apply(String.valueOf(uri.getQuery()));
            if (!uri.getPath().equals("/robots.txt")) {
                asked.add(uri.toString());
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        });
        server.start();
        AtomicLong now = new AtomicLong(Instant.parse("2026-03-02T08:00:00Z").toEpochMilli());
        InstantSource ticking = () -> Instant.ofEpochMilli(now.addAndGet(1000));
        Clock clock = ticking.withZone(ZoneOffset.UTC);
        fetcher = new Fetcher(CrawlSettings.defaults(), "test", clock);
        archive = Archive.open(folder.resolve("archive"), issues::add);
        collector = new FeedCollector(fetcher, FeedFixture::file, FeedFixture::links, COMMUNES, clock, issues::add);
    }

    /** Collects; and whatever that was, the same readers read it again as they just did. */
    FeedReport collect(Source source) throws IOException {
        FeedReport report = collect(source, Integer.MAX_VALUE);
        assertThat(reread(source)).as("documents read otherwise than just now").isZero();
        return report;
    }

    FeedReport collect(Source source, int mostRecords) throws IOException {
        return collector.collect(source, archive, folder.resolve("state.json"), () -> false, mostRecords);
    }

    /** As if the last run had ended before it saved what it knows. */
    void forget() throws IOException {
        Files.delete(folder.resolve("state.json"));
    }

    /** Takes the captured bytes away; texts stay. */
    void loseCaptures() throws IOException {
        for (String segment : archive.segments()) {
            Files.delete(folder.resolve("archive").resolve(segment + ".warc.gz"));
        }
    }

    void remember(Source source) throws IOException {
        collector.remember(source, archive, folder.resolve("state.json"));
    }

    int reread(Source source) throws IOException {
        return collector.reread(source, archive);
    }

    /** As if another reader had made the documents that are archived. */
    void archivedAs(UnaryOperator<SourceDocument> reader) throws IOException {
        archived(documents -> documents.map(reader));
    }

    void archivedWithout(String id) throws IOException {
        archived(documents -> documents.filter(document -> !document.id().equals(id)));
    }

    private void archived(UnaryOperator<Stream<SourceDocument>> reader) throws IOException {
        for (String segment : archive.segments()) {
            List<SourceDocument> documents = new ArrayList<>();
            archive.documents(segment, documents::add);
            Path file = folder.resolve("archive").resolve("documents-" + segment + ".jsonl.gz");
            try (OutputStream out = Files.newOutputStream(file)) {
                for (SourceDocument document : reader.apply(documents.stream()).toList()) {
                    member(out, Json.mapper().writeValueAsBytes(document));
                }
                member(out, new byte[0]);
            }
        }
    }

    private static void member(OutputStream out, byte[] content) throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
            gzip.write(content);
        }
        out.write(member.toByteArray());
    }

    String url(String path) {
        return "http://" + HOST + ":" + server.getAddress().getPort() + path;
    }

    Source source(String adapter, String path, Map<String, String> options) {
        return new Source(
                "feed",
                "A feed",
                SourceKind.FEED,
                URI.create(url(path)),
                List.of(),
                Set.of(HOST),
                new Publisher("Publisher of the feed", null, null, "29"),
                adapter,
                options,
                Set.of(HOST),
                Duration.ofMillis(1),
                null,
                "test",
                null);
    }

    List<SourceDocument> documents() throws IOException {
        List<SourceDocument> documents = new ArrayList<>();
        for (String segment : archive.segments()) {
            archive.documents(segment, documents::add);
        }
        return documents;
    }

    List<Attempt> attempts() throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        for (String segment : archive.segments()) {
            archive.attempts(segment, attempts::add);
        }
        return attempts;
    }

    /** A capture that was never archived, for what only reads. */
    static Capture capture(String url) {
        return new Capture(url, Instant.EPOCH, 200, null, "0".repeat(64), 1, null, null, null);
    }

    /** The links of simple markup. */
    static List<Link> links(Capture capture, byte[] payload) {
        Matcher anchor = ANCHOR.matcher(new String(payload, StandardCharsets.UTF_8));
        List<Link> links = new ArrayList<>();
        while (anchor.find()) {
            links.add(
                    new Link(URI.create(capture.url()).resolve(anchor.group(1)).toString(), anchor.group(2)));
        }
        return links;
    }

    private static SourceDocument file(Source source, Linked linked, Capture capture, byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        Map<String, String> metadata = new HashMap<>(linked.metadata());
        if (text.startsWith("<!DOCTYPE html>")) {
            try (DocumentParser parser = new DocumentParser(CrawlSettings.defaults())) {
                metadata.putAll(
                        parser.parse(URI.create(capture.url()), null, payload).metadata());
            }
        }
        @Nullable String title = linked.title();
        return new SourceDocument(
                SourceDocument.idOf(capture.url(), ""),
                source.id(),
                capture,
                "",
                linked.kind(),
                title,
                linked.date(),
                linked.publisher(),
                TextOutcome.TEXT,
                null,
                text,
                List.of(),
                List.of(),
                metadata);
    }

    @Override
    public void close() {
        fetcher.close();
        server.stop(0);
    }
}
