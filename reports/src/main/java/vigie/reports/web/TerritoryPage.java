package vigie.reports.web;

import vigie.model.Departement;
import vigie.model.config.Communes;
import vigie.reports.web.Refusal.Reason;

/** {@code /france} and {@code /departement/CODE}: what the report about a territory says, with links. */
final class TerritoryPage {

    private final Communes communes;
    private final Atlases reports;
    private final AtlasView view;

    TerritoryPage(Communes communes, Atlases reports, AtlasView view) {
        this.communes = communes;
        this.reports = reports;
        this.view = view;
    }

    /** The whole country. */
    View france(Visit visit) {
        return view.of(reports.national().get(), "", Href.of(SearchPage.PATH), visit.texts());
    }

    /** One département. */
    View departement(Visit visit) {
        String code = visit.part("code");
        Departement found = communes.departement(code).orElseThrow(() -> new Refusal(Reason.NO_DEPARTEMENT, code));
        return view.of(
                reports.departement().apply(found),
                found.regionName() + " · " + found.code(),
                Href.of(SearchPage.PATH).with("departement", found.code()),
                visit.texts());
    }
}
