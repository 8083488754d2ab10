package vigie.reports.publish;

import java.time.Instant;
import java.util.List;

/**
 * What holds for a whole site.
 *
 * @param made when
 * @param index what to call the state of the index that it was made from
 * @param version of Vigie
 * @param unreviewed whether facts that nobody has reviewed are in it
 * @param minConfidence how sure these are at least, 0 to 1
 * @param downloads the data files in it
 */
public record About(
        Instant made,
        String index,
        String version,
        boolean unreviewed,
        double minConfidence,
        List<Download> downloads) {

    public About {
        downloads = List.copyOf(downloads);
    }

    /**
     * A file with data.
     *
     * @param format as {@code vigie export} calls it
     * @param path from the site's root
     */
    public record Download(String format, String path) {}
}
