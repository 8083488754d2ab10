package vigie.reports.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.ReviewState;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.web.Refusal.Reason;

/**
 * Which claims a reader wants to see; null = any.
 *
 * @param vendor id
 * @param state null for those that wait for a reader
 */
public record ReviewFilter(
        @Nullable Commune commune,
        @Nullable String vendor,
        @Nullable Technology technology,
        @Nullable Stage stage,
        @Nullable ReviewState state) {

    private static final int NEAR = 5;

    /**
     * Reads the parameters of an address.
     *
     * @throws Refusal if one is not understood
     */
    static ReviewFilter of(Map<String, List<String>> parameters, Meant meant) {
        String commune = first(parameters, "commune");
        return new ReviewFilter(
                commune.isEmpty() ? null : commune(commune, meant),
                first(parameters, "vendor").isEmpty() ? null : vendor(first(parameters, "vendor"), meant),
                term(Technology.class, "technology", parameters),
                term(Stage.class, "stage", parameters),
                term(ReviewState.class, "state", parameters));
    }

    private static Commune commune(String text, Meant meant) {
        return meant.commune(text)
                .orElseThrow(() -> new Refusal(
                        Reason.NO_COMMUNE,
                        meant.near(text, NEAR).stream()
                                .map(near -> new Link(
                                        near.name() + " (" + near.code() + ")",
                                        Href.of(ReviewQueuePage.PATH)
                                                .with("commune", near.code().value())
                                                .toString()))
                                .toList(),
                        text));
    }

    private static String vendor(String text, Meant meant) {
        return meant.vendor(text).orElseThrow(() -> new Refusal(Reason.NO_VENDOR, text));
    }

    private static <E extends Enum<E> & Term> @Nullable E term(
            Class<E> type, String name, Map<String, List<String>> parameters) {
        String text = first(parameters, name);
        if (text.isEmpty()) {
            return null;
        }
        Optional<E> term = Term.find(type, text);
        return term.orElseThrow(() -> new Refusal(Reason.BAD_VALUE, text, name));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    /** The claims, as they were extracted. */
    ClaimFilter claims() {
        return new ClaimFilter(commune == null ? null : commune.code(), null, null, vendor, technology, stage, null, 0);
    }

    /** The deployments that such claims may bear: a claim of another stage or vendor may be part of one. */
    DeploymentFilter deployments() {
        return commune == null ? DeploymentFilter.all() : DeploymentFilter.of(commune.code());
    }

    /** The address of these claims on {@code path}. */
    Href href(String path) {
        return new Href(path, new LinkedHashMap<>())
                .with("commune", commune == null ? "" : commune.code().value())
                .with("vendor", vendor == null ? "" : vendor)
                .with("technology", technology == null ? "" : technology.id())
                .with("stage", stage == null ? "" : stage.id())
                .with("state", state == null ? "" : state.id());
    }
}
