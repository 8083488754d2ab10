package vigie.model.config;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vigie.model.Technology;
import vigie.model.VendorRole;
import vigie.model.config.Node.Mapping;
import vigie.model.id.Siren;

/** Reads a file of {@code config/vendors/}. */
final class VendorReader {

    private static final List<String> KEYS = List.of(
            "id",
            "name",
            "role",
            "technology",
            "beside-cameras",
            "siren",
            "country",
            "aliases",
            "products",
            "sells",
            "examples",
            "sources");
    private static final List<String> PRODUCT_KEYS = List.of("id", "name", "technology", "aliases", "oem-of");

    private final FileProblems problems;
    private final Values values;
    private final FormReader forms;
    private final References references;
    private final Ids ids;

    VendorReader(FileProblems problems, References references, Ids ids) {
        this.problems = problems;
        this.values = new Values(problems);
        this.forms = new FormReader(problems, references);
        this.references = references;
        this.ids = ids;
    }

    /** The vendor, if nothing is wrong with it. */
    Optional<Vendor> read(Mapping root, String fileId) {
        Fields fields = new Fields(root, problems, KEYS);
        Optional<String> id = fields.required("id").flatMap(node -> ids.take("vendor", node, problems));
        id.filter(value -> !value.equals(fileId))
                .ifPresent(value -> problems.add(fields.lineOf("id"), Fault.ID_IS_NOT_FILE_NAME, value, fileId));
        Optional<String> name = fields.required("name").flatMap(values::text);
        Optional<VendorRole> role = fields.required("role").flatMap(node -> values.term(node, VendorRole.class));
        Optional<Technology> technology = technology(fields, "technology");
        Optional<Technology> besideCameras = technology(fields, "beside-cameras");
        Optional<Siren> siren = fields.optional("siren").flatMap(values::siren);
        Optional<String> country = fields.optional("country").flatMap(values::country);
        Optional<List<TermForm>> aliases = fields.required("aliases").map(forms::forms);
        List<Product> products = fields.optional("products")
                .map(list -> values.list(list, this::product))
                .orElse(List.of());
        List<String> sells = fields.optional("sells")
                .map(list -> values.list(list, this::vendor))
                .orElse(List.of());
        Optional<Examples> examples = fields.required("examples").flatMap(new ExamplesReader(values)::examples);
        List<String> sources = fields.optional("sources").map(values::texts).orElse(List.of());
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Vendor(
                id.orElseThrow(),
                name.orElseThrow(),
                role.orElseThrow(),
                technology.orElse(null),
                besideCameras.orElse(null),
                siren.orElse(null),
                country.orElse(null),
                withName(name.orElseThrow(), aliases.orElseThrow()),
                products,
                sells,
                examples.orElseThrow(),
                sources));
    }

    private Optional<Technology> technology(Fields fields, String key) {
        return fields.optional(key).flatMap(node -> values.term(node, Technology.class));
    }

    private Optional<Product> product(Node node) {
        return values.fields(node, PRODUCT_KEYS).flatMap(this::product);
    }

    private Optional<Product> product(Fields fields) {
        Optional<String> id = fields.required("id").flatMap(node -> ids.take("product", node, problems));
        Optional<String> name = fields.required("name").flatMap(values::text);
        Optional<Technology> technology = technology(fields, "technology");
        Optional<List<TermForm>> aliases = fields.required("aliases").map(forms::forms);
        Optional<String> oemOf = fields.optional("oem-of").flatMap(this::vendor);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Product(
                id.orElseThrow(),
                name.orElseThrow(),
                technology.orElse(null),
                aliases.orElseThrow(),
                oemOf.orElse(null)));
    }

    private Optional<String> vendor(Node node) {
        return values.id(node).filter(id -> {
            boolean known = references.vendors().contains(id);
            if (!known) {
                problems.addUnknown(
                        node.line(),
                        Fault.UNKNOWN_VENDOR,
                        id,
                        references.vendors().stream().sorted().toList());
            }
            return known;
        });
    }

    /** The name counts like an alias, unless an alias of the same text says when it counts. */
    private static List<TermForm> withName(String name, List<TermForm> aliases) {
        if (aliases.stream().anyMatch(alias -> plain(alias.text()).equals(plain(name)))) {
            return aliases;
        }
        List<TermForm> all = new ArrayList<>(List.of(TermForm.plain(name)));
        all.addAll(aliases);
        return all;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
