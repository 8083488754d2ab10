package vigie.reports.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vigie.model.Json;

/** What <a href="https://docs.datasette.io/en/stable/metadata.html">Datasette</a> shows of the database. */
final class DatasetteMetadata {

    private final JsonMapper json = Json.mapper();
    private final Dictionary dictionary = new Dictionary(Locale.FRENCH);
    private final About about;

    DatasetteMetadata(About about) {
        this.about = about;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(metadata()) + "\n");
    }

    private ObjectNode metadata() {
        ObjectNode metadata = json.createObjectNode()
                .put("title", About.TITLE)
                .put("description", About.DESCRIPTION + " " + about.made() + ", index " + about.shortIndex() + ".")
                .put("license", About.LICENSE.title())
                .put("license_url", About.LICENSE.url())
                .put("source", About.ATTRIBUTION);
        ObjectNode tables = metadata.putObject("databases").putObject("vigie").putObject("tables");
        for (Table<?> table : Tables.all()) {
            ObjectNode shown = tables.putObject(table.name()).put("description", dictionary.meaning(table));
            ObjectNode columns = shown.putObject("columns");
            table.columns().forEach(column -> columns.put(column.name(), dictionary.meaning(table, column)));
            table.columns().stream()
                    .filter(column -> column.name().equals("months"))
                    .forEach(column -> shown.putObject("units").put(column.name(), "month"));
        }
        ((ObjectNode) tables.get("communes")).put("label_column", "name");
        ((ObjectNode) tables.get("vendors")).put("label_column", "name");
        ((ObjectNode) tables.get("documents")).put("label_column", "title");
        facets(tables.withObject("/deployments"), "technology", "stage", "vendor", "modality", "review");
        facets(tables.withObject("/claims"), "technology", "stage", "vendor", "review");
        facets(tables.withObject("/documents"), "kind", "source");
        facets(tables.withObject("/deployments_named"), "technology", "stage", "vendor", "departement", "review");
        facets(tables.withObject("/claims_proven"), "technology", "stage", "vendor", "review");
        ((ObjectNode) tables.get("claims")).put("fts_table", "claims_fts").put("fts_pk", "rowid");
        return metadata;
    }

    private static void facets(ObjectNode table, String... columns) {
        ArrayNode facets = table.putArray("facets");
        for (String column : columns) {
            facets.add(column);
        }
    }
}
