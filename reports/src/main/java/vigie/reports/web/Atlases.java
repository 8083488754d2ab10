package vigie.reports.web;

import java.util.function.Function;
import java.util.function.Supplier;
import vigie.model.Departement;
import vigie.model.config.Vendor;
import vigie.reports.AtlasReport;
import vigie.reports.query.Kept;

/** The reports across communes, as they are known when they are asked for. */
public record Atlases(
        Function<Vendor, AtlasReport> vendor,
        Function<Departement, AtlasReport> departement,
        Supplier<AtlasReport> national) {

    private static final int MOST = 64;

    /** The same, each kept while {@code version} stays what it is. */
    Atlases kept(Supplier<String> version) {
        Kept<Object, AtlasReport> reports = new Kept<>(version, MOST);
        return new Atlases(
                asked -> reports.of(asked, any -> vendor.apply(asked)),
                asked -> reports.of(asked, any -> departement.apply(asked)),
                () -> reports.of("", any -> national.get()));
    }
}
