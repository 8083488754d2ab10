package vigie.reports.query;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vigie.indexer.index.IndexState;
import vigie.indexer.index.IndexStore;
import vigie.indexer.index.Places;
import vigie.model.SourceDocument;

/**
 * The documents, the index and the queries that benchmarks measure; always the same.
 *
 * <p>{@code -Dvigie.benchmark.documents=100000} says how many; {@code -Dvigie.benchmark.folder=DIR} keeps the index of each size there
 * for the next run.
 */
public final class BenchmarkIndex {

    /** How many documents. */
    public static final int DOCUMENTS = Integer.getInteger("vigie.benchmark.documents", 10_000);

    private static final int LENGTH = 5_000;
    private static final int QUERIES = 2_000;
    private static final Path TEXTS =
            Path.of(System.getProperty("vigie.root", "..")).resolve("quality/training");
    private static final Places PLACES = new Places(code -> Optional.empty(), code -> Optional.empty());

    private BenchmarkIndex() {}

    /** What it took to make documents, which nobody wants to measure, and how much text they had. */
    record Made(double cpuSeconds, long bytes) {}

    /** The index of these documents: the one that was kept, or a new one in {@code folder}. */
    public static Path in(Path folder) throws IOException {
        String kept = System.getProperty("vigie.benchmark.folder");
        Path path = (kept == null ? folder : Path.of(kept)).resolve("index-" + DOCUMENTS);
        if (!Files.isDirectory(path)) {
            index(path);
        }
        return path;
    }

    static Made index(Path path) throws IOException {
        try (IndexStore store = IndexStore.open(path, PLACES)) {
            Made made = each(DOCUMENTS, document -> {
                if (store.accepts(document)) {
                    store.put(document, List.of());
                }
            });
            store.commit(new IndexState(Set.of(), "", ""), claims -> List.of(), id -> Optional.empty());
            return made;
        }
    }

    /** Makes so many documents, one after the other. */
    static Made each(int count, Consumer<SourceDocument> use) throws IOException {
        VariedMinutes texts = VariedMinutes.of(1, TEXTS);
        SyntheticMinutes minutes = new SyntheticMinutes(1, 1_000);
        long nanos = 0;
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            SourceDocument document = minutes.document(i, texts.text(LENGTH));
            bytes += document.text().getBytes(StandardCharsets.UTF_8).length;
            nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            use.accept(document);
        }
        return new Made(nanos / 1e9, bytes);
    }

    /** Words of all frequencies, pairs, phrases. */
    public static List<String> queries() throws IOException {
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

    /** The value that so many of a hundred do not exceed. */
    public static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
