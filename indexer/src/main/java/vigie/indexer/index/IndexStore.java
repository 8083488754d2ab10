package vigie.indexer.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import vigie.model.Attempt;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.Source;
import vigie.model.SourceCoverage;
import vigie.model.SourceDocument;

/**
 * The writing end of the index.
 *
 * <p>Readers, and a crash, see the last {@link #commit} and nothing after it: a store that is closed without one leaves
 * the index as it was. {@link #recreate} starts from nothing, yet the old content too stays until the first commit takes
 * its place, atomically. For one thread.
 */
public final class IndexStore implements AutoCloseable {

    private static final double BUFFER_MB = 64;

    private final Path path;
    private final Directory directory;
    private final IndexWriter writer;
    private final IndexDocuments mapping;
    private final StoredRecords records = new StoredRecords();
    private final Set<String> touchedCommunes = new TreeSet<>();
    private final Map<String, SourceTally> touchedSources = new TreeMap<>();
    private final Map<String, Long> written = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();
    private final Set<String> again = new HashSet<>();
    private final Sightings sightings = new Sightings();
    private DirectoryReader before;
    private boolean changed;

    /** Opens the index in that folder, or begins one. */
    public static IndexStore open(Path path, Places places) {
        return open(path, places, OpenMode.CREATE_OR_APPEND);
    }

    /** Begins anew in that folder; a broken index there is moved aside to {@code <folder>.broken}. */
    public static IndexStore recreate(Path path, Places places) {
        try {
            return open(path, places, OpenMode.CREATE);
        } catch (IndexException e) {
            if (e.kind() != IndexException.Kind.BROKEN) {
                throw e;
            }
            moveAside(path);
            return open(path, places, OpenMode.CREATE);
        }
    }

    private static IndexStore open(Path path, Places places, OpenMode mode) {
        try {
            Files.createDirectories(path);
            return new IndexStore(path, FSDirectory.open(path), places, mode);
        } catch (IOException e) {
            throw IndexException.of(path, e);
        }
    }

    IndexStore(Path path, Directory directory, Places places, OpenMode mode) throws IOException {
        this.path = path;
        this.directory = directory;
        Analyzer analyzer = FrenchAnalysis.exact();
        this.mapping = new IndexDocuments(analyzer, places);
        try {
            this.writer = new IndexWriter(directory, config(mode));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        this.before = DirectoryReader.open(writer);
    }

    private static IndexWriterConfig config(OpenMode mode) {
        // Title and words are given as streams or stemmed; no other field is analysed.
        return new IndexWriterConfig(FrenchAnalysis.stemmed())
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCodec(new CompactCodec());
    }

    private static void moveAside(Path path) {
        try {
            Path aside = path.resolveSibling(path.getFileName() + ".broken");
            deleteFolder(aside);
            Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw IndexException.of(path, e);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> content;
            try (var files = Files.walk(folder)) {
                content = new ArrayList<>(files.toList());
            }
            Collections.reverse(content);
            for (Path file : content) {
                Files.delete(file);
            }
        }
    }

    /** What the last commit of the folder says of itself; empty where there is no index. */
    public static Optional<IndexState> state(Path path) {
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        try (Directory directory = FSDirectory.open(path)) {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.empty();
            }
            List<IndexCommit> commits = DirectoryReader.listCommits(directory);
            return Optional.of(
                    IndexState.ofCommit(commits.get(commits.size() - 1).getUserData()));
        } catch (IOException e) {
            throw IndexException.of(path, e);
        }
    }

    /**
     * Whether this capture is the newest of its document: no newer one is in the index or was accepted since. Ask in the
     * order of the archive and {@link #put} what was accepted, in the same order.
     */
    public boolean accepts(SourceDocument document) {
        long fetched = document.capture().fetched().toEpochMilli();
        OptionalLong known = written.containsKey(document.id())
                ? OptionalLong.of(written.get(document.id()))
                : io(() -> DocumentLookup.fetched(before, document.id()));
        if (known.isEmpty()) {
            fresh.add(document.id());
        } else if (known.getAsLong() > fetched) {
            io(() -> sightings.capturedBefore(before, document));
            return false;
        } else if (known.getAsLong() == fetched) {
            again.add(document.id());
        }
        written.put(document.id(), fetched);
        return true;
    }

    /** Writes a document and its claims in place of all that an earlier version left. */
    public void put(SourceDocument document, List<Claim> claims) {
        io(() -> {
            Sighting sighting = sightings.captured(before, document, again.remove(document.id()));
            List<Document> block = mapping.block(document, claims, sighting, sightings.versions(before, document.id()));
            if (fresh.remove(document.id())) {
                writer.addDocuments(block);
            } else {
                touchedCommunes.addAll(DocumentLookup.communes(before, document.id()));
                writer.updateDocuments(new Term(IndexSchema.DOCUMENT, document.id()), block);
            }
            return block;
        });
        for (Claim claim : claims) {
            if (claim.commune() != null) {
                touchedCommunes.add(claim.commune().insee().value());
            }
        }
        tally(document.source());
        changed = true;
    }

