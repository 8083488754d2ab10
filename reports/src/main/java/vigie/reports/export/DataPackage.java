package vigie.reports.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vigie.model.Json;
import vigie.reports.export.Column.Kind;

/** The descriptor of a tabular data package: <a href="https://specs.frictionlessdata.io/">Frictionless Data, v1</a>. */
final class DataPackage {

    private static final Map<Kind, String> TYPES = Map.of(
            Kind.TEXT, "string",
            Kind.DATE, "string",
            Kind.INSTANT, "datetime",
            Kind.INTEGER, "integer",
            Kind.NUMBER, "number",
            Kind.BOOLEAN, "boolean");

    private final JsonMapper json = Json.mapper();
    private final Dictionary french = new Dictionary(Locale.FRENCH);
    private final Dictionary english = new Dictionary(Locale.ENGLISH);
    private final About about;

    DataPackage(About about) {
        this.about = about;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(descriptor()) + "\n");
    }

    private ObjectNode descriptor() {
        ObjectNode descriptor = json.createObjectNode()
                .put("profile", "tabular-data-package")
                .put("name", "vigie")
                .put("title", About.TITLE)
                .put("description", About.DESCRIPTION)
                .put("created", about.made().toString())
                .put("version", about.shortIndex())
                .put("attribution", About.ATTRIBUTION);
        descriptor.set("licenses", json.createArrayNode().add(license()));
        ArrayNode sources = descriptor.putArray("sources");
        About.origins()
                .forEach(origin -> sources.addObject()
                        .put("title", origin.title())
                        .put("path", origin.url())
                        .put("licence", origin.licence()));
        ArrayNode resources = descriptor.putArray("resources");
        Tables.all().forEach(table -> resources.add(resource(table)));
        return descriptor;
    }

    private ObjectNode license() {
        return json.createObjectNode()
                .put("name", About.LICENSE.id())
                .put("title", About.LICENSE.title())
                .put("path", About.LICENSE.url());
    }

    private ObjectNode resource(Table<?> table) {
        ObjectNode resource = json.createObjectNode()
                .put("profile", "tabular-data-resource")
                .put("name", table.name().replace('_', '-'))
                .put("path", table.name() + ".csv")
                .put("format", "csv")
                .put("mediatype", "text/csv")
                .put("encoding", "utf-8")
                .put("description", french.meaning(table))
                .put("description_en", english.meaning(table));
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        table.columns().forEach(column -> fields.add(field(table, column, table.key())));
        ArrayNode key = schema.putArray("primaryKey");
        table.key().forEach(key::add);
        schema.putArray("missingValues").add("");
        ArrayNode foreign = schema.putArray("foreignKeys");
        for (Column<?> column : table.columns()) {
            if (column.references() != null) {
                ObjectNode reference = foreign.addObject().put("fields", column.name());
                reference
                        .putObject("reference")
                        .put("resource", column.references().replace('_', '-'))
                        .put("fields", Tables.named(column.references()).key().get(0));
            }
        }
        return resource;
    }

    private ObjectNode field(Table<?> table, Column<?> column, List<String> key) {
        ObjectNode field = json.createObjectNode()
                .put("name", column.name())
                .put("title", french.title(table, column))
                .put("title_en", english.title(table, column))
                .put("type", TYPES.get(column.kind()))
                .put("description", french.meaning(table, column))
                .put("description_en", english.meaning(table, column));
        if (column.kind() == Kind.INSTANT) {
            field.put("format", "any");
        }
        ObjectNode constraints = json.createObjectNode();
        if (key.contains(column.name())) {
            constraints.put("required", true);
        }
        if (column.kind() == Kind.DATE) {
            constraints.put("pattern", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
        }
        if (!column.terms().isEmpty()) {
            ArrayNode terms = constraints.putArray("enum");
            column.terms().forEach(terms::add);
        }
        if (!constraints.isEmpty()) {
            field.set("constraints", constraints);
        }
        return field;
    }
}
