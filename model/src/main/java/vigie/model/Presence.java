package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a document was there to be read.
 *
 * @param firstSeen when it was first captured
 * @param lastSeen when it was last captured or found unchanged
 * @param versions how many times in a row it was found to be another than before, from 1; a version is another text, or
 *     other bytes where there is no text
 * @param vanished when its address was first found gone (404, 410, no longer in its feed), or null while it is there
 */
public record Presence(
        Instant firstSeen,
        Instant lastSeen,
        int versions,
        @Nullable Instant vanished) {

    /** As it was known before a moment; how many versions there had been by then is not kept, so these are today's. */
    public Presence before(Instant moment) {
        return new Presence(
                firstSeen,
                lastSeen.isBefore(moment) ? lastSeen : moment,
                versions,
                vanished == null || vanished.isBefore(moment) ? vanished : null);
    }
}
