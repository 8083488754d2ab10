package vigie.reports.web;

import java.util.Locale;
import vigie.model.Commune;

/** City reports as files to keep. Thread-safe. */
@FunctionalInterface
public interface CityFiles {

    /** The whole file of the report about a commune, as it is known now. */
    byte[] of(Commune commune, ReportForm form, Locale language);
}
