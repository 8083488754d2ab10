package vigie.reports.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.reports.CityReport;

/** City reports. Thread-safe. */
@FunctionalInterface
public interface Cities {

    /** The report about a commune, of what was known before a moment; null = of all. */
    CityReport of(Commune commune, @Nullable Instant moment);
}