    /** Takes note of an attempt; attempts come in the order of time. */
    public void attempt(Attempt attempt) {
        tally(attempt.source()).add(attempt);
        io(() -> sightings.attempt(before, attempt));
        changed = true;
    }

    /** Makes sure that the coverage of these sources is there, though nothing of them was ever read. */
    public void know(Collection<Source> sources) {
        for (Source source : sources) {
            if (!io(() -> DocumentLookup.exists(before, IndexDocuments.sourceId(source.id())))) {
                tally(source.id());
                changed = true;
            }
        }
    }

    private SourceTally tally(String source) {
        return touchedSources.computeIfAbsent(source, SourceTally::new);
    }

    /** Whether there is anything to commit. */
    public boolean changed() {
        return changed;
    }

    /**
     * Concludes and makes durable: deployments of the communes touched, coverage of the sources touched, commit.
     *
     * @return how many deployments the communes touched have now
     */
    public int commit(
            IndexState state,
            Function<Collection<Claim>, List<Deployment>> conclude,
            Function<String, Optional<Source>> sources) {
        return io(() -> {
            writeAttempts();
            sightings.write(writer);
            int deployments;
            try (DirectoryReader now = DirectoryReader.open(writer)) {
                IndexSearcher searcher = new IndexSearcher(now);
                deployments = writeDeployments(searcher, conclude);
                writeCoverage(searcher, sources);
            }
            writer.setLiveCommitData(state.toCommit().entrySet());
            writer.commit();
            before.close();
            before = DirectoryReader.open(writer);
            touchedCommunes.clear();
            touchedSources.clear();
            written.clear();
            fresh.clear();
            again.clear();
            sightings.clear();
            changed = false;
            return deployments;
        });
    }

    private void writeAttempts() throws IOException {
        for (SourceTally tally : touchedSources.values()) {
            for (Map.Entry<String, Optional<Attempt>> address :
                    tally.addresses().entrySet()) {
                writeAttempt(address.getKey(), address.getValue(), tally);
            }
        }
    }

    private void writeAttempt(String url, Optional<Attempt> open, SourceTally tally) throws IOException {
        Term id = new Term(IndexSchema.ID, IndexDocuments.attemptId(tally.source(), url));
        if (open.isPresent()) {
            writer.updateDocument(id, mapping.attempt(open.get()));
        } else if (before.numDocs() > 0) {
            writer.deleteDocuments(id);
        }
    }

    private int writeDeployments(IndexSearcher searcher, Function<Collection<Claim>, List<Deployment>> conclude)
            throws IOException {
        int count = 0;
        for (String commune : touchedCommunes) {
            List<Claim> claims = records.all(
                    searcher, StoredRecords.where(IndexSchema.TYPE_CLAIM, IndexSchema.COMMUNE, commune), Claim.class);
            List<Claim> sorted =
                    claims.stream().sorted(Comparator.comparing(Claim::id)).toList();
            List<Deployment> deployments = conclude.apply(sorted);
            writer.deleteDocuments(StoredRecords.where(IndexSchema.TYPE_DEPLOYMENT, IndexSchema.COMMUNE, commune));
            for (Deployment deployment : deployments) {
                writer.updateDocument(new Term(IndexSchema.ID, deployment.id()), mapping.deployment(deployment));
            }
            count += deployments.size();
        }
        return count;
    }

    private void writeCoverage(IndexSearcher searcher, Function<String, Optional<Source>> sources) throws IOException {
        CoverageReader reader = new CoverageReader(searcher, records);
        for (Map.Entry<String, SourceTally> touched : touchedSources.entrySet()) {
            String source = touched.getKey();
            String id = IndexDocuments.sourceId(source);
            records.one(searcher, IndexSchema.TYPE_SOURCE, id, SourceCoverage.class)
                    .ifPresent(touched.getValue()::startFrom);
            SourceCoverage coverage = reader.of(source, sources.apply(source), touched.getValue());
            writer.updateDocument(new Term(IndexSchema.ID, id), mapping.coverage(coverage));
        }
    }

    /** Ends writing; what was not committed is dropped. */
    @Override
    public void close() {
        try {
            before.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw IndexException.of(path, e);
        }
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void io(Step step) {
        io(() -> {
            step.run();
            return step;
        });
    }

    private <T> T io(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw IndexException.of(path, e);
        } catch (AlreadyClosedException e) {
            Throwable tragedy = writer.getTragicException();
            throw IndexException.of(path, tragedy == null ? e : tragedy);
        }
    }
}
