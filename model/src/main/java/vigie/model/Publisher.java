package vigie.model;

import org.jspecify.annotations.Nullable;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

/**
 * Who published a document: the prior for which commune its claims are about.
 *
 * @param name as the source gives it
 * @param insee the commune that publishes, or null where it is another body
 * @param siren of the body, or null
 * @param departement code, where at least that is known
 */
public record Publisher(
        @Nullable String name,
        @Nullable InseeCode insee,
        @Nullable Siren siren,
        @Nullable String departement) {

    /** Nothing is known about the publisher. */
    public static Publisher unknown() {
        return new Publisher(null, null, null, null);
    }
}
