package vigie.indexer.index;

import java.util.Optional;
import java.util.function.Function;
import vigie.model.Commune;
import vigie.model.Departement;
import vigie.model.config.Communes;
import vigie.model.id.InseeCode;

/**
 * What the index asks the register of communes.
 *
 * @param commune the commune that a code means today
 * @param departement the département of a code
 */
public record Places(
        Function<InseeCode, Optional<Commune>> commune, Function<String, Optional<Departement>> departement) {

    /** The places of the register. */
    public static Places of(Communes communes) {
        return new Places(communes::currentOf, communes::departement);
    }
}
