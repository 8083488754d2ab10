package vigie.reports.render;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.id.InseeCode;

/** Where a report across communes leads to beyond itself; null where there is nothing to lead to. */
@FunctionalInterface
public interface AtlasLinks {

    /** The report about a commune; its claims can be linked to by their ids. */
    @Nullable
    String commune(InseeCode code);

    /** How one knows of the deployment or claim of an id. */
    default @Nullable String why(String id) {
        return null;
    }

    /** The report about the vendor of an id. */
    default @Nullable String vendor(String id) {
        return null;
    }

    /** The reports about départements, by code. */
    default Map<String, String> departements() {
        return Map.of();
    }
}
