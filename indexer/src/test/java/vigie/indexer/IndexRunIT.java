package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.indexer.extract.OutOfTimeException;
import vigie.indexer.index.IndexContent;
import vigie.indexer.index.IndexStore;
import vigie.indexer.index.Sample;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.Issue;
import vigie.model.Modality;
import vigie.model.Publisher;
import vigie.model.ReviewState;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.Stage;
import vigie.model.archive.Archive;
import vigie.model.archive.SegmentWriter;
import vigie.model.config.Communes;
import vigie.model.config.CrawlSettings;
import vigie.model.config.Lexicon;
import vigie.model.config.Project;

class IndexRunIT {

    private static final Clock CLOCK = Clock.fixed(Sample.NOON, ZoneOffset.UTC);
    private static final Communes COMMUNES = Communes.load();

    @TempDir
    Path data;

    private final List<Issue> issues = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final AtomicInteger extracted = new AtomicInteger();
    private boolean stopped;

    @Test
    void newSegmentsAreIndexedOnce() throws IOException {
        segment("s1", document("1", "La ville utilise Exemplia."), document("2", "Rien."));

        IndexReport first = run("p1").index();
        assertThat(first.seen()).isEqualTo(2);
        assertThat(first.indexed()).isEqualTo(2);
        assertThat(first.withText()).isEqualTo(2);
        assertThat(first.withClaims()).isOne();
        assertThat(first.claims()).isOne();
        assertThat(first.deployments()).isOne();
        assertThat(progress).endsWith("2/2");
        Map<String, Long> files = files();
        String content = IndexContent.digest(index());

        IndexReport second = run("p1").index();
        assertThat(second.seen()).isZero();
        assertThat(extracted).hasValue(2);
        assertThat(files()).isEqualTo(files);
        assertThat(IndexContent.digest(index())).isEqualTo(content);
    }

    @Test
    void withNothingNewTheExtractionIsNeverMade() throws IOException {
        run("p1").index();
        assertThat(IndexStore.state(index())).isPresent();
        IndexSteps steps = new IndexSteps(
                () -> {
                    throw new AssertionError("made for nothing");
                },
                IndexRunIT::conclude);
        assertThat(run("p1", steps).index().seen()).isZero();
    }

    @Test
    void rebuildGivesTheSameContentAsRunsOneByOne() throws IOException {
        segment("s1", document("1", "La ville utilise Exemplia."), document("2", "Rien."), document("3", "Exemplia"));
        run("p1").index();
        segment("s2", later(document("1", "La ville a renoncé.")), later(document("4", "Exemplia encore.")));
        run("p1").index();
        String incremental = IndexContent.digest(index());

        IndexReport rebuilt = run("p1").rebuild();

        assertThat(rebuilt.seen()).isEqualTo(5);
        assertThat(IndexContent.digest(index())).isEqualTo(incremental);
        assertThat(IndexStore.state(index()).orElseThrow().segments()).containsExactlyInAnyOrder("s1", "s2");
    }

    @Test
    void rebuildThatFailsLeavesTheIndex() throws IOException {
        segment("s1", document("1", "La ville utilise Exemplia."));
        run("p1").index();
        String before = IndexContent.digest(index());
        segment("s2", document("2", "Autre."));
        stopped = true;
        assertThatThrownBy(() -> run("p1").rebuild()).isInstanceOf(CancellationException.class);
        assertThat(IndexContent.digest(index())).isEqualTo(before);

        stopped = false;
        assertThat(run("p1").index().seen()).isOne();
    }

    @Test
    void newestCaptureWinsWhateverTheOrder() throws IOException {
        segment("s1", later(document("1", "La ville utilise Exemplia.")), document("1", "vieux"));
        segment("s2", document("1", "vieux aussi"));
        IndexReport report = run("p1").index();
        assertThat(report.seen()).isEqualTo(3);
        assertThat(report.indexed()).isOne();
        assertThat(report.deployments()).isOne();
    }

