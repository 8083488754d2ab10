package vigie.reports.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import vigie.indexer.index.IndexState;
import vigie.indexer.index.IndexStore;
import vigie.indexer.index.Places;
import vigie.model.SourceDocument;

/**
 * What the index costs beside bare Lucene; not a part of the build. Run:
 *
 * <pre>mvn -q -pl model,indexer,reports test -Dtest=IndexBenchmark -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class IndexBenchmark {

    private static final int DOCUMENTS = Integer.getInteger("vigie.benchmark.documents", 10_000);
    private static final int LENGTH = 5_000;
    private static final int QUERIES = 2_000;
    private static final Path TEXTS =
            Path.of(System.getProperty("vigie.root", "..")).resolve("quality/training");
    private static final Places PLACES = new Places(code -> Optional.empty(), code -> Optional.empty());

    @TempDir
    Path folder;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Test
    void ingestAndSize() throws IOException {
        List<SourceDocument> documents = documents();
        long text = documents.stream()
                .mapToLong(document -> document.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        double[] ratios = new double[4];
        long bytes = 0;
        for (int round = 0; round < ratios.length; round++) {
            double raw = cpu(() -> raw(fresh("raw"), documents));
            Path ours = fresh("ours");
            double cost = cpu(() -> index(ours, documents));
            bytes = size(ours);
            ratios[round] = cost / raw;
            print(
                    "ingest: raw %.2f s, ours %.2f s of CPU, ratio %.2f, %.0f documents per CPU-second; "
                            + "index %.2f of the text (raw %.2f)",
                    raw,
                    cost,
                    cost / raw,
                    DOCUMENTS / cost,
                    (double) bytes / text,
                    (double) size(folder.resolve("raw")) / text);
        }
        Arrays.sort(ratios);
        assertThat(ratios[1]).as("CPU beside a bare writer").isLessThanOrEqualTo(1.5);
        assertThat((double) bytes / text).as("bytes of index per byte of text").isLessThanOrEqualTo(1.0);
    }

    @Test
    void queries() throws IOException {
        Path path = fresh("ours");
        index(path, documents());
        List<String> written = written();
        try (FSDirectory directory = FSDirectory.open(path);
                DirectoryReader reader = DirectoryReader.open(directory);
                Queries queries = Queries.open(path)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            QueryTranslation translation = new QueryTranslation();
            List<Query> bare = written.stream()
                    .map(query -> translation.translate(QuerySyntax.parse(query).orElseThrow()))
                    .toList();
            for (int round = 0; round < 4; round++) {
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
                print(
                        "query p50/p99 ms: raw top-10 %.2f/%.2f, with snippets %.2f/%.2f, and 4 facets %.2f/%.2f; p99 ratio %.2f",
                        p(raw, 50),
                        p(raw, 99),
                        p(plain, 50),
                        p(plain, 99),
                        p(full, 50),
                        p(full, 99),
                        p(full, 99) / p(raw, 99));
            }
        }
    }

    private interface Task {
        void run() throws IOException;
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
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private double cpu(Task task) throws IOException {
        long start = system.getProcessCpuTime();
        task.run();
        return (system.getProcessCpuTime() - start) / 1e9;
    }

    /** Words of all frequencies, pairs, phrases. */
    private static List<String> written() throws IOException {
        List<String> words = VariedMinutes.of(2, TEXTS).words(2 * QUERIES);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            String one = words.get(2 * i);
            String two = words.get(2 * i + 1);
            written.add(
                    switch (i % 4) {
                        case 0 -> one;
                        case 1 -> one + " " + two;
                        case 2 -> "\"conseil " + two + "\"";
                        default -> "caméra " + one;
                    });
        }
        return written;
    }

    private static List<SourceDocument> documents() throws IOException {
        VariedMinutes texts = VariedMinutes.of(1, TEXTS);
        SyntheticMinutes minutes = new SyntheticMinutes(1, 1_000);
        List<SourceDocument> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(minutes.document(i, texts.text(LENGTH)));
        }
        return documents;
    }

    private static void index(Path path, List<SourceDocument> documents) {
        try (IndexStore store = IndexStore.open(path, PLACES)) {
            for (SourceDocument document : documents) {
                if (store.accepts(document)) {
                    store.put(document, List.of());
                }
            }
            store.commit(new IndexState(Set.of(), "", ""), claims -> List.of(), id -> Optional.empty());
        }
    }

    /** What somebody would write who uses Lucene directly, with our analysis and the same fields. */
    private static void raw(Path path, List<SourceDocument> documents) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new PerFieldAnalyzerWrapper(
                        FrenchAnalysis.stemmed(), Map.of(IndexSchema.WORDS, FrenchAnalysis.both())))
                .setRAMBufferSizeMB(64);
        try (FSDirectory directory = FSDirectory.open(path);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (SourceDocument document : documents) {
                writer.addDocument(fields(document));
            }
            writer.commit();
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
