package vigie.reports.web;

import java.util.function.Supplier;
import vigie.reports.AtlasReport;
import vigie.reports.render.AtlasPage;
import vigie.reports.render.FranceMap;

/** How reports across communes are shown on this site. Thread-safe. */
public final class AtlasView {

    private final Supplier<FranceMap> map;
    private final SiteLinks links;

    AtlasView(Supplier<FranceMap> map, SiteLinks links) {
        this.map = map;
        this.links = links;
    }

    /**
     * What the page shows.
     *
     * @param place what else is known of the subject; empty if nothing is
     * @param documents where the documents about it are
     */
    public record Model(AtlasPage report, String place, Link documents) {}

    View of(AtlasReport report, String place, Href search, WebTexts texts) {
        return View.of(
                "atlas",
                new Model(
                        new AtlasPage(report, texts.words(), map.get(), links),
                        place,
                        new Link(texts.get("group.documents"), search.toString())));
    }
}
