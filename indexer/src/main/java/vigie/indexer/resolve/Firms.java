package vigie.indexer.resolve;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Purchase;
import vigie.model.VendorRole;
import vigie.model.config.Vendor;

/** With which firm a claim says that a contract is. */
record Firms(Set<String> sellers) {

    Firms(Collection<Vendor> vendors) {
        this(vendors.stream()
                .filter(vendor -> vendor.role() == VendorRole.INTEGRATOR || vendor.role() == VendorRole.RESELLER)
                .map(Vendor::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Who is told to hold it: the installer, or a firm that can only be one; of a maker it must be said. */
    @Nullable
    String holder(Claim claim) {
        Purchase purchase = claim.purchase();
        if (purchase != null && purchase.holder() != null) {
            return purchase.holder();
        }
        boolean seller = claim.vendor() != null && sellers.contains(claim.vendor());
        return claim.integrator() == null && seller ? claim.vendor() : claim.integrator();
    }

    /** All firms that a claim names. */
    Set<String> all(Claim claim) {
        return Stream.of(holder(claim), claim.integrator(), claim.vendor())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
