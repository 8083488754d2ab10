package vigie.reports.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.IndexSchema;
import vigie.model.Source;
import vigie.model.config.Communes;
import vigie.model.config.LexiconEntry;
import vigie.model.config.Product;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;
import vigie.reports.render.Texts;

/** How people call what has an id; an id that the project does not know stands for itself. Immutable, thread-safe. */
final class Names {

    private final Project project;
    private final Communes communes;
    private final Map<String, String> vendors = new HashMap<>();
    private final Map<String, String> products = new HashMap<>();
    private final Map<String, LexiconEntry> terms = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();

    Names(Project project) {
        this.project = project;
        communes = project.communes();
        for (Vendor vendor : project.lexicon().vendors()) {
            vendors.put(vendor.id(), vendor.name());
            for (Product product : vendor.products()) {
                products.put(product.id(), product.name());
            }
        }
        for (LexiconEntry entry : project.lexicon().entries()) {
            terms.put(entry.id(), entry);
        }
        for (Source source : project.sources()) {
            sources.put(source.id(), source.name());
        }
    }

    /** Of a document: its title, or the name of its file, or its address. */
    static String title(@Nullable String title, String url) {
        if (title != null && !title.isBlank()) {
            return title;
        }
        String path = url.replaceFirst("[?#].*", "");
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.isEmpty() ? url : file;
    }

    /** Of a vendor; null for null. */
    @Nullable
    String vendor(@Nullable String id) {
        return id == null ? null : vendors.getOrDefault(id, id);
    }

    /** Where one reads on about a vendor. */
    String vendorHref(String id) {
        return VendorPage.href(project.firm(id));
    }

    /** Of a product; null for null. */
    @Nullable
    String product(@Nullable String id) {
        return id == null ? null : products.getOrDefault(id, id);
    }

    /** Of a term of the lexicon, in the language of these words. */
    String term(String id, Texts words) {
        LexiconEntry entry = terms.get(id);
        return entry == null ? id : entry.label(words.language());
    }

    String source(String id) {
        return sources.getOrDefault(id, id);
    }

    String commune(String code) {
        return InseeCode.isValid(code)
                ? communes.byCode(new InseeCode(code))
                        .map(commune -> commune.name())
                        .orElse(code)
                : code;
    }

    String departement(String code) {
        return communes.departement(code).map(found -> found.name()).orElse(code);
    }

    private String region(String code) {
        return communes.departements().stream()
                .filter(departement -> departement.region().equals(code))
                .map(departement -> departement.regionName())
                .findFirst()
                .orElse(code);
    }

    /** Of a value of a field of the index, as in {@link IndexSchema#FACETS}. */
    String value(String field, String value, WebTexts texts) {
        return switch (field) {
            case IndexSchema.COMMUNE -> commune(value);
            case IndexSchema.DEPARTEMENT -> departement(value) + " (" + value + ")";
            case IndexSchema.REGION -> region(value);
            case IndexSchema.VENDOR -> vendors.getOrDefault(value, value);
            case IndexSchema.PRODUCT -> products.getOrDefault(value, value);
            case IndexSchema.FUNCTION -> term(value, texts.words());
            case IndexSchema.SOURCE -> source(value);
            case IndexSchema.TECHNOLOGY, IndexSchema.STAGE -> texts.words().get(field + "." + value);
            default -> texts.term(field, value);
        };
    }
}
