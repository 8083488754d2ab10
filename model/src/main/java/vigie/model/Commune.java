package vigie.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

/**
 * A commune, current or former, of the Code officiel géographique.
 *
 * @param parent the current commune for a delegated or associated commune or an arrondissement, else null
 * @param departement code of the département, such as {@code 38} or {@code 2A}
 * @param region code of the région
 * @param siren null for the few where the register has none; never derived from the INSEE code
 * @param population inhabitants, 0 where unknown
 * @param formerCodes codes that this commune had or that were merged into it
 * @param epci SIREN of its EPCI à fiscalité propre, or null
 */
public record Commune(
        InseeCode code,
        CommuneType type,
        String name,
        @Nullable InseeCode parent,
        String departement,
        String region,
        @Nullable Siren siren,
        List<String> postcodes,
        int population,
        List<InseeCode> formerCodes,
        @Nullable Coordinates coordinates,
        @Nullable Siren epci) {

    public Commune {
        postcodes = List.copyOf(postcodes);
        formerCodes = List.copyOf(formerCodes);
    }

    /** Code and name, for facts. */
    public CommuneRef ref() {
        return new CommuneRef(code, name);
    }
}
