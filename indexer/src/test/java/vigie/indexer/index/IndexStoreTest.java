package vigie.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.indexer.resolve.Deployments;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.DocumentVersion;
import vigie.model.Presence;
import vigie.model.ReviewState;
import vigie.model.SourceCoverage;
import vigie.model.SourceDocument;
import vigie.model.Stage;

class IndexStoreTest {

    private static final IndexState STATE = new IndexState(Set.of("s1"), "project", "0");

    @TempDir
    Path folder;

    private final StoredRecords records = new StoredRecords();

    @Test
    void stateIsEmptyWhereThereIsNoIndex() {
        assertThat(IndexStore.state(folder.resolve("nowhere"))).isEmpty();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void commitKeepsItsState() {
        write(Sample.document("http://a.example/1", "texte"));
        assertThat(IndexStore.state(folder)).contains(STATE);
    }

    @Test
    void newVersionReplacesPassagesAndClaims() throws IOException {
        SourceDocument old = Sample.document("http://a.example/1", "x ".repeat(3000));
        write(old, Sample.claim(old, Sample.VALFICTIF, "vendeur-a", Stage.IN_USE));
        SourceDocument changed = Sample.document("http://a.example/1", "court", Sample.NOON.plusSeconds(60), List.of());
        write(changed);

        assertThat(count(IndexSchema.TYPE, IndexSchema.TYPE_DOCUMENT)).isOne();
        assertThat(count(IndexSchema.TYPE, IndexSchema.TYPE_PASSAGE)).isOne();
        assertThat(count(IndexSchema.TYPE, IndexSchema.TYPE_CLAIM)).isZero();
        assertThat(count(IndexSchema.TYPE, IndexSchema.TYPE_DEPLOYMENT)).isZero();
    }

    @Test
    void deploymentsFollowClaimsThatMoveToAnotherCommune() throws IOException {
        SourceDocument document = Sample.document("http://a.example/1", "texte");
        write(document, Sample.claim(document, Sample.VALFICTIF, "vendeur-a", Stage.IN_USE));
        assertThat(count(IndexSchema.COMMUNE, "01999")).isPositive();
        write(document, Sample.claim(document, Sample.PORT_IMAGE, "vendeur-a", Stage.IN_USE));

        List<Deployment> deployments = all(IndexSchema.TYPE_DEPLOYMENT, Deployment.class);
        assertThat(deployments).extracting(Deployment::commune).containsExactly(Sample.PORT_IMAGE);
    }

    @Test
    void olderCaptureIsNotAccepted() {
        write(Sample.document("http://a.example/1", "neuf", Sample.NOON, List.of()));
        Instant before = Sample.NOON.minusSeconds(1);
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            assertThat(store.accepts(Sample.document("http://a.example/1", "vieux", before, List.of())))
                    .isFalse();
            assertThat(store.accepts(Sample.document("http://a.example/1", "relu", Sample.NOON, List.of())))
                    .isTrue();
            assertThat(store.accepts(Sample.document("http://a.example/2", "autre", before, List.of())))
                    .isTrue();
            assertThat(store.accepts(
                            Sample.document("http://a.example/2", "plus vieux", before.minusSeconds(9), List.of())))
                    .isFalse();
        }
    }

