package vigie.model.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Technology;
import vigie.model.VendorRole;
import vigie.model.id.Digest;
import vigie.model.id.Siren;

/**
 * A firm: a file of {@code config/vendors/}, or one that is {@linkplain #unlisted known by its name alone}. What claims and
 * deployments call their vendor is the id of either; {@link Register#firm} tells which.
 *
 * @param id stable, kebab-case, the file's name without {@code .yml}; of a firm without a file its name
 * @param role null where nobody has found out what the firm does
 * @param technology what naming this vendor alone speaks of; null for integrators, cameras and platforms, which say
 *     nothing by themselves
 * @param besideCameras what naming this vendor speaks of where cameras are spoken of and no word tells what is bought:
 *     for makers that sell other things, too; null where that is open, and where {@code technology} is known
 * @param country ISO 3166-1 alpha-2, or null
 * @param aliases every written form of the vendor's name, the name itself included
 * @param sells ids of the makers whose software an integrator or reseller is known to sell
 * @param sources where the facts of this entry were read
 */
public record Vendor(
        String id,
        String name,
        @Nullable VendorRole role,
        @Nullable Technology technology,
        @Nullable Technology besideCameras,
        @Nullable Siren siren,
        @Nullable String country,
        List<TermForm> aliases,
        List<Product> products,
        List<String> sells,
        Examples examples,
        List<String> sources) {

    private static final int LETTERS = 60;
    private static final int DIGITS = 8;

    public Vendor {
        aliases = List.copyOf(aliases);
        products = List.copyOf(products);
        sells = List.copyOf(sells);
        sources = List.copyOf(sources);
    }

    /** A firm that no vendor file knows, under its name as texts write it, which is its id, too. */
    public static Vendor unlisted(String name, @Nullable VendorRole role) {
        return new Vendor(
                name,
                name,
                role,
                null,
                role == VendorRole.SOFTWARE ? Technology.VSA : null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new Examples(List.of(), List.of()),
                List.of());
    }

    /** Whether a file knows it: such a file gives at least one written form of the name. */
    public boolean isListed() {
        return !aliases.isEmpty();
    }

    /** The id in a form that fits into addresses and names of files: as it is, or as readable letters of a name and a digest of it. */
    public String slug() {
        if (isListed()) {
            return id;
        }
        String letters = Communes.fold(id).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String digest = Digest.sha256(id.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
        return letters.substring(0, Math.min(letters.length(), LETTERS)) + "-" + digest;
    }
}
