package vigie.reports.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a site knows of itself.
 *
 * @param path of the page, from the site's root
 * @param title of the page
 * @param gone anchors that it once had
 */
public record Setting(SiteTexts texts, About about, String path, String title, List<String> gone) {

    /** What browsers may do: show this page and its styles, run the search. Nothing is ever asked of anybody else. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; script-src ";

    public Setting {
        gone = List.copyOf(gone);
    }

    /** From here to the site's root: empty, or {@code ../}. */
    public String root() {
        return path.contains("/") ? "../" : "";
    }

    /** The policy of a page, with or without the scripts of the search. */
    public String policy(boolean searches) {
        return POLICY + (searches ? "'self'" : "'none'");
    }

    /** For the page that is shown. */
    public @Nullable String current(String other) {
        return path.equals(other) ? "page" : null;
    }

    /** What stands on every page of a site that is not reviewed throughout. */
    public String warning() {
        return texts.get("unreviewed.warning", percent());
    }

    /** The least confidence. */
    public String percent() {
        return texts.percent(about.minConfidence());
    }
}
