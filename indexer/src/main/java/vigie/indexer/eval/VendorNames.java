package vigie.indexer.eval;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.config.Lexicon;
import vigie.model.config.Product;
import vigie.model.config.TermForm;
import vigie.model.config.Vendor;

/** Brings vendors as annotators write them to the ids of the lexicon; unknown ones to their letters alone. Immutable. */
public final class VendorNames {

    private final Map<String, String> ids = new HashMap<>();

    /** The names, aliases and products of {@code lexicon}. */
    public VendorNames(Lexicon lexicon) {
        for (Vendor vendor : lexicon.vendors()) {
            for (Product product : vendor.products()) {
                String maker = product.oemOf() == null ? vendor.id() : product.oemOf();
                ids.putIfAbsent(letters(product.name()), maker);
                product.aliases().forEach(alias -> put(alias, maker));
            }
            vendor.aliases().forEach(alias -> put(alias, vendor.id()));
        }
        for (Vendor vendor : lexicon.vendors()) {
            ids.put(letters(vendor.id()), vendor.id());
            ids.put(letters(vendor.name()), vendor.id());
        }
    }

    private void put(TermForm alias, String vendor) {
        if (alias.text().indexOf('{') < 0 && alias.text().indexOf('(') < 0) {
            ids.putIfAbsent(letters(alias.text()), vendor);
        }
    }

    /** The id of {@code name}, or null for null. */
    public @Nullable String id(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String letters = letters(name);
        return letters.isEmpty() ? null : ids.getOrDefault(letters, letters);
    }

    /** Letters and digits alone, without accents and case. */
    static String letters(String text) {
        String plain = text.replace("œ", "oe").replace("Œ", "oe");
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "");
    }
}
