package vigie.model;

import java.util.List;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

/**
 * An établissement public de coopération intercommunale à fiscalité propre.
 *
 * @param type CC, CA, CU or METRO, as in the register
 */
public record Epci(Siren siren, String type, String name, List<InseeCode> members) {

    public Epci {
        members = List.copyOf(members);
    }
}
