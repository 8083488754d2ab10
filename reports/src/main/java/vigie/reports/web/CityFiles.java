package vigie.reports.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;

/** City reports as files to keep. Thread-safe. */
@FunctionalInterface
public interface CityFiles {

    /** The whole file of the report about a commune, of what was known before a moment; null = of all. */
    byte[] of(Commune commune, @Nullable Instant moment, ReportForm form, Locale language);
}
