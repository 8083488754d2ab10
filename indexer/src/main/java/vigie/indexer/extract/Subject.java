package vigie.indexer.extract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.model.Technology;

/**
 * What a sentence may make a claim about.
 *
 * @param vendor id, or null where only the technology is named
 * @param anchor the words that name it
 */
record Subject(
        Technology technology,
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String integrator,
        Span anchor) {

    boolean sameAs(Subject other) {
        return technology == other.technology && Objects.equals(vendor, other.vendor);
    }

    Subject with(@Nullable String installer) {
        return installer == null || integrator != null
                ? this
                : new Subject(technology, vendor, product, installer, anchor);
    }

    Subject as(Technology other) {
        return new Subject(other, vendor, product, integrator, anchor);
    }

    /** The same technology, of no vendor. */
    Subject nobodys() {
        return new Subject(technology, null, null, null, anchor);
    }
}
