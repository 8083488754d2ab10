package vigie.model;

import java.time.Instant;

/**
 * One state of a document that was online for a time: the same text, or the same bytes where there is no text.
 *
 * @param capture the newest capture of that state
 * @param firstSeen when it was first captured
 * @param lastSeen when it was last captured or found unchanged
 */
public record DocumentVersion(Capture capture, Instant firstSeen, Instant lastSeen) {}
