package vigie.indexer.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import vigie.model.Presence;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.id.Digest;

/**
 * When a document was there, as the index keeps it: times in milliseconds since 1970.
 *
 * @param version the first 64 bits of the digest of the newest version
 * @param vanished 0 while the document is there
 */
record Sighting(long first, long last, long versions, long version, long vanished) {

    /** The doc values in which it is kept. */
    static final List<String> FIELDS = List.of(
            IndexSchema.FIRST_SEEN,
            IndexSchema.LAST_SEEN,
            IndexSchema.VERSIONS,
            IndexSchema.VERSION_DIGEST,
            IndexSchema.VANISHED);

    /** A document seen for the first time. */
    static Sighting of(SourceDocument document) {
        long fetched = document.capture().fetched().toEpochMilli();
        return new Sighting(fetched, fetched, 1, versionOf(document), 0);
    }

    /** With a capture that is newer than those before. */
    Sighting captured(SourceDocument document) {
        long now = versionOf(document);
        return new Sighting(
                Math.min(first, document.capture().fetched().toEpochMilli()),
                Math.max(last, document.capture().fetched().toEpochMilli()),
                now == version ? versions : versions + 1,
                now,
                0);
    }

    /** With the newest capture, read again: no new version, and where it has vanished it is still gone. */
    Sighting readAgain(SourceDocument document) {
        return new Sighting(first, last, versions, versionOf(document), vanished);
    }

    /** With a capture that is older than the newest: it counts as no version, its order being unknown. */
    Sighting capturedBefore(long fetched) {
        return new Sighting(Math.min(first, fetched), last, versions, version, vanished);
    }

    /** Found unchanged. */
    Sighting unchanged(long time) {
        return time < last ? this : new Sighting(first, time, versions, version, 0);
    }

    /** Found gone. */
    Sighting gone(long time) {
        return vanished > 0 || time < last ? this : new Sighting(first, last, versions, version, time);
    }

    /** The text decides, so that a page that writes the hour into its head has one version; bytes where there is none. */
    private static long versionOf(SourceDocument document) {
        String digest = document.outcome() == TextOutcome.TEXT
                ? Digest.sha256(document.text().getBytes(StandardCharsets.UTF_8))
                : document.capture().sha256();
        return Long.parseUnsignedLong(digest.substring(0, 16), 16);
    }

    Field[] fields() {
        long[] values = {first, last, versions, version, vanished};
        Field[] fields = new Field[values.length];
        for (int i = 0; i < values.length; i++) {
            fields[i] = new NumericDocValuesField(FIELDS.get(i), values[i]);
        }
        return fields;
    }

    /** The fields that an attempt or an older capture can change; the others are of the newest version. */
    Field[] times() {
        return new Field[] {
            new NumericDocValuesField(IndexSchema.FIRST_SEEN, first),
            new NumericDocValuesField(IndexSchema.LAST_SEEN, last),
            new NumericDocValuesField(IndexSchema.VANISHED, vanished)
        };
    }

    Presence presence() {
        return new Presence(
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(last),
                Math.toIntExact(versions),
                vanished == 0 ? null : Instant.ofEpochMilli(vanished));
    }
}
