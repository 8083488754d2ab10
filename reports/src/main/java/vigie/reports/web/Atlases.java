package vigie.reports.web;

import java.util.function.Function;
import java.util.function.Supplier;
import vigie.model.Departement;
import vigie.model.config.Vendor;
import vigie.reports.AtlasReport;

/** The reports across communes, as they are known when they are asked for. */
public record Atlases(
        Function<Vendor, AtlasReport> vendor,
        Function<Departement, AtlasReport> departement,
        Supplier<AtlasReport> national) {}
