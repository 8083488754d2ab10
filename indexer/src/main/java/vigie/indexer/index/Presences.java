package vigie.indexer.index;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import vigie.model.Presence;

/** Reads from an index when documents were there. */
public final class Presences {

    private Presences() {}

    /** When that document was there; empty if the index does not hold it. */
    public static Optional<Presence> of(IndexReader reader, String document) throws IOException {
        return DocumentLookup.sighting(reader, document).map(Sighting::presence);
    }

    /** Documents that are no longer online. */
    public static Query vanished() {
        return NumericDocValuesField.newSlowRangeQuery(IndexSchema.VANISHED, 1, Long.MAX_VALUE);
    }

    /** Documents first captured at that moment or later. */
    public static Query firstSeenSince(Instant moment) {
        return NumericDocValuesField.newSlowRangeQuery(IndexSchema.FIRST_SEEN, moment.toEpochMilli(), Long.MAX_VALUE);
    }

    /** Documents first captured before that moment. */
    public static Query firstSeenBefore(Instant moment) {
        return NumericDocValuesField.newSlowRangeQuery(
                IndexSchema.FIRST_SEEN, Long.MIN_VALUE, moment.toEpochMilli() - 1);
    }

    /** Documents first found gone at that moment or later. */
    public static Query vanishedSince(Instant moment) {
        return NumericDocValuesField.newSlowRangeQuery(
                IndexSchema.VANISHED, Math.max(1, moment.toEpochMilli()), Long.MAX_VALUE);
    }

    /** Documents first found gone before that moment. */
    public static Query vanishedBefore(Instant moment) {
        return NumericDocValuesField.newSlowRangeQuery(IndexSchema.VANISHED, 1, moment.toEpochMilli() - 1);
    }

    /** Documents of which more than one version was seen. */
    public static Query changed() {
        return NumericDocValuesField.newSlowRangeQuery(IndexSchema.VERSIONS, 2, Long.MAX_VALUE);
    }
}
