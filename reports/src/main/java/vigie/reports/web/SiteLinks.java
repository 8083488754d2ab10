package vigie.reports.web;

import java.util.Map;
import java.util.stream.Collectors;
import vigie.model.Departement;
import vigie.model.config.Project;
import vigie.model.id.InseeCode;
import vigie.reports.render.AtlasLinks;

/** Where reports lead to on this site. Immutable, thread-safe. */
final class SiteLinks implements AtlasLinks {

    private final Project project;
    private final Map<String, String> departements;

    SiteLinks(Project project) {
        this.project = project;
        this.departements = project.communes().departements().stream()
                .collect(Collectors.toUnmodifiableMap(Departement::code, one -> Href.path("departement", one.code())));
    }

    @Override
    public String commune(InseeCode code) {
        return Href.path("commune", code.value());
    }

    @Override
    public String why(String id) {
        return Href.path("claim", id);
    }

    @Override
    public String vendor(String id) {
        return VendorPage.href(project.firm(id));
    }

    @Override
    public Map<String, String> departements() {
        return departements;
    }
}
