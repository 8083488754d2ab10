package vigie.indexer.extract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.PartialDate;

/**
 * A date in a text, as far as the text gives it.
 *
 * @param start offset of the surface form
 * @param end exclusive
 * @param year or null: "le 1er juillet"
 * @param month from 1, or null
 * @param day or null
 */
public record FoundDate(
        int start,
        int end,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day) {

    /** The date, if its year stands in the text. */
    public Optional<PartialDate> date() {
        return year == null ? Optional.empty() : in(year);
    }

    /** The date if it is of that year; empty if there is no such day. */
    public Optional<PartialDate> in(int assumedYear) {
        try {
            return Optional.of(new PartialDate(year == null ? assumedYear : year, month, day));
        } catch (IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }
}
