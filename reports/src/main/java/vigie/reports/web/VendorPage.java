package vigie.reports.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vigie.model.Deployment;
import vigie.model.config.EditDistance;
import vigie.model.config.Product;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;
import vigie.reports.web.Refusal.Reason;

/** {@code /vendor/ID}: where its software is or may be, through whom. */
final class VendorPage implements Page {

    private static final int NEAR = 5;

    private final Queries queries;
    private final Project project;
    private final Names names;
    private final PlacesMap map;

    VendorPage(Queries queries, Project project, Names names, PlacesMap map) {
        this.queries = queries;
        this.map = map;
        this.project = project;
        this.names = names;
    }

    @Override
    public View of(Visit visit) {
        String id = visit.part("id");
        WebTexts texts = visit.texts();
        List<Deployment> found = queries.deployments(new DeploymentFilter(null, null, id, null, null, null, 0));
        Vendor vendor = project.vendor(id).orElse(null);
        if (vendor == null && found.isEmpty()) {
            throw new Refusal(Reason.NO_VENDOR, near(id), id);
        }
        String name = String.valueOf(names.vendor(id));
        Tallies tallies = new Tallies(names, texts);
        return View.of(
                "group",
                new GroupPage(
                        texts.get("group.vendor"),
                        name,
                        vendor == null ? null : known(vendor, texts),
                        texts.get("group.lead.vendor", found.size(), communes(found), name),
                        found.isEmpty() ? null : map.national(found, texts),
                        List.of(
                                tallies.stages(found),
                                tallies.integrators(found),
                                tallies.vendors(found),
                                tallies.departements(found)),
                        found.stream()
                                .map(deployment -> DeploymentRow.of(deployment, names, texts))
                                .toList(),
                        new Link(
                                texts.get("group.documents"),
                                Href.of(SearchPage.PATH).with("vendor", id).toString()),
                        texts.get("group.none")));
    }

    private static long communes(List<Deployment> found) {
        return found.stream()
                .map(deployment -> deployment.commune().insee())
                .distinct()
                .count();
    }

    private static String known(Vendor vendor, WebTexts texts) {
        List<String> facts = new ArrayList<>();
        facts.add(texts.term("role", vendor.role()));
        if (vendor.country() != null) {
            facts.add(texts.country(vendor.country()));
        }
        if (vendor.siren() != null) {
            facts.add("SIREN " + vendor.siren().value());
        }
        if (!vendor.products().isEmpty()) {
            facts.add(vendor.products().stream().map(Product::name).collect(Collectors.joining(", ")));
        }
        return String.join(" · ", facts);
    }

    private List<Link> near(String id) {
        return project.lexicon().vendors().stream()
                .sorted(Comparator.comparingInt((Vendor vendor) -> EditDistance.between(
                        id, vendor.id(), id.length() + vendor.id().length())))
                .limit(NEAR)
                .map(vendor -> new Link(vendor.name(), Href.path("vendor", vendor.id())))
                .toList();
    }
}
