package vigie.reports.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.UncheckedIOException;
import vigie.model.Json;
import vigie.reports.AtlasReport;
import vigie.reports.CityReport;

/** Writes a report as JSON, field by field as {@link CityReport} and {@link AtlasReport} document them; thread-safe. */
public final class JsonReport {

    private final ObjectWriter writer = Json.mapper().writerWithDefaultPrettyPrinter();

    /** The document, ending in a line feed. */
    public String render(CityReport report) {
        return json(report);
    }

    /** The document, ending in a line feed. */
    public String render(AtlasReport report) {
        return json(report);
    }

    private String json(Record report) {
        try {
            return writer.writeValueAsString(report) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a report is made of plain records", e);
        }
    }
}
