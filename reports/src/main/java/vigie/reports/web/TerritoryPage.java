package vigie.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Departement;
import vigie.model.Deployment;
import vigie.model.config.Project;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;
import vigie.reports.web.Refusal.Reason;

/** {@code /france} and {@code /departement/CODE}: what is known of a territory. */
final class TerritoryPage {

    private final Queries queries;
    private final Project project;
    private final Names names;
    private final PlacesMap map;

    TerritoryPage(Queries queries, Project project, Names names, PlacesMap map) {
        this.queries = queries;
        this.map = map;
        this.project = project;
        this.names = names;
    }

    /** The whole country. */
    View france(Visit visit) {
        WebTexts texts = visit.texts();
        return page(null, texts.get("group.france"), "France", null, visit);
    }

    /** One département. */
    View departement(Visit visit) {
        WebTexts texts = visit.texts();
        String code = visit.part("code");
        Departement found =
                project.communes().departement(code).orElseThrow(() -> new Refusal(Reason.NO_DEPARTEMENT, code));
        return page(code, texts.get("group.departement"), found.name(), found.regionName() + " · " + code, visit);
    }

    private View page(@Nullable String departement, String kind, String title, @Nullable String place, Visit visit) {
        WebTexts texts = visit.texts();
        List<Deployment> found =
                queries.deployments(new DeploymentFilter(null, departement, null, null, null, null, 0));
        Tallies tallies = new Tallies(names, texts);
        long communes = found.stream()
                .map(deployment -> deployment.commune().insee())
                .distinct()
                .count();
        List<Tally> counts = departement == null
                ? List.of(
                        tallies.stages(found),
                        tallies.technologies(found),
                        tallies.vendors(found),
                        tallies.integrators(found),
                        tallies.departements(found))
                : List.of(
                        tallies.stages(found),
                        tallies.technologies(found),
                        tallies.vendors(found),
                        tallies.integrators(found));
        Link search = departement == null
                ? null
                : new Link(
                        texts.get("group.documents"),
                        Href.of(SearchPage.PATH)
                                .with("departement", departement)
                                .toString());
        return View.of(
                "group",
                new GroupPage(
                        kind,
                        title,
                        place,
                        texts.get("group.lead", found.size(), communes),
                        departement == null ? map.national(found, texts) : map.departement(departement, found, texts),
                        counts,
                        found.stream()
                                .map(deployment -> DeploymentRow.of(deployment, names, texts))
                                .toList(),
                        search,
                        texts.get("group.none")));
    }
}