    @Test
    void newestOfTwoVersionsInOneRunStays() throws IOException {
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            for (String text : List.of("premier", "second")) {
                SourceDocument document = Sample.document("http://a.example/1", text);
                assertThat(store.accepts(document)).isTrue();
                store.put(document, List.of());
            }
            commit(store);
        }
        assertThat(count(IndexSchema.WORDS, "premier")).isZero();
        assertThat(count(IndexSchema.WORDS, "second")).isOne();
        assertThat(count(IndexSchema.TYPE, IndexSchema.TYPE_PASSAGE)).isOne();
    }

    @Test
    void whatIsNotCommittedLeavesTheIndexAsItWas() {
        write(Sample.document("http://a.example/1", "texte"));
        String before = IndexContent.digest(folder);
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.put(Sample.document("http://a.example/2", "autre"), List.of());
        }
        try (IndexStore store = IndexStore.recreate(folder, Sample.PLACES)) {
            store.put(Sample.document("http://a.example/3", "encore"), List.of());
            assertThat(IndexContent.digest(folder)).isEqualTo(before);
        }
        assertThat(IndexContent.digest(folder)).isEqualTo(before);
    }

    @Test
    void digestIsOfContentNotOfOrder() {
        SourceDocument one = Sample.document("http://a.example/1", "un");
        SourceDocument two = Sample.document("http://a.example/2", "deux");
        write(one);
        write(two);
        String incremental = IndexContent.digest(folder);
        folder = folder.resolve("other");
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.put(two, List.of());
            store.put(one, List.of());
            commit(store);
        }
        assertThat(IndexContent.digest(folder)).isEqualTo(incremental);
        write(Sample.document("http://a.example/2", "deux, changé"));
        assertThat(IndexContent.digest(folder)).isNotEqualTo(incremental);
    }

    @Test
    void recordsComeBackAsTheyWere() throws IOException {
        SourceDocument document = Sample.document("http://a.example/1", "texte");
        Claim claim = Sample.claim(document, Sample.VALFICTIF, "vendeur-a", Stage.IN_USE);
        write(document, claim);
        assertThat(all(IndexSchema.TYPE_CLAIM, Claim.class)).containsExactly(claim);
    }

    @Test
    void contractsComeBackAsTheyWere() throws IOException {
        SourceDocument act = Sample.document("http://a.example/1", "acte");
        SourceDocument notice = Sample.document("http://a.example/2", "avis");
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.put(act, List.of(Sample.claim(act, Sample.VALFICTIF, "vendeur-a", Stage.AWARDED)));
            store.put(notice, List.of(Sample.claim(notice, Sample.VALFICTIF, "vendeur-a", Stage.AWARDED)));
            store.commit(STATE, claims -> Deployments.of(claims, List.of()), id -> Optional.empty());
        }
        Deployment found = all(IndexSchema.TYPE_DEPLOYMENT, Deployment.class).get(0);
        assertThat(found.contracts()).singleElement().satisfies(contract -> {
            assertThat(contract.number()).isEqualTo("2024-07");
            assertThat(contract.claims()).hasSize(2);
            assertThat(contract.amounts()).hasSize(1);
            assertThat(contract.months()).isEqualTo(36);
        });
        assertThat(found.stage()).isEqualTo(Stage.AWARDED);
    }

    @Test
    void coverageCountsAddressesByTheirLastTry() throws IOException {
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.attempt(attempt("http://a.example/1", 0, AttemptOutcome.FETCHED, null));
            store.attempt(attempt("http://a.example/2", 1, AttemptOutcome.FAILED, "connect: refused"));
            store.attempt(attempt("http://a.example/3", 2, AttemptOutcome.REFUSED, "robots"));
            store.attempt(attempt("http://a.example/4", 3, AttemptOutcome.FAILED, "timeout"));
            store.attempt(attempt("http://a.example/4", 4, AttemptOutcome.FETCHED, null));
            store.put(Sample.document("http://a.example/1", "texte"), List.of());
            store.put(Sample.document("http://a.example/4", ""), List.of());
            commit(store);
        }
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.attempt(attempt("http://a.example/1", 100, AttemptOutcome.NOT_MODIFIED, null));
            store.attempt(attempt("http://a.example/2", 101, AttemptOutcome.FETCHED, null));
            store.attempt(attempt("http://a.example/3", 102, AttemptOutcome.REFUSED, "robots"));
            commit(store);
        }
        SourceCoverage coverage =
                all(IndexSchema.TYPE_SOURCE, SourceCoverage.class).get(0);
        assertThat(coverage.read()).isOne();
        assertThat(coverage.noText()).isOne();
        assertThat(coverage.failed()).isZero();
        assertThat(coverage.refused()).isOne();
        assertThat(coverage.notModified()).isOne();
        assertThat(coverage.firstTried()).isEqualTo(Sample.NOON);
        assertThat(coverage.lastTried()).isEqualTo(Sample.NOON.plusSeconds(102));
        assertThat(coverage.lastSuccess()).isEqualTo(Sample.NOON.plusSeconds(101));
        assertThat(coverage.reasons()).isEqualTo(Map.of("robots", 1));
        assertThat(coverage.oldest()).hasToString("2024-06-30");
        assertThat(coverage.unreachable()).isFalse();
    }

    @Test
    void aSourceWhosePagesAreGoneAnswersAndOneThatForbidsItWasNotAsked() throws IOException {
        assertThat(silence(AttemptOutcome.FAILED, "not-found: 404")).isEqualTo(SourceCoverage.Silence.MISSING);
        assertThat(silence(AttemptOutcome.FAILED, "gone: 410")).isEqualTo(SourceCoverage.Silence.MISSING);
        assertThat(silence(AttemptOutcome.FAILED, "timeout: 30 s")).isEqualTo(SourceCoverage.Silence.UNREACHABLE);
        assertThat(silence(AttemptOutcome.REFUSED, "robots")).isEqualTo(SourceCoverage.Silence.REFUSED);
        assertThat(silence(AttemptOutcome.FETCHED, null)).isNull();
    }

    private SourceCoverage.@Nullable Silence silence(AttemptOutcome outcome, @Nullable String reason)
            throws IOException {
        try (IndexStore store = IndexStore.recreate(folder, Sample.PLACES)) {
            store.attempt(attempt("http://a.example/1", 10, outcome, reason));
            commit(store);
        }
        return all(IndexSchema.TYPE_SOURCE, SourceCoverage.class).get(0).silence();
    }

    @Test
    void presenceFollowsCapturesAndAttempts() throws IOException {
        write(Sample.document("http://a.example/1", "premier"));
        assertThat(presence("http://a.example/1")).isEqualTo(new Presence(Sample.NOON, Sample.NOON, 1, null));
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.attempt(attempt("http://a.example/1", 10, AttemptOutcome.NOT_MODIFIED, null));
            store.attempt(attempt("http://a.example/never-read", 10, AttemptOutcome.FAILED, "not-found: 404"));
            commit(store);
        }
        assertThat(presence("http://a.example/1"))
                .isEqualTo(new Presence(Sample.NOON, Sample.NOON.plusSeconds(10), 1, null));
        write(Sample.document("http://a.example/1", "second", Sample.NOON.plusSeconds(20), List.of()));
        write(Sample.document("http://a.example/1", "second", Sample.NOON.plusSeconds(30), List.of()));
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.attempt(attempt("http://a.example/1", 40, AttemptOutcome.FAILED, "timeout: 30 s"));
            store.attempt(attempt("http://a.example/1", 50, AttemptOutcome.FAILED, "gone: 410"));
            store.attempt(attempt("http://a.example/1", 60, AttemptOutcome.FAILED, "gone: 410"));
            commit(store);
        }
        assertThat(presence("http://a.example/1"))
                .isEqualTo(new Presence(Sample.NOON, Sample.NOON.plusSeconds(30), 2, Sample.NOON.plusSeconds(50)));
        write(Sample.document("http://a.example/1", "second", Sample.NOON.plusSeconds(70), List.of()));
        assertThat(presence("http://a.example/1"))
                .isEqualTo(new Presence(Sample.NOON, Sample.NOON.plusSeconds(70), 2, null));
    }

    @Test
    void whatIsReadAgainIsNoNewVersionAndStaysGone() throws IOException {
        write(Sample.document("http://a.example/1", "premier"));
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.attempt(attempt("http://a.example/1", 50, AttemptOutcome.FAILED, "gone: 410"));
            commit(store);
        }
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            SourceDocument again = Sample.document("http://a.example/1", "relu");
            assertThat(store.accepts(again)).isTrue();
            store.put(again, List.of());
            commit(store);
        }
        assertThat(count(IndexSchema.WORDS, "relu")).isOne();
        assertThat(presence("http://a.example/1"))
                .isEqualTo(new Presence(Sample.NOON, Sample.NOON, 1, Sample.NOON.plusSeconds(50)));
    }

    @Test
    void presenceIsTheSameInOneRunAsInMany() {
        SourceDocument first = Sample.document("http://a.example/1", "premier");
        SourceDocument second = Sample.document("http://a.example/1", "second", Sample.NOON.plusSeconds(20), List.of());
        Attempt gone = attempt("http://a.example/1", 40, AttemptOutcome.FAILED, "not-found: 404");
        write(first);
        write(second);
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.attempt(gone);
            commit(store);
        }
        String inMany = IndexContent.digest(folder);
        try (IndexStore store = IndexStore.recreate(folder, Sample.PLACES)) {
            for (SourceDocument document : List.of(first, second)) {
                assertThat(store.accepts(document)).isTrue();
                store.put(document, List.of());
            }
            store.attempt(gone);
            commit(store);
        }
        assertThat(IndexContent.digest(folder)).isEqualTo(inMany);
    }

    @Test
    void everyVersionIsListedWithItsDaysAndItsBytes() throws IOException {
        String url = "http://a.example/1";
        write(Sample.document(url, "premier"));
        assertThat(versions(url)).hasSize(1);
        write(Sample.document(url, "premier", Sample.NOON.plusSeconds(10), List.of()));
        write(Sample.document(url, "second", Sample.NOON.plusSeconds(20), List.of()));
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.attempt(attempt(url, 25, AttemptOutcome.NOT_MODIFIED, null));
            commit(store);
        }
        write(Sample.document(url, "troisième", Sample.NOON.plusSeconds(30), List.of()));
        write(Sample.document(url, "troisième", Sample.NOON.plusSeconds(40), List.of()));
        List<DocumentVersion> found = versions(url);
        assertThat(found)
                .extracting(
                        DocumentVersion::firstSeen,
                        DocumentVersion::lastSeen,
                        version -> version.capture().fetched())
                .containsExactly(
                        tuple(Sample.NOON, Sample.NOON.plusSeconds(10), Sample.NOON.plusSeconds(10)),
                        tuple(Sample.NOON.plusSeconds(20), Sample.NOON.plusSeconds(25), Sample.NOON.plusSeconds(20)),
                        tuple(Sample.NOON.plusSeconds(30), Sample.NOON.plusSeconds(40), Sample.NOON.plusSeconds(40)));
        assertThat(found).extracting(version -> version.capture().sha256()).doesNotHaveDuplicates();
        assertThat(versions("http://a.example/never-read")).isEmpty();
    }

    @Test
    void manyVersionsInOneRunAreListedAsInManyAndNotWithoutEnd() throws IOException {
        String url = "http://a.example/1";
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            for (int i = 0; i < Sightings.MOST_VERSIONS + 5; i++) {
                SourceDocument document = Sample.document(url, "texte " + i, Sample.NOON.plusSeconds(i), List.of());
                assertThat(store.accepts(document)).isTrue();
                store.put(document, List.of());
            }
            commit(store);
        }
        assertThat(versions(url)).hasSize(Sightings.MOST_VERSIONS);
        assertThat(versions(url).get(0).firstSeen()).isEqualTo(Sample.NOON.plusSeconds(5));
        assertThat(presence(url).versions()).isEqualTo(Sightings.MOST_VERSIONS + 5);
    }

    private List<DocumentVersion> versions(String url) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            return VersionLists.of(reader, SourceDocument.idOf(url, ""));
        }
    }

    @Test
    void recordThatLeftItsFeedVanishesByItsLocator() throws IOException {
        SourceDocument record = Sample.record("http://a.example/feed", "n-7", "texte");
        write(record);
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.attempt(attempt("http://a.example/feed#n-7", 10, AttemptOutcome.FAILED, "gone: left the feed"));
            commit(store);
        }
        assertThat(presenceOf(record.id()).vanished()).isEqualTo(Sample.NOON.plusSeconds(10));
    }

    private Presence presence(String url) throws IOException {
        return presenceOf(SourceDocument.idOf(url, ""));
    }

    @Test
    void secondWriterIsTold() {
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            assertThat(store.changed()).isFalse();
            assertThatThrownBy(() -> IndexStore.open(folder, Sample.PLACES))
                    .isInstanceOfSatisfying(
                            IndexException.class, e -> assertThat(e.kind()).isEqualTo(IndexException.Kind.LOCKED));
        }
    }

    @Test
    void brokenIndexIsToldAndMovedAsideByRecreate() throws IOException {
        write(Sample.document("http://a.example/1", "texte"));
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18});
            }
        }
        assertThatThrownBy(() -> IndexStore.open(folder, Sample.PLACES))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("vigie rebuild");
        try (IndexStore store = IndexStore.recreate(folder, Sample.PLACES)) {
            store.put(Sample.document("http://a.example/1", "texte"), List.of());
            commit(store);
        }
        assertThat(count(IndexSchema.TYPE, IndexSchema.TYPE_DOCUMENT)).isOne();
    }

    @Test
    void otherSchemaIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> IndexState.ofCommit(Map.of("schema", "0")))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("vigie rebuild");
    }

    @Test
    void fullDiskIsToldAndLosesNothing() throws IOException {
        FullDisk disk = new FullDisk();
        try (IndexStore store = new IndexStore(folder, disk, Sample.PLACES, OpenMode.CREATE_OR_APPEND)) {
            store.put(Sample.document("http://a.example/1", "texte"), List.of());
            commit(store);
            disk.full = true;
            SourceDocument more = Sample.document("http://a.example/2", "autre");
            assertThatThrownBy(() -> store.put(more, List.of()))
                    .isInstanceOfSatisfying(
                            IndexException.class, e -> assertThat(e.kind()).isEqualTo(IndexException.Kind.DISK_FULL));
        }
        disk.full = false;
        try (DirectoryReader reader = DirectoryReader.open(disk)) {
            assertThat(new IndexSearcher(reader).count(new TermQuery(new Term(IndexSchema.WORDS, "texte"))))
                    .isOne();
        }
    }

    /** A directory whose space runs out. */
    private static final class FullDisk extends FilterDirectory {
        private boolean full;

        FullDisk() {
            super(new ByteBuffersDirectory());
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            return super.createOutput(name, context);
        }

        @Override
        public void close() {
            // Read again after the store has closed it.
        }
    }

    private void write(SourceDocument document, Claim... claims) {
        try (IndexStore store = IndexStore.open(folder, Sample.PLACES)) {
            store.put(document, List.of(claims));
            commit(store);
        }
    }

    private static void commit(IndexStore store) {
        store.commit(STATE, IndexStoreTest::conclude, id -> Optional.empty());
    }

    private static List<Deployment> conclude(Collection<Claim> claims) {
        return claims.stream()
                .map(claim -> new Deployment(
                        Deployment.idOf(Objects.requireNonNull(claim.commune()), claim.technology(), claim.vendor()),
                        claim.commune(),
                        claim.technology(),
                        claim.vendor(),
                        null,
                        null,
                        claim.stage(),
                        claim.modality(),
                        claim.date(),
                        claim.amount(),
                        claim.confidence(),
                        ReviewState.UNREVIEWED,
                        false,
                        List.of(),
                        List.of(),
                        List.of()))
                .toList();
    }

    private static Attempt attempt(String url, int second, AttemptOutcome outcome, @Nullable String reason) {
        return new Attempt("valfictif", url, Sample.NOON.plusSeconds(second), outcome, 0, reason);
    }

    private Presence presenceOf(String document) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return Presences.of(reader, document).orElseThrow();
        }
    }

    private int count(String field, String value) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return new IndexSearcher(reader).count(new TermQuery(new Term(field, value)));
        }
    }

    private <T> List<T> all(String type, Class<T> record) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return records.all(new IndexSearcher(reader), new TermQuery(new Term(IndexSchema.TYPE, type)), record);
        }
    }
}
