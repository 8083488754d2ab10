package vigie.model.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vigie.model.Commune;
import vigie.model.Departement;
import vigie.model.Epci;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

/** The register of communes, current and former, EPCI and départements. Immutable, thread-safe. */
public final class Communes {

    /** Reads the register that ships with Vigie. */
    public static Communes load() {
        throw new UnsupportedOperationException("contract only");
    }

    /** The current commune of that code. */
    public Optional<Commune> byCode(InseeCode code) {
        throw new UnsupportedOperationException("contract only");
    }

    /** The current commune that {@code code} means today: itself, or the one that a former or delegated one is in. */
    public Optional<Commune> currentOf(InseeCode code) {
        throw new UnsupportedOperationException("contract only");
    }

    /** All communes, of any type, that are called so once both are {@linkplain #fold folded}; current ones first. */
    public List<Commune> byName(String name) {
        throw new UnsupportedOperationException("contract only");
    }

    /** The current commune with that SIREN. */
    public Optional<Commune> bySiren(Siren siren) {
        throw new UnsupportedOperationException("contract only");
    }

    /** Current communes with that postcode. */
    public List<Commune> byPostcode(String postcode) {
        throw new UnsupportedOperationException("contract only");
    }

    /** The EPCI with that SIREN. */
    public Optional<Epci> epci(Siren siren) {
        throw new UnsupportedOperationException("contract only");
    }

    /** The département of that code. */
    public Optional<Departement> departement(String code) {
        throw new UnsupportedOperationException("contract only");
    }

    /** Every row, of all types, in the order of codes. */
    public Collection<Commune> all() {
        throw new UnsupportedOperationException("contract only");
    }

    /** The {@code n} official names of current communes that look most like {@code name}, nearest first. */
    public List<Commune> nearest(String name, int n) {
        throw new UnsupportedOperationException("contract only");
    }

    /** The form in which names are compared: lower case, no accents, œ as oe, hyphens and apostrophes as spaces. */
    public static String fold(String name) {
        throw new UnsupportedOperationException("contract only");
    }
}
