package vigie.model.config;

import java.util.List;
import java.util.Optional;
import vigie.model.Source;

/** What stands behind the ids of claims: a whole {@link Project}, or {@link ProjectPart that part of it} which is asked for. */
public interface Register {

    /** Towns and départements. */
    Communes communes();

    /** Dated rules that reports ask about, in the order of their files. */
    List<LegalRule> law();

    /** The source of that id. */
    Optional<Source> source(String id);

    /** The vendor whose file has that id. */
    Optional<Vendor> vendor(String id);

    /** The firm that claims call so: that of a file, or one that is known by this name alone. */
    default Vendor firm(String id) {
        return vendor(id).orElseGet(() -> Vendor.unlisted(id, null));
    }

    /** The product of that id, whoever makes it. */
    Optional<Product> product(String id);

    /** The term of that id. */
    Optional<LexiconEntry> entry(String id);
}
