package vigie.indexer.index;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;
import vigie.model.Capture;
import vigie.model.DocumentVersion;
import vigie.model.Json;
import vigie.model.Presence;
import vigie.model.SourceDocument;

/** Reads from an index which versions of a document were archived. */
public final class VersionLists {

    private VersionLists() {}

    /** All versions of that document, oldest first; of very many the newest. Empty if the index does not hold it. */
    public static List<DocumentVersion> of(IndexReader reader, String document) throws IOException {
        Optional<Presence> presence = Presences.of(reader, document);
        Optional<Capture> capture = newestCapture(reader, document);
        if (presence.isEmpty() || capture.isEmpty()) {
            return List.of();
        }
        List<DocumentVersion> versions = new ArrayList<>(stored(reader, document));
        var since = versions.isEmpty()
                ? presence.get().firstSeen()
                : versions.remove(versions.size() - 1).firstSeen();
        versions.add(new DocumentVersion(capture.get(), since, presence.get().lastSeen()));
        return List.copyOf(versions);
    }

    /** As it is stored. */
    static List<DocumentVersion> stored(IndexReader reader, String document) throws IOException {
        Optional<BytesRef> bytes = DocumentLookup.stored(reader, document, IndexSchema.VERSION_LIST);
        return bytes.isEmpty()
                ? List.of()
                : Json.mapper()
                        .readValue(
                                bytes.get().bytes,
                                bytes.get().offset,
                                bytes.get().length,
                                new TypeReference<List<DocumentVersion>>() {});
    }

    /** The capture that the index holds of that document. */
    static Optional<Capture> newestCapture(IndexReader reader, String document) throws IOException {
        Optional<BytesRef> bytes = DocumentLookup.stored(reader, document, IndexSchema.RECORD);
        return bytes.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.mapper()
                        .readValue(bytes.get().bytes, bytes.get().offset, bytes.get().length, SourceDocument.class)
                        .capture());
    }
}
