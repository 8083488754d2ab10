package vigie.reports.export;

import org.jspecify.annotations.Nullable;
import vigie.model.Technology;
import vigie.model.VendorRole;
import vigie.model.id.Siren;

/**
 * A maker, integrator or holder.
 *
 * @param id of its file in {@code config/vendors/}
 * @param role null where that file is gone
 * @param country ISO 3166-1 alpha-2
 */
record Firm(
        String id,
        String name,
        @Nullable VendorRole role,
        @Nullable Technology technology,
        @Nullable Siren siren,
        @Nullable String country) {}
