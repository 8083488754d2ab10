package vigie.reports.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Deployment;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;
import vigie.model.id.InseeCode;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;
import vigie.reports.web.Refusal.Reason;

/**
 * Which deployments an address asks for.
 *
 * @param commune code
 * @param sure share of confidence that they have at least, as it was typed, or empty
 * @param asOf only what was known at the end of that day, as it was typed, or empty
 */
public record Filter(
        @Nullable InseeCode commune,
        @Nullable Technology technology,
        @Nullable Stage stage,
        @Nullable String vendor,
        @Nullable String departement,
        String sure,
        String asOf) {

    /** Nothing left out. */
    static final Filter ALL = new Filter(null, null, null, null, null, "", "");

    /** Reads the parameters of an address. */
    static Filter of(Visit visit) {
        String sure = visit.parameter("sure");
        if (sure != null && !sure.matches("0(?:\\.\\d{1,3})?|1")) {
            throw new Refusal(Reason.BAD_VALUE, sure, "sure");
        }
        String commune = visit.parameter("commune");
        if (commune != null && !InseeCode.isValid(commune)) {
            throw new Refusal(Reason.NO_COMMUNE, commune);
        }
        String asOf = visit.parameter("as-of");
        return new Filter(
                commune == null ? null : new InseeCode(commune),
                term(Technology.class, "technology", visit),
                term(Stage.class, "stage", visit),
                visit.parameter("vendor"),
                visit.parameter("departement"),
                sure == null ? "" : sure,
                asOf == null ? "" : asOf);
    }

    private static <E extends Enum<E> & Term> @Nullable E term(Class<E> type, String name, Visit visit) {
        String text = visit.parameter(name);
        if (text == null) {
            return null;
        }
        Optional<E> term = Term.find(type, text);
        return term.orElseThrow(() -> new Refusal(Reason.BAD_VALUE, text, name));
    }

    DeploymentFilter filter() {
        return new DeploymentFilter(
                commune, departement, vendor, technology, stage, null, sure.isEmpty() ? 0 : Double.parseDouble(sure));
    }

    /**
     * The deployments that are asked for.
     *
     * @throws Refusal if it is asked for what was known on a day that is none
     */
    List<Deployment> of(Queries queries) {
        Instant moment = SearchForm.end(asOf);
        return moment == null ? queries.deployments(filter()) : queries.deployments(filter(), moment);
    }

    /** Whether nothing is left out. */
    public boolean isEmpty() {
        return Stream.of(commune, technology, stage, vendor, departement).allMatch(value -> value == null)
                && sure.isEmpty()
                && asOf.isEmpty();
    }

    /** The address of these deployments on {@code path}. */
    Href href(String path) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "commune", commune == null ? null : commune.value());
        put(parameters, "technology", technology == null ? null : technology.id());
        put(parameters, "stage", stage == null ? null : stage.id());
        put(parameters, "vendor", vendor);
        put(parameters, "departement", departement);
        put(parameters, "sure", sure.isEmpty() ? null : sure);
        put(parameters, "as-of", asOf.isEmpty() ? null : asOf);
        return new Href(path, parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, List.of(value));
        }
    }
}
