package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.List;
import vigie.model.MentionKind;
import vigie.model.Technology;
import vigie.model.VendorRole;
import vigie.model.config.ContextGroup;
import vigie.model.config.Examples;
import vigie.model.config.Lexicon;
import vigie.model.config.LexiconEntry;
import vigie.model.config.Product;
import vigie.model.config.TermForm;
import vigie.model.config.Vendor;

/** Small lexicons for tests. */
final class LexiconBuilder {

    private static final Examples NONE = new Examples(List.of(), List.of());

    private final List<Vendor> vendors = new ArrayList<>();
    private final List<LexiconEntry> entries = new ArrayList<>();
    private final List<ContextGroup> contexts = new ArrayList<>();

    static LexiconBuilder lexicon() {
        return new LexiconBuilder();
    }

    static TermForm needing(String text, String context, int within) {
        return new TermForm(text, false, context, within, List.of(), List.of());
    }

    static TermForm sensitive(String text) {
        return new TermForm(text, true, null, 0, List.of(), List.of());
    }

    LexiconBuilder vendor(String id, String... forms) {
        return vendor(id, Technology.VSA, plain(forms), List.of());
    }

    LexiconBuilder integrator(String id, String... forms) {
        return vendor(id, null, plain(forms), List.of());
    }

    LexiconBuilder vendor(String id, TermForm form) {
        return vendor(id, Technology.VSA, List.of(form), List.of());
    }

    LexiconBuilder vendorWithProduct(String id, String form, String product, String productForm) {
        return vendor(
                id,
                Technology.VSA,
                plain(form),
                List.of(new Product(product, product, Technology.VSA, plain(productForm), null)));
    }

    private LexiconBuilder vendor(
            String id,
            @org.jspecify.annotations.Nullable Technology technology,
            List<TermForm> forms,
            List<Product> products) {
        vendors.add(new Vendor(
                id,
                id,
                VendorRole.SOFTWARE,
                technology,
                null,
                null,
                null,
                forms,
                products,
                List.of(),
                NONE,
                List.of()));
        return this;
    }

    LexiconBuilder term(MentionKind kind, String id, String... forms) {
        return term(kind, id, plain(forms));
    }

    LexiconBuilder term(MentionKind kind, String id, List<TermForm> forms) {
        entries.add(new LexiconEntry(id, kind, null, id, null, forms, NONE));
        return this;
    }

    LexiconBuilder context(String id, String... forms) {
        contexts.add(new ContextGroup(id, plain(forms)));
        return this;
    }

    private static List<TermForm> plain(String... forms) {
        return List.of(forms).stream().map(TermForm::plain).toList();
    }

    Lexicon build() {
        return new Lexicon(vendors, entries, contexts);
    }

    Gate gate() {
        return Gate.compile(build());
    }
}
