package vigie.model;

import java.time.Instant;
import java.util.Objects;

/**
 * What one reader said of one claim, once: a line of {@code reviews.csv}.
 *
 * @param reviewer what the reader calls themselves; never published
 * @param correction nothing unless the verdict is {@code CORRECT}
 * @param note any words in one line, may be empty
 */
public record Review(
        Instant time, String reviewer, Verdict verdict, Subject subject, Correction correction, String note) {

    /**
     * Checks that verdict and correction agree.
     *
     * @throws IllegalArgumentException if they do not, or nobody is named
     */
    public Review {
        note = note.replaceAll("\\s+", " ").strip();
        reviewer = reviewer.replaceAll("\\s+", " ").strip();
        if (reviewer.isEmpty()) {
            throw new IllegalArgumentException("a review needs a reviewer");
        }
        if ((verdict == Verdict.CORRECT) == correction.values().isEmpty()) {
            throw new IllegalArgumentException(
                    verdict == Verdict.CORRECT
                            ? "a correction needs at least one field=value"
                            : "only the verdict 'correct' has corrections");
        }
    }

    /**
     * The claim that was read, as it was extracted. It is told by what it says beside its id, so that a later extraction
     * that numbers it otherwise does not bring it back.
     *
     * @param commune INSEE code, or empty
     * @param vendor id, or empty
     * @param quote names of people masked, in one line
     */
    public record Subject(
            String claim,
            String document,
            String commune,
            String technology,
            String vendor,
            String stage,
            String quote) {

        /** What {@code claim} says. */
        public static Subject of(Claim claim) {
            return new Subject(
                    claim.id(),
                    claim.document(),
                    claim.commune() == null ? "" : claim.commune().insee().value(),
                    claim.technology().id(),
                    Objects.requireNonNullElse(claim.vendor(), ""),
                    claim.stage().id(),
                    claim.evidence().masked().quote().replaceAll("\\s+", " ").strip());
        }

        /** The same but for the id. */
        public boolean isSameAs(Subject other) {
            return new Subject(
                            claim,
                            other.document,
                            other.commune,
                            other.technology,
                            other.vendor,
                            other.stage,
                            other.quote)
                    .equals(this);
        }
    }
}
