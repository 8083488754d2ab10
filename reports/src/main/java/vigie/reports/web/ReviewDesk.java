package vigie.reports.web;

import java.io.IOException;
import vigie.model.Review;

/** Where verdicts of readers are written down. Thread-safe. */
@FunctionalInterface
public interface ReviewDesk {

    /**
     * Writes one down for good: {@link vigie.reports.query.Queries} of the same site hears of it at its next question.
     *
     * @throws IOException if that fails; then nothing is written
     */
    void append(Review review) throws IOException;
}
