package vigie.reports.city;

import org.jspecify.annotations.Nullable;
import vigie.model.config.Product;
import vigie.model.config.Register;
import vigie.reports.CityReport.Function;

/** Puts names to ids; an id that nobody knows stands for itself. */
record Names(Register register) {

    @Nullable
    String vendor(@Nullable String id) {
        return id == null ? null : register.firm(id).name();
    }

    @Nullable
    String product(@Nullable String id) {
        return id == null ? null : register.product(id).map(Product::name).orElse(id);
    }

    Function function(String id) {
        return register.entry(id)
                .map(entry -> new Function(id, entry.label(), entry.label("en")))
                .orElse(new Function(id, id, id));
    }

    String source(String id) {
        return register.source(id).map(source -> source.name()).orElse(id);
    }
}
