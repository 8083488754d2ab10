package vigie.model.config;

import java.util.List;
import java.util.Optional;

/** All that {@code config/vendors/} and {@code config/lexicon/} say, in the order of their files. */
public record Lexicon(List<Vendor> vendors, List<LexiconEntry> entries, List<ContextGroup> contexts) {

    public Lexicon {
        vendors = List.copyOf(vendors);
        entries = List.copyOf(entries);
        contexts = List.copyOf(contexts);
    }

    /** The vendor that lists the product of that id; product ids are unique over all vendors. */
    public Optional<Vendor> vendorOfProduct(String productId) {
        return vendors.stream()
                .filter(vendor -> vendor.products().stream()
                        .anyMatch(product -> product.id().equals(productId)))
                .findFirst();
    }
}
