package vigie.reports.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Json;

/** The model of FollowTheMoney, as its own package ships it: which properties a schema has and what they refer to. */
final class FtmModel {

    private final JsonNode schemata;

    private FtmModel(JsonNode schemata) {
        this.schemata = schemata;
    }

    static FtmModel load() throws IOException {
        try (InputStream model = FtmModel.class.getResourceAsStream("ftm-model.json")) {
            return new FtmModel(
                    Json.mapper().readTree(Objects.requireNonNull(model)).get("schemata"));
        }
    }

    /** All that is wrong with them; empty if they can be loaded. */
    List<String> faults(List<JsonNode> entities) {
        Map<String, String> schemaOf = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (JsonNode entity : entities) {
            String id = entity.get("id").textValue();
            if (schemaOf.put(id, entity.get("schema").textValue()) != null) {
                faults.add("twice: " + id);
            }
        }
        entities.forEach(entity -> check(entity, schemaOf, faults));
        return faults;
    }

    private void check(JsonNode entity, Map<String, String> schemaOf, List<String> faults) {
        String schema = entity.get("schema").textValue();
        if (!schemata.has(schema) || schemata.get(schema).get("abstract").booleanValue()) {
            faults.add("no such schema: " + schema);
            return;
        }
        required(schema).stream()
                .filter(property -> !entity.get("properties").has(property))
                .forEach(property -> faults.add(schema + " without " + property));
        entity.get("properties").properties().forEach(property -> {
            Optional<JsonNode> known = property(schema, property.getKey());
            if (known.isEmpty() || known.get().path("stub").asBoolean()) {
                faults.add("no such property: " + schema + ":" + property.getKey());
            } else {
                property.getValue().forEach(value -> {
                    String fault = fault(known.get(), value, schemaOf);
                    if (fault != null) {
                        faults.add(schema + ":" + property.getKey() + ": " + fault);
                    }
                });
            }
        });
    }

    private @Nullable String fault(JsonNode property, JsonNode value, Map<String, String> schemaOf) {
        if (!value.isTextual() || value.textValue().isEmpty()) {
            return "no text: " + value;
        }
        String text = value.textValue();
        if (text.length() > property.path("maxLength").asInt(65_000)) {
            return "too long: " + text.length();
        }
        return switch (property.get("type").textValue()) {
            case "entity" ->
                schemaOf.containsKey(text)
                                && isA(schemaOf.get(text), property.get("range").textValue())
                        ? null
                        : "refers to " + text;
            case "date" ->
                text.matches("\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}:\\d{2})?)?)?") ? null : "no date: " + text;
            case "country" -> text.matches("[a-z]{2}") ? null : "no country: " + text;
            case "url" -> text.startsWith("http") ? null : "no URL: " + text;
            case "number" -> text.matches("\\d+(\\.\\d+)?") ? null : "no number: " + text;
            default -> null;
        };
    }

    private Optional<JsonNode> property(String schema, String name) {
        JsonNode own = schemata.get(schema).at("/properties/" + name);
        if (!own.isMissingNode()) {
            return Optional.of(own);
        }
        return parents(schema).stream()
                .map(parent -> property(parent, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<String> required(String schema) {
        List<String> names = new ArrayList<>();
        schemata.get(schema).get("required").forEach(name -> names.add(name.textValue()));
        parents(schema).forEach(parent -> names.addAll(required(parent)));
        return names;
    }

    private boolean isA(String schema, String range) {
        return schema.equals(range) || parents(schema).stream().anyMatch(parent -> isA(parent, range));
    }

    private List<String> parents(String schema) {
        List<String> names = new ArrayList<>();
        schemata.get(schema).get("extends").forEach(name -> names.add(name.textValue()));
        return names;
    }
}
