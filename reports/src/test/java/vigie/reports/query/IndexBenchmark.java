package vigie.reports.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.indexer.index.FrenchAnalysis;
import vigie.indexer.index.IndexSchema;
import vigie.model.SourceDocument;

/**
 * What the index costs beside bare Lucene; not a part of the build. Run:
 *
 * <pre>mvn -q -pl model,indexer,reports test -Dtest=IndexBenchmark -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class IndexBenchmark {

    private static final int ROUNDS = Integer.getInteger("vigie.benchmark.rounds", 5);
    private static final int WARMING = 1_000;

    @TempDir
    Path folder;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Test
    void ingestAndSize() throws IOException {
        BenchmarkIndex.each(WARMING, document -> {});
        raw(fresh("raw"), WARMING);
        double[] ratios = new double[ROUNDS];
        double size = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Cost raw = new Cost(0, 0);
            Cost ours = new Cost(0, 0);
            for (int turn = 0; turn < 2; turn++) {
                if ((turn + round) % 2 == 0) {
                    raw = cost(() -> raw(fresh("raw"), BenchmarkIndex.DOCUMENTS));
                } else {
                    ours = cost(() -> BenchmarkIndex.index(fresh("ours")));
                }
            }
            size = (double) size(folder.resolve("ours")) / ours.text();
            ratios[round] = ours.cpu() / raw.cpu();
            print(
                    "ingest: raw %.2f s, ours %.2f s of CPU, ratio %.2f, %.0f documents per CPU-second; "
                            + "index %.3f of the text (raw %.3f)",
                    raw.cpu(),
                    ours.cpu(),
                    ratios[round],
                    BenchmarkIndex.DOCUMENTS / ours.cpu(),
                    size,
                    (double) size(folder.resolve("raw")) / raw.text());
        }
        print("ingest: median of the ratios %.2f", median(ratios));
        assertThat(median(ratios)).as("CPU beside a bare writer").isLessThanOrEqualTo(1.5);
        assertThat(size).as("bytes of index per byte of text").isLessThanOrEqualTo(1.0);
    }

    @Test
    void queries() throws IOException {
        Path path = BenchmarkIndex.in(folder);
        List<String> written = BenchmarkIndex.queries();
        try (FSDirectory directory = FSDirectory.open(path);
                DirectoryReader reader = DirectoryReader.open(directory);
                Queries queries = Queries.open(path)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            QueryTranslation translation = new QueryTranslation();
            List<Query> bare = written.stream()
                    .map(query -> translation.translate(QuerySyntax.parse(query).orElseThrow()))
                    .toList();
            double[] ratios = new double[ROUNDS];
            double slowest = 0;
            for (int round = 0; round < ROUNDS; round++) {
                double[] raw = times(bare, query -> {
                    TopDocs top = searcher.search(query, 10);
                    return top.scoreDocs.length;
                });
                double[] plain = times(
                        written,
                        query -> queries.search(SearchRequest.of(query)).hits().size());
                double[] full = times(
                        written,
                        query -> queries.search(SearchRequest.of(query)
                                        .counting(Set.of("commune", "type", "annee", "source"), 60))
                                .hits()
                                .size());
                ratios[round] = p(full, 99) / p(raw, 99);
                slowest = Math.max(slowest, full[full.length - 1]);
                print(
                        "query p50/p99 ms: raw top-10 %.2f/%.2f, with snippets %.2f/%.2f, and 4 facets %.2f/%.2f; p99 ratio %.2f",
                        p(raw, 50), p(raw, 99), p(plain, 50), p(plain, 99), p(full, 50), p(full, 99), ratios[round]);
            }
            print("query: median of the p99 ratios %.2f; the slowest of all %.0f ms of CPU", median(ratios), slowest);
        }
    }

    private record Cost(double cpu, long text) {}

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private interface Task {
        BenchmarkIndex.Made run() throws IOException;
    }

    private interface Ask<Q> {
        int ask(Q query) throws IOException;
    }

    /** Milliseconds of CPU, for the clock on the wall tells what else the machine does. */
    private static <Q> double[] times(List<Q> queries, Ask<Q> ask) throws IOException {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        double[] times = new double[queries.size()];
        int hits = 0;
        for (int i = 0; i < times.length; i++) {
            long start = thread.getCurrentThreadCpuTime();
            hits += ask.ask(queries.get(i));
            times[i] = (thread.getCurrentThreadCpuTime() - start) / 1e6;
        }
        assertThat(hits).isPositive();
        Arrays.sort(times);
        return times;
    }

    private static double p(double[] sorted, int percent) {
        return BenchmarkIndex.percentile(sorted, percent);
    }

    /** CPU seconds of the whole process, mergers and compilers too, without what it took to make the texts. */
    private Cost cost(Task task) throws IOException {
        long start = system.getProcessCpuTime();
        BenchmarkIndex.Made made = task.run();
        return new Cost((system.getProcessCpuTime() - start) / 1e9 - made.cpuSeconds(), made.bytes());
    }

    /** What somebody would write who uses Lucene directly, with our analysis and the same fields. */
    private static BenchmarkIndex.Made raw(Path path, int documents) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new PerFieldAnalyzerWrapper(
                        FrenchAnalysis.stemmed(), Map.of(IndexSchema.WORDS, FrenchAnalysis.both())))
                .setRAMBufferSizeMB(64);
        try (FSDirectory directory = FSDirectory.open(path);
                IndexWriter writer = new IndexWriter(directory, config)) {
            BenchmarkIndex.Made made = BenchmarkIndex.each(documents, document -> {
                try {
                    writer.addDocument(fields(document));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.commit();
            return made;
        }
    }

    private static Document fields(SourceDocument document) {
        Document fields = new Document();
        fields.add(new StringField(IndexSchema.ID, document.id(), Field.Store.YES));
        fields.add(new TextField(IndexSchema.WORDS, document.text(), Field.Store.YES));
        fields.add(new TextField(IndexSchema.TITLE, String.valueOf(document.title()), Field.Store.YES));
        fields.add(new StoredField("url", document.capture().url()));
        fields.add(new KeywordField(IndexSchema.SOURCE, document.source(), Field.Store.YES));
        fields.add(new KeywordField(IndexSchema.KIND, document.kind().id(), Field.Store.YES));
        fields.add(new KeywordField(
                IndexSchema.COMMUNE, String.valueOf(document.publisher().insee()), Field.Store.YES));
        fields.add(
                new LongField(IndexSchema.FETCHED, document.capture().fetched().toEpochMilli(), Field.Store.YES));
        return fields;
    }

    private Path fresh(String name) throws IOException {
        Path path = folder.resolve(name);
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        return path;
    }

    private static long size(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @SuppressWarnings("SystemOut") // the figures are what it is run for
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