    @Test
    void badDocumentIsAnIssueAndTheRestGoesOn() throws IOException {
        segment("s1", document("1", "BOUM"), document("2", "La ville utilise Exemplia."));
        IndexReport report = run("p1").index();
        assertThat(report.failed()).isOne();
        assertThat(report.indexed()).isEqualTo(2);
        assertThat(report.claims()).isOne();
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo("extraction-failed");
            assertThat(issue.url()).isEqualTo("http://valfictif.example/1");
        });
    }

    @Test
    void documentThatTakesTooLongIsAnIssueOfItsOwn() throws IOException {
        segment("s1", document("1", "LENTEUR"), document("2", "La ville utilise Exemplia."));
        IndexReport report = run("p1").index();
        assertThat(report.failed()).isOne();
        assertThat(report.indexed()).isEqualTo(2);
        assertThat(report.claims()).isOne();
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo("extraction-too-long");
            assertThat(issue.message()).contains("300 s");
            assertThat(issue.remedy()).contains("extract-time");
        });
    }

    @Test
    void documentThatNeedsTooDeepAStackIsAnIssueToo() throws IOException {
        segment("s1", document("1", "ABIME"), document("2", "La ville utilise Exemplia."));
        IndexReport report = run("p1").index();
        assertThat(report.failed()).isOne();
        assertThat(report.claims()).isOne();
        assertThat(issues)
                .singleElement()
                .satisfies(issue -> assertThat(issue.kind()).isEqualTo("extraction-failed"));
    }

    @Test
    void changedProjectIsToldUntilRebuilt() throws IOException {
        segment("s1", document("1", "texte"));
        assertThat(run("p1").index().stale()).isFalse();
        assertThat(run("p2").index().stale()).isTrue();
        segment("s2", document("2", "texte"));
        assertThat(run("p2").index().stale()).isTrue();
        assertThat(run("p2").rebuild().stale()).isFalse();
        assertThat(run("p2").index().stale()).isFalse();
    }

    @Test
    void resultDoesNotDependOnWhichWorkerIsFaster() throws IOException {
        List<SourceDocument> documents = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            documents.add(document(String.valueOf(i % 90), "Exemplia numéro " + i));
        }
        segment("s1", documents.toArray(SourceDocument[]::new));
        run("p1").index();
        String first = IndexContent.digest(index());
        for (int round = 0; round < 3; round++) {
            run("p1").rebuild();
            assertThat(IndexContent.digest(index())).isEqualTo(first);
        }
    }

    private SourceDocument document(String page, String text) {
        return Sample.document("http://valfictif.example/" + page, text);
    }

    private static SourceDocument later(SourceDocument document) {
        Instant fetched = Sample.NOON.plus(Duration.ofDays(7));
        return Sample.document(document.capture().url(), document.text(), fetched, List.of());
    }

    private void segment(String name, SourceDocument... documents) throws IOException {
        try (SegmentWriter writer = archive().begin(name)) {
            for (SourceDocument document : documents) {
                writer.document(document);
                writer.attempt(new Attempt(
                        document.source(),
                        document.capture().url(),
                        document.capture().fetched(),
                        AttemptOutcome.FETCHED,
                        200,
                        null));
            }
            writer.attempt(new Attempt(
                    "valfictif", "http://valfictif.example/x", Sample.NOON, AttemptOutcome.REFUSED, 0, "robots"));
            writer.commit();
        }
    }

    private Archive archive() throws IOException {
        return Archive.open(data.resolve("archive"), issues::add, CLOCK);
    }

    private Path index() {
        return data.resolve("index");
    }

    private Map<String, Long> files() throws IOException {
        try (var files = Files.list(index())) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(), file -> file.toFile().lastModified()));
        }
    }

    private IndexRun run(String digest) throws IOException {
        return run(digest, new IndexSteps(() -> this::extract, IndexRunIT::conclude));
    }

    private IndexRun run(String digest, IndexSteps steps) throws IOException {
        Source source = new Source(
                "valfictif",
                "Ville de Valfictif",
                SourceKind.SITE,
                URI.create("http://valfictif.example/"),
                List.of(),
                Set.of(),
                Publisher.unknown(),
                null,
                Map.of(),
                Set.of(),
                null,
                null,
                "test",
                null);
        Lexicon lexicon = new Lexicon(List.of(), List.of(), List.of());
        Project project = new Project(COMMUNES, lexicon, List.of(source), CrawlSettings.defaults(), digest);
        return new IndexRun(archive(), index(), project, steps, issues::add, new Progress(), CLOCK, "0");
    }

    private final class Progress implements IndexProgress {
        @Override
        public void at(long done, long total) {
            progress.add(done + "/" + total);
        }

        @Override
        public boolean stopped() {
            return stopped;
        }
    }

    private List<Claim> extract(SourceDocument document) {
        extracted.incrementAndGet();
        if (document.text().contains("ABIME")) {
            throw new StackOverflowError();
        }
        if (document.text().contains("LENTEUR")) {
            throw new OutOfTimeException(Duration.ofMinutes(5));
        }
        if (document.text().contains("BOUM")) {
            throw new IllegalStateException("boum");
        }
        if (document.text().endsWith("0")) {
            LockSupport.parkNanos(200_000);
        }
        return document.text().contains("Exemplia")
                ? List.of(Sample.claim(document, Sample.VALFICTIF, "exemplia", Stage.IN_USE))
                : List.of();
    }

    private static List<Deployment> conclude(Collection<Claim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        Claim first = claims.iterator().next();
        List<Deployment.Event> timeline = claims.stream()
                .map(claim -> new Deployment.Event(claim.date(), claim.stage(), claim.modality(), claim.id()))
                .toList();
        return List.of(new Deployment(
                Deployment.idOf(Objects.requireNonNull(first.commune()), first.technology(), first.vendor()),
                first.commune(),
                first.technology(),
                first.vendor(),
                null,
                null,
                Stage.IN_USE,
                Modality.ASSERTED,
                null,
                null,
                0.5,
                ReviewState.UNREVIEWED,
                false,
                timeline,
                List.of(),
                List.of()));
    }
}
