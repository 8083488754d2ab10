package vigie.model.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Technology;

/**
 * A product of a vendor.
 *
 * @param oemOf id of the vendor whose software is inside, where it is sold under another name; else null
 */
public record Product(
        String id,
        String name,
        @Nullable Technology technology,
        List<TermForm> aliases,
        @Nullable String oemOf) {

    public Product {
        aliases = List.copyOf(aliases);
    }
}
