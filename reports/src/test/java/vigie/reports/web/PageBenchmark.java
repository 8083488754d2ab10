package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.archive.SearchFile;
import vigie.model.config.Project;
import vigie.reports.AtlasReport;
import vigie.reports.query.BenchmarkIndex;
import vigie.reports.query.Queries;

/**
 * What the page of a search costs beside its query: the server answers on loopback, each query is asked of the index first or of the
 * server first in turn. Not a part of the build. Run:
 *
 * <pre>mvn -q -pl model,indexer,reports test -Dtest=PageBenchmark -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class PageBenchmark {

    private static final int ROUNDS = Integer.getInteger("vigie.benchmark.rounds", 5);
    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void pages() throws Exception {
        Project project = Project.load(ROOT.resolve("seeds"), ROOT.resolve("config"));
        List<String> written = BenchmarkIndex.queries();
        try (Queries queries = Queries.open(BenchmarkIndex.in(folder));
                WebServer server = WebServer.start(Address.loopback(0), site(queries, project))) {
            double[] more = new double[ROUNDS];
            double slowest = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Times asked = new Times(written.size());
                Times shown = new Times(written.size());
                for (int i = 0; i < written.size(); i++) {
                    String query = written.get(i);
                    for (int turn = 0; turn < 2; turn++) {
                        if ((turn + i) % 2 == 0) {
                            asked.take(
                                    i,
                                    () -> queries.search(
                                            SearchForm.of(query, Map.of()).request()));
                        } else {
                            shown.take(i, () -> get(server.port(), query));
                        }
                    }
                }
                more[round] = shown.cpu(99) - asked.cpu(99);
                slowest = Math.max(slowest, shown.cpu(100));
                print(
                        "p50/p99/most ms of CPU: query %.1f/%.1f/%.0f, page %.1f/%.1f/%.0f, p99 %.1f more; "
                                + "by the clock: query %.1f/%.1f/%.0f, page %.1f/%.1f/%.0f",
                        asked.cpu(50),
                        asked.cpu(99),
                        asked.cpu(100),
                        shown.cpu(50),
                        shown.cpu(99),
                        shown.cpu(100),
                        more[round],
                        asked.clock(50),
                        asked.clock(99),
                        asked.clock(100),
                        shown.clock(50),
                        shown.clock(99),
                        shown.clock(100));
            }
            Arrays.sort(more);
            print("page: median of the differences %.1f ms of CPU, the slowest %.0f ms", more[ROUNDS / 2], slowest);
            assertThat(more[ROUNDS / 2])
                    .as("p99 of a page over that of its query")
                    .isLessThanOrEqualTo(10);
            assertThat(slowest).as("the slowest page").isLessThanOrEqualTo(1_000);
        }
    }

    /** What questions took, in milliseconds: all threads of Java together, server and client too, and by the clock. */
    private static final class Times {

        private final double[] cpu;
        private final double[] clock;

        Times(int questions) {
            cpu = new double[questions];
            clock = new double[questions];
        }

        void take(int i, Question question) throws Exception {
            long used = used();
            long start = System.nanoTime();
            question.ask();
            clock[i] = (System.nanoTime() - start) / 1e6;
            cpu[i] = (used() - used) / 1e6;
        }

        private static long used() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return Arrays.stream(threads.getAllThreadIds())
                    .map(threads::getThreadCpuTime)
                    .filter(nanos -> nanos > 0)
                    .sum();
        }

        double cpu(int percent) {
            return of(cpu, percent);
        }

        double clock(int percent) {
            return of(clock, percent);
        }

        private static double of(double[] times, int percent) {
            double[] sorted = times.clone();
            Arrays.sort(sorted);
            return BenchmarkIndex.percentile(sorted, percent);
        }
    }

    private interface Question {
        void ask() throws Exception;
    }

    private void get(int port, String query) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + SearchPage.PATH + "?q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("</footer>");
    }

    private Site site(Queries queries, Project project) {
        return new Site(
                queries,
                project,
                (commune, moment) -> {
                    throw new IllegalStateException("nobody asks for a report");
                },
                (commune, moment, form, language) -> new byte[0],
                new Atlases(vendor -> unasked(), departement -> unasked(), PageBenchmark::unasked),
                position -> {
                    throw new IOException("no archive");
                },
                (position, page, quotes) -> Optional.empty(),
                new SearchFile(folder.resolve("searches.json")),
                new SampleNews(queries, project, Clock.systemUTC()),
                null,
                0,
                Clock.systemUTC(),
                new Random(1),
                (path, cause) -> print("%s: %s", path, cause));
    }

    private static AtlasReport unasked() {
        throw new IllegalStateException("nobody asks for a report");
    }

    @SuppressWarnings("SystemOut") // the figures are what it is run for
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
