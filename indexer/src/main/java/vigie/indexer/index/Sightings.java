package vigie.indexer.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Capture;
import vigie.model.DocumentVersion;
import vigie.model.Presence;
import vigie.model.SourceDocument;

/**
 * Follows from attempts and captures when documents were there, on top of what the index knows of them. For one thread.
 *
 * <p>An attempt is about the document at its address, about one that answered there by a redirect, and, where the address
 * is {@code <address>#<locator>}, about that document of a capture of many: so a feed says that a record has left it.
 */
final class Sightings {

    /** More versions of one document than these are not listed; the oldest go first. */
    static final int MOST_VERSIONS = 100;

    private final Map<String, Sighting> known = new HashMap<>();
    private final Map<String, Capture> newest = new HashMap<>();
    private final Map<String, List<DocumentVersion>> versions = new HashMap<>();
    private final Map<String, String> asked = new HashMap<>();
    private final Set<String> unwritten = new TreeSet<>();

    /** Takes note of a capture that is going to be written; its values are for the document's fields. */
    Sighting captured(DirectoryReader index, SourceDocument document, boolean isReadAgain) throws IOException {
        Optional<Sighting> before = of(index, document.id());
        Sighting sighting = before.map(seen -> isReadAgain ? seen.readAgain(document) : seen.captured(document))
                .orElseGet(() -> Sighting.of(document));
        if (before.isPresent() && sighting.versions() > before.get().versions()) {
            versions.put(document.id(), withNewest(index, before.get().presence(), document));
        }
        known.put(document.id(), sighting);
        newest.put(document.id(), document.capture());
        unwritten.remove(document.id());
        String requested = document.metadata().get(SourceDocument.REQUESTED);
        if (requested != null) {
            asked.put(requested, document.id());
        }
        return sighting;
    }

    private List<DocumentVersion> withNewest(DirectoryReader index, Presence before, SourceDocument document)
            throws IOException {
        List<DocumentVersion> all = new ArrayList<>(versions(index, document.id()));
        Capture last = newest.get(document.id());
        Optional<Capture> replaced =
                last == null ? VersionLists.newestCapture(index, document.id()) : Optional.of(last);
        if (replaced.isPresent()) {
            Instant since = all.isEmpty()
                    ? before.firstSeen()
                    : all.remove(all.size() - 1).firstSeen();
            all.add(new DocumentVersion(replaced.get(), since, before.lastSeen()));
        }
        Capture now = document.capture();
        all.add(new DocumentVersion(now, now.fetched(), now.fetched()));
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST_VERSIONS), all.size()));
    }

    /** The versions of that document, the newest as it was when it was new; empty where there was never another one. */
    List<DocumentVersion> versions(DirectoryReader index, String document) throws IOException {
        List<DocumentVersion> here = versions.get(document);
        return here == null ? VersionLists.stored(index, document) : here;
    }

    /** Takes note of a capture that is older than the one in the index. */
    void capturedBefore(DirectoryReader index, SourceDocument document) throws IOException {
        long fetched = document.capture().fetched().toEpochMilli();
        change(index, document.id(), sighting -> sighting.capturedBefore(fetched));
    }

    /** Takes note of an attempt, if it is about a document that was seen. */
    void attempt(DirectoryReader index, Attempt attempt) throws IOException {
        long time = attempt.time().toEpochMilli();
        if (attempt.outcome() == AttemptOutcome.NOT_MODIFIED) {
            change(index, attempt, sighting -> sighting.unchanged(time));
        } else if (attempt.missing()) {
            change(index, attempt, sighting -> sighting.gone(time));
        }
    }

    private void change(DirectoryReader index, Attempt attempt, UnaryOperator<Sighting> change) throws IOException {
        for (String document : documents(index, attempt.url())) {
            change(index, document, change);
        }
    }

    private List<String> documents(DirectoryReader index, String url) throws IOException {
        List<String> documents = new ArrayList<>(DocumentLookup.asked(index, url));
        documents.add(SourceDocument.idOf(url, ""));
        if (asked.containsKey(url)) {
            documents.add(asked.get(url));
        }
        int hash = url.indexOf('#');
        if (hash >= 0) {
            documents.add(SourceDocument.idOf(url.substring(0, hash), url.substring(hash + 1)));
        }
        return documents;
    }

    private void change(DirectoryReader index, String document, UnaryOperator<Sighting> change) throws IOException {
        Optional<Sighting> before = of(index, document);
        if (before.isPresent()) {
            Sighting after = change.apply(before.get());
            if (!after.equals(before.get())) {
                known.put(document, after);
                unwritten.add(document);
            }
        }
    }

    private Optional<Sighting> of(DirectoryReader index, String document) throws IOException {
        Sighting here = known.get(document);
        return here == null ? DocumentLookup.sighting(index, document) : Optional.of(here);
    }

    /** Writes what was not written with its document. */
    void write(IndexWriter writer) throws IOException {
        for (String document : unwritten) {
            Sighting sighting = known.get(document);
            if (sighting != null) {
                writer.updateDocValues(new Term(IndexSchema.ID, document), sighting.times());
            }
        }
    }

    /** Everything is committed. */
    void clear() {
        known.clear();
        newest.clear();
        versions.clear();
        asked.clear();
        unwritten.clear();
    }
}
