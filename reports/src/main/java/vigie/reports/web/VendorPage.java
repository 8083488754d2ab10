package vigie.reports.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vigie.model.config.EditDistance;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
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

    /** The address of a firm's page. */
    static String href(Vendor firm) {
        return Href.path("vendor", firm.slug());
    }

    @Override
    public View of(Visit visit) {
        String id = visit.part("id");
        WebTexts texts = visit.texts();
        Vendor vendor = firm(id).orElseThrow(() -> new Refusal(Reason.NO_VENDOR, near(id), id));
        return view.of(
                reports.vendor().apply(vendor),
                known(vendor, texts),
                Href.of(SearchPage.PATH).with("vendor", vendor.id()),
                texts);
    }

    /** Of a file, or one that deployments name. */
    private Optional<Vendor> firm(String id) {
        return project.vendor(id).or(() -> queries.firm(id).map(project::firm));
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

    /** Vendors that are called alike. */
    private List<Link> near(String id) {
        return project.lexicon().vendors().stream()
                .sorted(Comparator.comparingInt((Vendor vendor) -> EditDistance.between(
                        id, vendor.id(), id.length() + vendor.id().length())))
                .limit(NEAR)
                .map(vendor -> new Link(vendor.name(), href(vendor)))
                .toList();
    }
}
