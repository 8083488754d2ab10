package vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.crawler.nutch.CrawlException;
import vigie.crawler.nutch.CrawlProgress;
import vigie.model.Issue;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;
import vigie.model.config.Communes;
import vigie.model.config.CrawlSettings;
import vigie.model.config.Lexicon;
import vigie.model.config.Project;

class CrawlRunIT {

    private static final String HOST = "town.localhost";

    @TempDir
    Path root;

    private final List<Issue> issues = new CopyOnWriteArrayList<>();
    private final List<CrawlProgress> progress = new CopyOnWriteArrayList<>();

    @Tag("long") // a run without network, of the whole program: BadInputIT
    @Test
    void withoutNetworkTheReportSaysSoAndTheNextRunTriesAgain() throws Exception {
        String url = "http://" + HOST + ":" + closedPort() + "/";
        Source site = source("site", SourceKind.SITE, url, null);
        Source feed = source("feed", SourceKind.FEED, url, "boamp");

        CrawlReport first = run(site, feed).run(CrawlOptions.usual());
        CrawlReport second = run(site, feed).run(CrawlOptions.usual());

        assertThat(first.isCutOff()).isTrue();
        assertThat(first.documents()).isZero();
        assertThat(second.unreachable()).containsOnlyKeys("site", "feed");
        assertThat(issues)
                .extracting(Issue::kind)
                .containsOnly("source-unreachable")
                .hasSize(4);
        assertThat(progress).extracting(CrawlProgress::step).contains(CrawlProgress.Step.FETCH);
    }

    @Test
    void brokenFeedIsAnIssueAndTheRunGoesOn() throws Exception {
        Source feed = source("feed", SourceKind.FEED, "http://" + HOST + "/", "nobody-reads-this");

        CrawlReport report = run(feed).run(CrawlOptions.usual());

        assertThat(report.failed()).isEqualTo(1);
        assertThat(issues).extracting(Issue::kind).contains("feed-failed");
    }

    @Test
    void limitHoldsForTheRequestsOfAllFeedsTogether() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.addAndGet(exchange.getRequestURI().getPath().endsWith("robots.txt") ? 0 : 1);
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://" + HOST + ":" + server.getAddress().getPort() + "/";
            Source[] feeds = Stream.of("one", "two", "three")
                    .map(id -> source(id, SourceKind.FEED, url + id, "boamp"))
                    .toArray(Source[]::new);

            run(feeds).run(new CrawlOptions(Set.of(), 0, 2, false, null));
            assertThat(asked).hasValue(2);
            run(feeds).run(CrawlOptions.usual());
            assertThat(asked).hasValue(5);
        } finally {
            server.stop(0);
        }
    }

    /** As of sites: whoever looks after the collection hears of every act that is there and could not be read. */
    @Test
    void fileOfAFeedThatCannotBeReadIsTold() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String url = "http://" + HOST + ":" + server.getAddress().getPort() + "/";
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = (path.equals("/act.pdf")
                            ? "%PDF-1.7 and no more"
                            : "{\"resultats\": [{\"id\": \"1\", \"objet\": \"Caméras\", \"date_acte\": \"2026-01-05\", \"typologie\": \"99_DE\","
                                    + " \"url\": \"" + url + "act.pdf\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/robots.txt") ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            run(source("acts", SourceKind.FEED, url + "search", "megalis")).run(CrawlOptions.usual());

            assertThat(issues).singleElement().satisfies(issue -> {
                assertThat(issue.kind()).isEqualTo("document-failed");
                assertThat(issue.url()).isEqualTo(url + "act.pdf");
            });
        } finally {
            server.stop(0);
        }
    }

    @Test
    void publicSitesAreNotCrawledWithoutContact() throws Exception {
        Source open = new Source(
                "open",
                "Ville",
                SourceKind.SITE,
                URI.create("https://ville.example/"),
                List.of(),
                Set.of("ville.example"),
                Publisher.unknown(),
                null,
                Map.of(),
                Set.of(),
                null,
                null,
                "test",
                null);

        assertThatThrownBy(() -> run(open).run(CrawlOptions.usual()))
                .isInstanceOf(CrawlException.class)
                .hasMessageContaining("contact:");
        assertThat(root.resolve("crawl")).doesNotExist();
    }

    private CrawlRun run(Source... sources) throws IOException {
        DataDirectory data = new DataDirectory(root);
        return new CrawlRun(
                new Project(
                        Communes.load(),
                        new Lexicon(List.of(), List.of(), List.of()),
                        List.of(sources),
                        CrawlSettings.defaults(),
                        "test"),
                data,
                Archive.open(data.archive(), issues::add),
                "test",
                Clock.systemUTC(),
                () -> false,
                progress::add,
                issues::add);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Source source(String id, SourceKind kind, String url, @Nullable String adapter) {
        return new Source(
                id,
                id,
                kind,
                URI.create(url),
                List.of(URI.create(url)),
                Set.of(HOST),
                Publisher.unknown(),
                adapter,
                Map.of(),
                Set.of(HOST),
                Duration.ofMillis(1),
                null,
                "test",
                null);
    }
}
