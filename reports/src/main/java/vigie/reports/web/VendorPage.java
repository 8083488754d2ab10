package vigie.reports.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vigie.model.config.EditDistance;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;
import vigie.reports.web.Refusal.Reason;

/** {@code /vendor/ID}: what the report about a vendor says, with links. */
final class VendorPage implements Page {

    private static final int NEAR = 5;

    private final Queries queries;
    private final Project project;
    private final Atlases reports;
    private final AtlasView view;

    VendorPage(Queries queries, Project project, Atlases reports, AtlasView view) {
        this.queries = queries;
        this.project = project;
        this.reports = reports;
        this.view = view;
    }

    @Override
    public View of(Visit visit) {
        String id = visit.part("id");
        WebTexts texts = visit.texts();
        Vendor vendor = project.vendor(id).orElseThrow(() -> new Refusal(Reason.NO_VENDOR, near(id, texts), id));
        return view.of(
                reports.vendor().apply(vendor),
                known(vendor, texts),
                Href.of(SearchPage.PATH).with("vendor", id),
                texts);
    }

    private static String known(Vendor vendor, WebTexts texts) {
        List<String> facts = new ArrayList<>();
        if (vendor.country() != null) {
            facts.add(texts.country(vendor.country()));
        }
        if (vendor.siren() != null) {
            facts.add("SIREN " + vendor.siren().value());
        }
        return String.join(" · ", facts);
    }

    /** Of a vendor that left the project what the index still knows; vendors that are called alike. */
    private List<Link> near(String id, WebTexts texts) {
        List<Link> near = new ArrayList<>();
        if (!queries.deployments(new DeploymentFilter(null, null, id, null, null, null, 0))
                .isEmpty()) {
            near.add(new Link(
                    texts.get("nav.deployments"),
                    Href.of(DeploymentsPage.PATH).with("vendor", id).toString()));
        }
        project.lexicon().vendors().stream()
                .sorted(Comparator.comparingInt((Vendor vendor) -> EditDistance.between(
                        id, vendor.id(), id.length() + vendor.id().length())))
                .limit(NEAR)
                .map(vendor -> new Link(vendor.name(), Href.path("vendor", vendor.id())))
                .forEach(near::add);
        return near;
    }
}
