package vigie.model;

/**
 * What is known of one month of one source, in numbers.
 *
 * @param read documents whose text was read
 * @param noText scans and other documents without a text layer
 * @param unreadable documents that are encrypted, broken, too large or of a kind that we do not read
 * @param blocked addresses that robots.txt excludes
 * @param unreachable addresses that could not be had at the last try
 */
public record MonthCounts(int read, int noText, int unreadable, int blocked, int unreachable) {

    /** Nothing is known. */
    public static MonthCounts none() {
        return new MonthCounts(0, 0, 0, 0, 0);
    }

    /** These and those. */
    public MonthCounts plus(MonthCounts other) {
        return new MonthCounts(
                read + other.read,
                noText + other.noText,
                unreadable + other.unreadable,
                blocked + other.blocked,
                unreachable + other.unreachable);
    }

    /** These, so many times. */
    public MonthCounts times(int count) {
        return new MonthCounts(read * count, noText * count, unreadable * count, blocked * count, unreachable * count);
    }

    /** Documents and addresses that exist and were not read. */
    public int unread() {
        return noText + unreadable + blocked + unreachable;
    }
}
