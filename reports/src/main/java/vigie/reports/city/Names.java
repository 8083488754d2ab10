package vigie.reports.city;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.config.Product;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.reports.CityReport.Function;

/** Puts names to ids; an id that nobody knows stands for itself. */
record Names(Project project) {

    @Nullable
    String vendor(@Nullable String id) {
        return id == null ? null : project.vendor(id).map(Vendor::name).orElse(id);
    }

    @Nullable
    String product(@Nullable String id) {
        Stream<Product> products = project.lexicon().vendors().stream().flatMap(vendor -> vendor.products().stream());
        return id == null
                ? null
                : products.filter(product -> product.id().equals(id))
                        .map(Product::name)
                        .findFirst()
                        .orElse(id);
    }

    Function function(String id) {
        return project.lexicon().entries().stream()
                .filter(entry -> entry.id().equals(id))
                .map(entry -> new Function(id, entry.label(), entry.label("en")))
                .findFirst()
                .orElse(new Function(id, id, id));
    }

    String source(String id) {
        return project.source(id).map(source -> source.name()).orElse(id);
    }
}
