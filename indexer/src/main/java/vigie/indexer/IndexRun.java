package vigie.indexer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vigie.indexer.index.IndexException;
import vigie.indexer.index.IndexState;
import vigie.indexer.index.IndexStore;
import vigie.indexer.index.Places;
import vigie.model.Issue;
import vigie.model.archive.Archive;
import vigie.model.config.Project;

/** Brings the index up to the archive: read what is new, extract, write, conclude, commit. */
public final class IndexRun {

    private static final int DOCUMENTS_PER_COMMIT = 5_000;

    private final Archive archive;
    private final Path index;
    private final Project project;
    private final IndexSteps steps;
    private final Consumer<Issue> issues;
    private final IndexProgress progress;
    private final Clock clock;
    private final IndexState empty;

    /** A run over {@code archive} into the folder {@code index}; {@code version} is Vigie's. */
    public IndexRun(
            Archive archive,
            Path index,
            Project project,
            IndexSteps steps,
            Consumer<Issue> issues,
            IndexProgress progress,
            Clock clock,
            String version) {
        this.archive = archive;
        this.index = index;
        this.project = project;
        this.steps = steps;
        this.issues = issues;
        this.progress = progress;
        this.clock = clock;
        this.empty = new IndexState(Set.of(), project.digest(), version);
    }

    /**
     * Indexes the segments of the archive that are not in the index yet; with none, nothing is opened for writing.
     *
     * @throws IndexException if the index cannot be written; what was committed before is intact
     */
    public IndexReport index() throws IOException {
        Optional<IndexState> known = IndexStore.state(index);
        IndexState state = known.orElse(empty);
        List<String> segments = new ArrayList<>(archive.segments());
        segments.removeAll(state.segments());
        if (known.isPresent() && segments.isEmpty()) {
            return new IndexReport(0, 0, 0, 0, 0, 0, 0, 0, stale(state));
        }
        return run(IndexStore.open(index, Places.of(project.communes())), state, segments, DOCUMENTS_PER_COMMIT);
    }

    /** Makes the index anew from the whole archive; the old one serves until the new one takes its place, atomically. */
    public IndexReport rebuild() throws IOException {
        IndexStore store = IndexStore.recreate(index, Places.of(project.communes()));
        return run(store, empty, archive.segments(), Integer.MAX_VALUE);
    }

    private IndexReport run(IndexStore opened, IndexState before, List<String> segments, int perCommit)
            throws IOException {
        IndexState state = before;
        try (IndexStore store = opened;
                SegmentIndexing indexing = new SegmentIndexing(archive, store, steps, issues, progress, clock)) {
            indexing.expect(segments);
            for (String segment : segments) {
                indexing.index(segment);
                state = state.with(List.of(segment));
                if (indexing.uncommitted() >= perCommit) {
                    indexing.commit(state, project);
                }
            }
            store.know(project.sources());
            indexing.commit(state, project);
            return indexing.report(stale(state));
        }
    }

    private boolean stale(IndexState state) {
        return !state.project().equals(project.digest());
    }
}
