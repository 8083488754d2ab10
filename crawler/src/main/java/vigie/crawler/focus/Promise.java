package vigie.crawler.focus;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much a link promises, before anything like it has been fetched.
 *
 * @param score from 1 up to {@link Focus#MOST}; more is sooner
 * @param near how much the page it stands on was about acts, as far as that counts for what it leads to; 0 to 1
 * @param place key of the list it stands in, for {@link Yields}; null in menus and banners, which are on every page
 * @param label what the link calls it; null where that is no more than "download"
 * @param why the reasons with their points, such as {@code act@anchor+10 near+9}
 */
public record Promise(
        float score,
        float near,
        @Nullable String place,
        @Nullable String label,
        String why) {

    /** The same in another list. */
    Promise in(String list) {
        return new Promise(score, near, list, label, why);
    }

    /** The same with more points, which {@code reason} tells. */
    Promise plus(String reason, float points) {
        String reasons = why + (why.isEmpty() ? "" : " ") + reason;
        return new Promise(Math.min(Focus.MOST, score + points), near, place, label, reasons);
    }

    /** How points stand beside their reason. */
    static String told(float points) {
        return String.format(Locale.ROOT, "%+.3g", points);
    }
}
