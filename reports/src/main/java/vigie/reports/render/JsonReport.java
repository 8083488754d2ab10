package vigie.reports.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import vigie.model.Json;
import vigie.reports.AtlasReport;
import vigie.reports.CityReport;

/** Writes a report as JSON, field by field as {@link CityReport} and {@link AtlasReport} document them; thread-safe. */
public final class JsonReport {

    private final ObjectMapper mapper = Json.mapper();
    private final Texts texts;

    /** With the reasons of claims in the language of {@code texts}. */
    public JsonReport(Texts texts) {
        this.texts = texts;
    }

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
            JsonNode tree = mapper.valueToTree(report);
            for (JsonNode claim : tree.findParents("because")) {
                tell((ObjectNode) claim);
            }
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a report is made of plain records", e);
        }
    }

    private void tell(ObjectNode claim) {
        JsonNode reasons = claim.get("because");
        ArrayNode told = claim.putArray("because");
        reasons.forEach(reason -> told.add(Reasons.told(reason.asText(), texts)));
    }
}
