package vigie.reports.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.config.Communes;
import vigie.model.config.Product;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;

/** What people mean by what they type: a name or a code of a commune, a name or an id of a vendor. Immutable, thread-safe. */
final class Meant {

    private final Communes communes;
    private final Map<String, String> vendors = new HashMap<>();
    private final Map<String, String> products = new HashMap<>();

    Meant(Project project) {
        communes = project.communes();
        for (Vendor vendor : project.lexicon().vendors()) {
            vendors.put(Communes.fold(vendor.name()), vendor.id());
            for (Product product : vendor.products()) {
                products.put(Communes.fold(product.name()), product.id());
            }
        }
        List.copyOf(vendors.values()).forEach(id -> vendors.put(id, id));
        List.copyOf(products.values()).forEach(id -> products.put(id, id));
    }

    /** The commune of today that is called so, or has that INSEE code; empty if none is or several are. */
    Optional<Commune> commune(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (InseeCode.isValid(code)) {
            return communes.currentOf(new InseeCode(code));
        }
        List<Commune> found = communes.byName(text).stream()
                .filter(commune -> commune.type() == CommuneType.ACTUELLE)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The communes that may have been meant, the nearest names first. */
    List<Commune> near(String text, int most) {
        List<Commune> same = communes.byName(text).stream()
                .filter(commune -> commune.type() == CommuneType.ACTUELLE)
                .limit(most)
                .toList();
        return same.isEmpty() ? communes.nearest(text, most) : same;
    }

    /** The id of the vendor that is called so, or has that id. */
    Optional<String> vendor(String text) {
        return find(vendors, text);
    }

    /** The id of the product that is called so, or has that id. */
    Optional<String> product(String text) {
        return find(products, text);
    }

    private static Optional<String> find(Map<String, String> known, String text) {
        String id = known.get(text.strip());
        return Optional.ofNullable(id == null ? known.get(Communes.fold(text.strip())) : id);
    }
}
