package vigie.model.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Technology;
import vigie.model.VendorRole;
import vigie.model.id.Siren;

/**
 * A file of {@code config/vendors/}.
 *
 * @param id stable, kebab-case, the file's name without {@code .yml}
 * @param technology what naming this vendor alone speaks of; null for integrators, cameras and platforms, which say
 *     nothing by themselves
 * @param country ISO 3166-1 alpha-2, or null
 * @param aliases every written form of the vendor's name, the name itself included
 * @param sells ids of the makers whose software an integrator or reseller is known to sell
 * @param sources where the facts of this entry were read
 */
public record Vendor(
        String id,
        String name,
        VendorRole role,
        @Nullable Technology technology,
        @Nullable Siren siren,
        @Nullable String country,
        List<TermForm> aliases,
        List<Product> products,
        List<String> sells,
        Examples examples,
        List<String> sources) {

    public Vendor {
        aliases = List.copyOf(aliases);
        products = List.copyOf(products);
        sells = List.copyOf(sells);
        sources = List.copyOf(sources);
    }

    /** A firm that no vendor file knows, under its name as texts write it, which is its id, too. */
    public static Vendor unlisted(String name, VendorRole role) {
        return new Vendor(
                name,
                name,
                role,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new Examples(List.of(), List.of()),
                List.of());
    }
}
