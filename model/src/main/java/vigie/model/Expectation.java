package vigie.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a feed should hold, so that one that silently breaks is told from one that has nothing new.
 *
 * @param records least number in 30 days of a windowed feed, else in all; 0 expects nothing
 * @param dated least share of records with a date, 0 to 1
 * @param published least share of records that name their publisher or buyer, 0 to 1
 */
public record Expectation(int records, double dated, double published) {

    /** Shares of fewer records than these say nothing. */
    private static final int TELLING = 20;

    /**
     * What is not as expected, in words; null where all is well.
     *
     * @param days that were asked for, 0 for a feed that is always read whole; less than a week says nothing about counts
     * @param found records read, of which {@code withDate} have a date and {@code withPublisher} a publisher
     */
    public @Nullable String unmet(long days, int found, int withDate, int withPublisher) {
        long least = days == 0 ? records : Math.round(records * days / 30.0);
        if (found < least && (days == 0 || days >= 7)) {
            return found + " records, at least " + least + " expected";
        }
        if (found >= TELLING && withDate < dated * found) {
            return share(withDate, found) + " of the records have a date, " + share(dated) + " expected";
        }
        if (found >= TELLING && withPublisher < published * found) {
            return share(withPublisher, found) + " of the records name who publishes, " + share(published)
                    + " expected";
        }
        return null;
    }

    private static String share(int part, int all) {
        return share((double) part / all);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
