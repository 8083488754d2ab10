package vigie.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.SearchRequest;

/** What documents and deployments can be narrowed to on the command line. */
final class FilterOptions {

    @Option(names = "--commune", paramLabel = "NAME|INSEE", descriptionKey = "commune")
    @Nullable
    String commune;

    @Option(names = "--departement", paramLabel = "CODE", descriptionKey = "departement")
    @Nullable
    String departement;

    @Option(names = "--vendor", paramLabel = "ID|NAME", descriptionKey = "vendor")
    @Nullable
    String vendor;

    @Option(names = "--technology", paramLabel = "ID", descriptionKey = "technology")
    @Nullable
    String technology;

    @Option(names = "--stage", paramLabel = "ID", descriptionKey = "stage")
    @Nullable
    String stage;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "since")
    @Nullable
    String since;

    DeploymentFilter deployments(Asked asked, double minConfidence) {
        return new DeploymentFilter(
                asked.code(commune),
                asked.departementCode(departement),
                asked.vendor(vendor),
                asked.term(Technology.class, technology),
                asked.term(Stage.class, stage),
                asked.since(since),
                asked.confidence(minConfidence));
    }

    /** {@code request} for what is asked for alone, dates left aside. */
    SearchRequest restrict(SearchRequest request, Asked asked) {
        SearchRequest narrowed = request;
        if (commune != null) {
            narrowed = narrowed.where(
                    "commune", List.of(asked.commune(commune).code().value()));
        }
        String departementCode = asked.departementCode(departement);
        if (departementCode != null) {
            narrowed = narrowed.where("departement", List.of(departementCode));
        }
        String vendorId = asked.vendor(vendor);
        if (vendorId != null) {
            narrowed = narrowed.where("vendor", List.of(vendorId));
        }
        Technology wanted = asked.term(Technology.class, technology);
        if (wanted != null) {
            narrowed = narrowed.where("technology", List.of(wanted.id()));
        }
        Stage reached = asked.term(Stage.class, stage);
        return reached == null ? narrowed : narrowed.where("stage", List.of(reached.id()));
    }
}
