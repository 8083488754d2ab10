package vigie.reports.web;

import org.jspecify.annotations.Nullable;

/**
 * A line of what is known of something.
 *
 * @param code whether it is for machines: a hash, a position
 * @param href where it leads, or null
 */
public record Fact(
        String label, String value, boolean code, @Nullable String href) {

    static Fact of(String label, String value) {
        return new Fact(label, value, false, null);
    }

    static Fact code(String label, String value) {
        return new Fact(label, value, true, null);
    }

    /** Whether it leads away from here. */
    public boolean isOutward() {
        return href != null && !href.startsWith("/");
    }
}
